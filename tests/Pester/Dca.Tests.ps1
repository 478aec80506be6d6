# samples/Dca.ps1, killed at random moments and while its orders are on their way, and started again each time.
BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    $script:before = @{}
    foreach ($name in 'EXCHANGE_HOME', 'EXCHANGE_SIMULATOR', 'BITOPRO_GUARD_DEDUPE_WINDOW_MS') {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
    }
    $env:EXCHANGE_HOME = Join-Path $TestDrive 'state'
    # An id that was judged and not sent counts as seen for a moment only, so that nobody waits five minutes here.
    $env:BITOPRO_GUARD_DEDUPE_WINDOW_MS = '200'
    $script:simulator = Start-ExchangeSimulator -Seed 7 -SlowSeconds 1 -NoRateLimit
    $env:EXCHANGE_SIMULATOR = "$($simulator.Address)"

    function Approve([string] $Id, [int] $Steps) {
        $file = Join-Path $TestDrive "$Id.json"
        $null = New-TradeSession $Id -MaxSteps $Steps -MaxTotalExposureQuote (2000 * $Steps) -MaxSingleOrderQuote 2000 -MaxDailyLossQuote 0 `
            -SessionExpiryAt 2099-01-01T00:00:00Z -Pair btc_twd -Path $file
        $null = Approve-TradeSession -Path $file -Confirm:$false
        $file
    }

    function Start-Runbook([string] $File) {
        $start = [Diagnostics.ProcessStartInfo]::new((Get-Command pwsh -CommandType Application -TotalCount 1).Source)
        foreach ($word in '-NoProfile', '-NonInteractive', '-File', (Join-Path $repository 'samples/Dca.ps1'), $File, 'btc_twd', '2000') {
            $start.ArgumentList.Add($word)
        }
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        $said = @($process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync())
        [pscustomobject]@{ Process = $process; Said = $said }
    }

    function Complete-Runbook($Runbook) {
        $null = $Runbook.Process.WaitForExit(60000)
        [pscustomobject]@{ ExitCode = $Runbook.Process.ExitCode; Text = $Runbook.Said.Result -join "`n" }
    }

    # True when it had to be killed.
    function Stop-Runbook($Runbook) {
        $lives = -not $Runbook.Process.HasExited
        if ($lives) {
            $Runbook.Process.Kill()
        }
        $Runbook.Process.WaitForExit()
        $lives
    }

    function IsOnItsWay { @(Get-ExchangeAttempt -State Unknown).Count -gt 0 }

    function New-Order { @(Get-BitoProOrder btc_twd | Where-Object { $_.OrderId -notin $older }) }
}

AfterAll {
    Stop-ExchangeSimulator
    foreach ($name in $before.Keys) {
        [Environment]::SetEnvironmentVariable($name, $before[$name])
    }
}

Describe 'The runbook that buys step by step' {
    It 'takes every step once, however often and whenever it is killed' {
        $steps = 6
        $file = Approve 'dca-7' $steps
        $script:older = @((Get-BitoProOrder btc_twd).OrderId)
        # The answer to an order comes a second after its effect.
        $null = Set-ExchangeSimulator -Fault Slow=1 -Method POST
        $chance = [Random]::new(20260402)
        $inFlight = 0
        foreach ($i in 1..8) {
            $runbook = Start-Runbook $file
            if ($i % 2) {
                # While an order is on its way: its intent is in the journal, its answer has not come.
                $watch = [Diagnostics.Stopwatch]::StartNew()
                while (-not $runbook.Process.HasExited -and $watch.Elapsed.TotalSeconds -lt 30 -and -not (IsOnItsWay)) {
                    Start-Sleep -Milliseconds 20
                }
                Start-Sleep -Milliseconds 300
            }
            else {
                Start-Sleep -Milliseconds $chance.Next(1500)
            }
            if ((Stop-Runbook $runbook) -and (IsOnItsWay)) {
                $inFlight++
            }
        }
        $null = Set-ExchangeSimulator -NoFault

        # An intent that never became a request takes a minute and a half to settle; the others are found at once.
        $watch = [Diagnostics.Stopwatch]::StartNew()
        do {
            $end = Complete-Runbook (Start-Runbook $file)
        } while ($end.ExitCode -eq 75 -and $watch.Elapsed.TotalMinutes -lt 3)

        $end.ExitCode | Should -Be 0 -Because $end.Text
        $inFlight | Should -BeGreaterThan 1
        $orders = New-Order
        $orders.Status | Should -Be (@('Completed') * $steps)
        $attempts = @(Get-ExchangeAttempt | Where-Object AttemptId -Like 'dca-7-step-*')
        $attempts.State | Should -Not -Contain 'Unknown'
        $accepted = @($attempts | Where-Object State -EQ Accepted)
        @($accepted.Reference | Sort-Object) | Should -Be @($orders.OrderId | Sort-Object)
        @($accepted.AttemptId -replace '-\d+$' | Sort-Object) | Should -Be @(1..$steps | ForEach-Object { "dca-7-step-$_" })
        $session = Get-Content $file -Raw | ConvertFrom-Json
        $session.status | Should -Be 'stopped'
        $session.risk_state.current_step | Should -Be $steps
        $session.risk_state.total_exposure_quote | Should -Be (2000 * $steps)
    }

    It 'ends with 0 and sends nothing once the session is over' {
        $file = Approve 'over' 1
        $null = Stop-TradeSession -Path $file
        $script:older = @((Get-BitoProOrder btc_twd).OrderId)
        $end = Complete-Runbook (Start-Runbook $file)
        $end.ExitCode | Should -Be 0 -Because $end.Text
        New-Order | Should -BeNullOrEmpty
    }

    It 'ends with 2 and sends nothing before a person has approved' {
        $file = Join-Path $TestDrive 'draft.json'
        $null = New-TradeSession draft -MaxSteps 1 -MaxTotalExposureQuote 2000 -MaxSingleOrderQuote 2000 -MaxDailyLossQuote 0 `
            -SessionExpiryAt 2099-01-01T00:00:00Z -Path $file
        $script:older = @((Get-BitoProOrder btc_twd).OrderId)
        $end = Complete-Runbook (Start-Runbook $file)
        $end.ExitCode | Should -Be 2 -Because $end.Text
        New-Order | Should -BeNullOrEmpty
    }

    It 'ends with 3 and sends nothing when the guard refuses' {
        $file = Approve 'paused' 1
        $null = Suspend-TradeSession -Path $file
        $script:older = @((Get-BitoProOrder btc_twd).OrderId)
        $end = Complete-Runbook (Start-Runbook $file)
        $end.ExitCode | Should -Be 3 -Because $end.Text
        $end.Text | Should -Match 'BitoPro.Guard.ESCALATE'
        New-Order | Should -BeNullOrEmpty
    }
}
