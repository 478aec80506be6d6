BeforeAll {
    . (Join-Path $PSScriptRoot 'Support/Simulator.ps1')
    . (Join-Path $PSScriptRoot 'Support/AnsweringHost.ps1')
    Start-TestSimulator
    $script:place = 'Invoke-BitoProOrder btc_twd Buy Limit 0.001'
}

AfterAll { Stop-TestSimulator }

Describe 'A person who is asked' {
    It 'sees the whole draft and sends it with <_>' -ForEach 'Y', 'A' {
        $before = Get-WriteCount
        $done = Invoke-WithAnswer $_ "$place 2000000"
        $done.Output.OrderId | Should -Not -BeNullOrEmpty
        $done.Asked | Should -HaveCount 1
        $done.Asked[0] | Should -Match 'BUY 0\.001 btc \(btc_twd, LIMIT @ 2000000\)'
        $done.Asked[0] | Should -Match 'Sent to: http://127\.0\.0\.1:\d+/bitopro/v3'
        Get-WriteCount | Should -Be ($before + 1)
    }

    It 'sends nothing with <_>, and that is no error' -ForEach 'N', 'L' {
        $before = Get-WriteCount
        $done = Invoke-WithAnswer $_ "$place 2000000"
        $done.Output | Should -BeNullOrEmpty
        $done.Errors | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be $before
    }

    It 'answers for each object of a pipeline, or once for all' {
        $rows = "'1900000', '1900001', '1900002' | ForEach-Object { [pscustomobject]@{ Pair = 'btc_twd'; Side = 'Buy'; Type = 'Limit'; Amount = '0.001'; Price = `$_ } } | Invoke-BitoProOrder"
        $done = Invoke-WithAnswer ('Y', 'N', 'Y') $rows
        $done.Asked | Should -HaveCount 3
        $done.Output.Price | Should -Be @(1900000, 1900002)
        $done = Invoke-WithAnswer ('N', 'A') $rows
        $done.Asked | Should -HaveCount 2
        $done.Output.Price | Should -Be @(1900001, 1900002)
        $done = Invoke-WithAnswer ('Y', 'L') $rows
        $done.Asked | Should -HaveCount 2
        $done.Output.Price | Should -Be @(1900000)
    }

    It 'is not asked with -Confirm:$false, nor when the preference says that nothing is that grave' {
        (Invoke-WithAnswer @() "$place 2000000 -Confirm:`$false").Output.OrderId | Should -Not -BeNullOrEmpty
        (Invoke-WithAnswer @() "`$ConfirmPreference = 'None'; $place 2000000").Output.OrderId | Should -Not -BeNullOrEmpty
    }

    It 'is asked by -Confirm even then' {
        $done = Invoke-WithAnswer 'N' "`$ConfirmPreference = 'None'; $place 2000000 -Confirm"
        $done.Asked | Should -HaveCount 1
        $done.Output | Should -BeNullOrEmpty
    }

    It 'who has gone away leaves nothing sent' {
        $before = Get-WriteCount
        $done = Invoke-WithAnswer @() "$place 2000000"
        $done.Errors.FullyQualifiedErrorId | Should -BeLike 'BitoPro.ConfirmationRequired,*'
        Get-WriteCount | Should -Be $before
    }

    It 'who has gone away leaves undone what has no draft: <_>' -ForEach @(
        'Clear-TradeAttempt gone-1'
        'New-TradeSession s-1 -MaxSteps 3 -MaxTotalExposureQuote 9000 -MaxSingleOrderQuote 3000 -MaxDailyLossQuote 500 -SessionExpiryAt ([DateTimeOffset]::UtcNow.AddHours(1)) | Approve-TradeSession -Confirm:$false | Stop-TradeSession -Confirm'
        'Set-ExchangeSimulator -Advance 00:00:01 -Confirm'
    ) {
        if ($_ -match '^Clear') { $null = Invoke-BitoProOrder @order -AttemptId gone-1 -Confirm:$false }
        $done = Invoke-WithAnswer @() $_
        $done.Errors.FullyQualifiedErrorId | Should -BeLike 'Exchange.ConfirmationRequired,*'
        $done.Output | Should -BeNullOrEmpty
    }
}

Describe 'Nobody who could be asked' {
    It 'is no reason to wait: pwsh -NonInteractive ends by itself, nothing sent' {
        $before = Get-WriteCount
        $start = [System.Diagnostics.ProcessStartInfo]::new((Get-Command pwsh -CommandType Application -TotalCount 1).Source)
        $env:EXCHANGE_SIMULATOR = $simulator.Address
        # Standard input stays open and silent, as under a service manager.
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        foreach ($word in '-NoProfile', '-NonInteractive', '-Command', "Import-Module '$((Get-Module Exchange).Path)'; $place 2000000; Invoke-BitoProOrder; Connect-BitoProAccount -Email a@b.c -ApiKey; New-BitoProWithdrawal") {
            $start.ArgumentList.Add($word)
        }
        $process = [System.Diagnostics.Process]::Start($start)
        Remove-Item Env:EXCHANGE_SIMULATOR
        $text = $process.StandardError.ReadToEndAsync()
        $ended = $process.WaitForExit(30000)
        if (-not $ended) { $process.Kill() }
        $ended | Should -BeTrue
        $text.Result | Should -Match 'needs a confirmation'
        $text.Result | Should -Match 'mandatory'
        Get-WriteCount | Should -Be $before
    }
}
