# samples/SignInCheck.ps1 as a scheduler runs it: a process of its own, nobody at its input.
BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    $script:before = @{}
    foreach ($variable in Get-ChildItem Env: | Where-Object Name -Match '^(EXCHANGE|OKX)_') {
        $before[$variable.Name] = $variable.Value
        Remove-Item "Env:$($variable.Name)"
    }

    function Invoke-Check {
        $start = [Diagnostics.ProcessStartInfo]::new((Get-Command pwsh -CommandType Application -TotalCount 1).Source)
        foreach ($word in @('-NoProfile', '-NonInteractive', '-File', (Join-Path $repository 'samples/SignInCheck.ps1')) + $args) { $start.ArgumentList.Add($word) }
        $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
        $process = [Diagnostics.Process]::Start($start)
        $process.StandardInput.Close()
        $said = $process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync()
        $ended = $process.WaitForExit(60000)
        if (-not $ended) { $process.Kill() }
        $ended | Should -BeTrue -Because 'it prompts for nothing'
        $lines = $said[0].Result -split '\r?\n'
        [pscustomobject]@{
            ExitCode = $process.ExitCode
            Json = $lines | Where-Object { $_.StartsWith('{') } | ConvertFrom-Json
            Text = $said.Result -join "`n"
        }
    }

    function Connect-Somebody {
        $code = Connect-OkxAccount -Site eea -Manual -Force
        $null = Set-ExchangeSimulator -Approve $code.UserCode
        Start-Sleep -Milliseconds 1100
        (Get-OkxAuthStatus).Status | Should -Be 'logged_in'
    }
}

AfterAll {
    foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
}

Describe 'The check before an unattended run' {
    BeforeEach {
        $folder = Join-Path $TestDrive "$([guid]::NewGuid())"
        $env:EXCHANGE_HOME = Join-Path $folder 'state'
        $env:OKX_CONFIG_DIR = Join-Path $folder 'okx'
        $script:simulator = Start-ExchangeSimulator -Seed 7
        $env:EXCHANGE_SIMULATOR = "$($simulator.Address)"
        # Polls need not wait for real seconds.
        $null = Invoke-RestMethod -Method Post "$($simulator.Address)_simulator/okx/behaviour" -Body '{"interval":1}'
    }

    AfterEach {
        Stop-ExchangeSimulator
        Get-ChildItem Env: | Where-Object Name -Match '^(EXCHANGE|OKX)_' | Remove-Item
    }

    It 'ends with 4 where a person must sign in, and starts no sign-in' {
        $end = Invoke-Check
        $end.ExitCode | Should -Be 4 -Because $end.Text
        $end.Json.ready | Should -BeFalse
        $end.Json.action | Should -Be 'AskSite'
        (Invoke-RestMethod "$($simulator.Address)_simulator/okx/state").signIns | Should -BeNullOrEmpty
        $end.Text | Should -Match 'Connect-OkxAccount'
    }

    It 'ends with 0 for an API key of a profile, with a probe and without, and shows none of it' {
        $secret = { param($text) ConvertTo-SecureString $text -AsPlainText -Force }
        $null = Add-OkxProfile main -Site eea -ApiKey (& $secret planted-key-1) -SecretKey (& $secret planted-secret-1) -Passphrase (& $secret planted-phrase-1)
        foreach ($words in @(), @('-Probe')) {
            $end = Invoke-Check @words
            $end.ExitCode | Should -Be 0 -Because $end.Text
            $end.Json.by | Should -Be 'key'
            $end.Json.site | Should -Be 'eea'
            $end.Json.profile | Should -Be 'main'
            $end.Text | Should -Not -Match 'planted'
        }
    }

    It 'ends with 0 for a whole key of the environment, and with 4 for a part of one' {
        $env:OKX_API_KEY, $env:OKX_SECRET_KEY = 'planted-key-2', 'planted-secret-2'
        (Invoke-Check).ExitCode | Should -Be 4
        $env:OKX_PASSPHRASE = 'planted-phrase-2'
        $end = Invoke-Check -Probe
        $end.ExitCode | Should -Be 0 -Because $end.Text
        $end.Json.by | Should -Be 'environment'
        $end.Text | Should -Not -Match 'planted'
    }

    It 'ends with 75 while a code waits, and with 0 once somebody has approved it' {
        $code = Connect-OkxAccount -Site eea -Manual
        (Invoke-Check).ExitCode | Should -Be 75
        $null = Set-ExchangeSimulator -Approve $code.UserCode
        Start-Sleep -Milliseconds 1100
        $end = Invoke-Check -Probe
        $end.ExitCode | Should -Be 0 -Because $end.Text
        $end.Json.by | Should -Be 'session'
        $end.Json.site | Should -Be 'eea'
    }

    It 'finds with a probe that the service has ended the session' {
        Connect-Somebody
        $null = Invoke-RestMethod -Method Post "$($simulator.Address)_simulator/okx/revoke" -Body '{}'
        (Invoke-Check).ExitCode | Should -Be 0
        $end = Invoke-Check -Probe
        $end.ExitCode | Should -Be 4 -Because $end.Text
        $end.Json.ready | Should -BeFalse
        $end.Json.error | Should -BeLike 'Okx.AuthenticationError*'
    }

    It 'ends with 75 when the service does not answer' {
        Connect-Somebody
        $null = Set-ExchangeSimulator -Fault DropBefore=1 -Path /okx/api
        $end = Invoke-Check -Probe
        $end.ExitCode | Should -Be 75 -Because $end.Text
        $end.Json.error | Should -BeLike 'Okx.NetworkError*'
    }

    It 'ends with 1 when the configuration cannot be read, and quotes none of it' {
        $null = New-Item -ItemType Directory $env:OKX_CONFIG_DIR -Force
        Set-Content (Join-Path $env:OKX_CONFIG_DIR 'config.toml') "[profiles.main]`nsecret_key = planted-secret-3"
        $end = Invoke-Check
        $end.ExitCode | Should -Be 1 -Because $end.Text
        $end.Json.action | Should -Be 'Error'
        $end.Text | Should -Not -Match 'planted'
    }
}
