BeforeAll {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $script:before = $env:OKX_CONFIG_DIR
    $env:OKX_CONFIG_DIR = Join-Path $TestDrive 'okx'
    $script:file = Join-Path $env:OKX_CONFIG_DIR 'config.toml'
    $secret = { param($text) ConvertTo-SecureString $text -AsPlainText -Force }
    $script:key = @{
        ApiKey     = & $secret 'pester-planted-secret-key-8c9d'
        SecretKey  = & $secret 'pester-planted-secret'
        Passphrase = & $secret 'pester-planted-secret-phrase'
    }
}

AfterAll {
    $env:OKX_CONFIG_DIR = $before
}

Describe 'The configuration of OKX' {
    BeforeEach {
        Remove-Item $env:OKX_CONFIG_DIR -Recurse -Force -ErrorAction Ignore
    }

    It 'takes secrets as SecureString and shows them masked' {
        $profile = Add-OkxProfile main -Site eea -Live @key
        $profile.ApiKey | Should -Be '***8c9d'
        $profile.IsDefault | Should -BeTrue
        $shown = @(Get-OkxConfig; Get-OkxProfile) | Format-List * | Out-String
        $shown + (Get-OkxConfig -AsJson) + ($Error | Out-String) | Should -Not -Match 'planted'
        (Get-OkxConfig -AsJson | ConvertFrom-Json).profiles.main.passphrase | Should -Be '****'
    }

    It 'shows what is not set in words, in the table only' {
        $null = New-Item (Split-Path $file) -ItemType Directory
        '[profiles.empty]' | Set-Content $file
        Get-OkxProfile | Out-String | Should -Match 'empty\s+False\s+\(not set\)\s+\(not set\)\s+live\s+\(default\)'
        Get-OkxConfig -AsJson | Should -Be '{"profiles":{"empty":{}}}'
    }

    It 'changes the default and nothing else' {
        $null = Add-OkxProfile one -Site eea @key
        $null = Add-OkxProfile two -Site us @key
        '# mine' | Add-Content $file
        $text = Get-Content $file -Raw
        Get-OkxProfile one | Use-OkxProfile -InformationAction Ignore | Should -Not -BeNullOrEmpty
        Get-Content $file -Raw | Should -BeExactly $text.Replace('default_profile = "two"', 'default_profile = "one"')
    }

    It 'writes nothing with -WhatIf' {
        Add-OkxProfile main -Site eea @key -WhatIf
        Test-Path $file | Should -BeFalse
    }

    It 'removes only after a yes' {
        $null = Add-OkxProfile main -Site eea @key
        { Remove-OkxProfile main } | Should -Throw -ErrorId 'Okx.ConfirmationRequired*'
        Get-OkxProfile | Remove-OkxProfile -Confirm:$false -WarningVariable warnings -WarningAction Ignore
        Get-OkxProfile | Should -BeNullOrEmpty
        $warnings | Should -Match 'was the default profile'
    }

    It 'never waits for an answer that nobody can give' {
        { Initialize-OkxConfig -InformationAction Ignore } | Should -Throw -ErrorId 'Okx.ValidationError*' -ExpectedMessage '*-Site was not given*'
        { Initialize-OkxConfig us -Live -Name x -ApiKey $key.ApiKey -InformationAction Ignore } |
            Should -Throw -ErrorId 'Okx.ValidationError*' -ExpectedMessage '*-SecretKey was not given*'
    }

    It 'asks for the site, and takes no other in place of a choice' {
        (Test-OkxAccount).Action | Should -Be 'AskSite'
        (Test-OkxAccount -Reply 4).Action | Should -Be 'AskSite'
        (Test-OkxAccount -Reply 2).Site | Should -Be 'eea'
    }
}
