# The help that the build stages: of exchange beside the program, of the module in the folder of the language.
BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    $script:exchange = Join-Path $repository ($IsWindows ? 'out/bin/exchange.exe' : 'out/bin/exchange')
}

Describe 'exchange help' {
    It 'says what a cmdlet does, in any case of its name' {
        $text = & $exchange help get-bitoproticker
        $text[0] | Should -Be 'Get-BitoProTicker [[-Pair] <string[]>] [<CommonParameters>]'
        $text | Should -Contain 'DESCRIPTION'
        $text | Should -Contain '-Pair <string[]>; from input'
        ($text | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'lists the cmdlets by area, each with its sentence' {
        $text = & $exchange list
        $text | Should -Contain 'BitoPro market'
        @($text | Where-Object { $_ -match '^  Get-BitoProTicker +\w.*\.$' }).Count | Should -Be 1
        foreach ($name in (Get-Command -Module Exchange -CommandType Cmdlet).Name) {
            @($text | Where-Object { $_ -match "^  $name( |$)" }).Count | Should -Be 1 -Because "$name is a cmdlet"
        }
    }
}

Describe 'The topics' {
    It 'has <_> in Get-Help and in exchange' -ForEach (
        (Get-ChildItem (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'docs/en-US') -Filter 'about_*.md').BaseName
    ) {
        $topic = $_
        $shown = Get-Help $topic | Out-String
        $shown | Should -Match 'SHORT DESCRIPTION'
        ((& $exchange help $topic.ToUpperInvariant()) -join "`n").Trim() | Should -Be ($shown -replace "`r").Trim()
        & $exchange list | Where-Object { $_ -match "^  $topic +\w" } | Should -Not -BeNullOrEmpty
    }

    It 'says so when there is no such topic' {
        $said = & $exchange help about_Nothing 2>&1
        $LASTEXITCODE | Should -Be 2
        "$said" | Should -Match 'Exchange.UnknownCmdlet'
    }
}
