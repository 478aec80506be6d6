BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    $script:home_ = Join-Path $TestDrive 'codex'
    $script:before = $env:EXCHANGE_HOME
    $env:EXCHANGE_HOME = $home_
    $script:simulator = Start-ExchangeSimulator -Seed 7
    $script:browser = [System.Net.Http.HttpClient]::new([System.Net.Http.HttpClientHandler]@{ AllowAutoRedirect = $false })

    function Approve([string] $Profile) {
        $start = Start-CodexAuth $Profile
        $browser.GetAsync("$($start.LoginUrl)&decision=approve").Result.Headers.Location.OriginalString
    }
}

AfterAll {
    $browser.Dispose()
    $null = Stop-ExchangeSimulator
    $env:EXCHANGE_HOME = $before
}

Describe 'The Codex cmdlets in PowerShell' {
    It 'take the address as text from the pipeline' {
        (Approve 'text' | Complete-CodexAuth text).ProfileId | Should -Be 'openai-codex:text'
    }

    It 'take the address as a SecureString, and the bound value shows as nothing' {
        $address = ConvertTo-SecureString -AsPlainText (Approve 'secure')
        $result = Complete-CodexAuth secure -CallbackUrl $address
        $result.AccountId | Should -Be 'acct-rehearsal-0001'
        ($result | Out-String -Width 200) | Should -Not -Match 'eyJ|rt_simulator'
    }

    It 'stop before the code is used under -WhatIf' {
        $address = Approve 'whatif'
        Complete-CodexAuth whatif -CallbackUrl $address -WhatIf | Should -BeNullOrEmpty
        (Complete-CodexAuth whatif -CallbackUrl $address).Ok | Should -BeTrue
    }

    It 'leave neither address nor code in $Error' {
        $address = Approve 'wrong'
        $global:Error.Clear()
        { $address.Replace('state=', 'state=x') | Complete-CodexAuth wrong -ErrorAction Stop } |
            Should -Throw -ErrorId 'CodexAuth.state_mismatch*'
        ($global:Error | Format-List * -Force | Out-String -Width 4000) | Should -Not -Match 'ac_simulator'
        $global:Error[0].TargetObject | Should -Be 'openai-codex:wrong'
    }

    It 'shorten the account in the table' {
        (Get-CodexProfile text | Out-String) | Should -Match 'acct-reh…'
    }

    It 'complete the names of profiles' {
        $line = 'Get-CodexProfile te'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'text'
    }

    It 'say nothing of the tokens in verbose and debug' {
        $all = & { Get-CodexUsage text -Verbose -Debug; Update-CodexToken text -Force -Verbose -Debug } *>&1 | Out-String -Width 4000
        $all | Should -Match 'usage GET'
        $all | Should -Not -Match 'eyJ|rt_simulator|Bearer'
    }

    It 'queue a write with pwsh as the worker' -Skip:$IsWindows {
        $bin = New-Item -ItemType Directory (Join-Path $TestDrive 'bin')
        $command = Join-Path $bin 'openclaw'
        Set-Content $command @'
#!/bin/sh
cd "$(dirname "$0")"
echo "$2" >> asked
case "$2" in
  stop) rm -f running ;;
  start) touch running ;;
  status) if [ -e running ]; then s=running; else s=stopped; fi; echo "{\"service\":{\"runtime\":{\"status\":\"$s\"}}}" ;;
esac
'@
        chmod +x $command
        $null = New-Item (Join-Path $bin 'running')
        $address = Approve 'queued'
        $path = $env:PATH
        try {
            $env:PATH = "${bin}:$path"
            $result = Complete-CodexAuth queued -CallbackUrl $address -QueueApply -WarningAction SilentlyContinue
            $result.Queued | Should -BeTrue
            for ($i = 0; $i -lt 300 -and $null -eq (Get-CodexAuthStatus queued).Ok; $i++) { Start-Sleep -Milliseconds 100 }
        }
        finally { $env:PATH = $path }
        $status = Get-CodexAuthStatus queued
        $status.State | Should -Be 'succeeded' -Because ($status.Errors -join '; ')
        $status.JobId | Should -Be $result.JobId
        Get-Content (Join-Path $bin 'asked') | Should -Be @('status', 'stop', 'start', 'status')
        (Get-CodexProfile queued).HasRefresh | Should -BeTrue
    }
}
