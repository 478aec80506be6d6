BeforeAll {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $script:stateBefore = $env:EXCHANGE_HOME
    $env:EXCHANGE_HOME = Join-Path $TestDrive 'state'
    $script:simulator = Start-ExchangeSimulator -Seed 7
    $script:order = @{ Pair = 'btc_twd'; Side = 'Buy'; Type = 'Limit'; Amount = '0.001'; Price = '2000000' }
    function PostCount {
        @((Invoke-RestMethod "$($simulator.Address)_simulator/requests").data | Where-Object method -NE 'GET').Count
    }
}

AfterAll {
    Stop-ExchangeSimulator
    $env:EXCHANGE_HOME = $script:stateBefore
}

Describe 'BitoPro in a real PowerShell' {
    It 'shows prices as a table no wider than 120 columns' {
        $text = Get-BitoProTicker | Out-String -Width 120
        $text | Should -Match 'btc_twd'
        ($text -split "`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 121
    }

    It 'has a table or list view for <_>' -ForEach @(
        'Get-BitoProTicker', 'Get-BitoProBalance', 'Get-BitoProTradingPair', 'Get-BitoProCurrency', 'Get-BitoProFee', 'Get-BitoProFee -All', 'Get-BitoProAccount',
        'Get-BitoProTrade btc_twd', 'Get-BitoProCandlestick btc_twd', 'Get-BitoProOtcPrice usdt', 'Get-ExchangeSimulator'
    ) {
        $first = Invoke-Expression $_ | Select-Object -First 1
        $view = Get-FormatData -TypeName $first.GetType().FullName -PowerShellVersion $PSVersionTable.PSVersion
        $view | Should -Not -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        $before = PostCount
        Invoke-BitoProOrder @order -WhatIf | Should -BeNullOrEmpty
        Stop-BitoProOrder btc_twd 5550000001 -WhatIf | Should -BeNullOrEmpty
        PostCount | Should -Be $before
    }

    It 'refuses to prompt where nobody can answer, with the draft as the target' {
        $failed = { Invoke-BitoProOrder @order } | Should -Throw -PassThru -ErrorId 'BitoPro.ConfirmationRequired*'
        $failed.TargetObject.Pair | Should -Be 'btc_twd'
        $failed.ErrorDetails.RecommendedAction | Should -Match 'Confirm'
    }

    It 'places, lists, cancels and remembers an order' {
        $receipt = Invoke-BitoProOrder @order -Confirm:$false
        $receipt.OrderId | Should -Not -BeNullOrEmpty
        (Get-BitoProOrder -Open).OrderId | Should -Contain $receipt.OrderId
        $cancelled = Get-BitoProOrder -Open | Where-Object Pair -EQ btc_twd | Stop-BitoProOrder -Confirm:$false
        $cancelled.OrderId | Should -Contain $receipt.OrderId
        Get-BitoProOrder -Open | Should -BeNullOrEmpty
        (Get-BitoProOrder btc_twd $receipt.OrderId).Status | Should -Be 'Cancelled'
        (Get-ExchangeAttempt $receipt.AttemptId).State | Should -Be 'Accepted'
    }

    It 'takes a receipt down the pipeline as one order, not as a whole history' {
        $receipts = 1..2 | ForEach-Object { Invoke-BitoProOrder @order -Confirm:$false }
        ($receipts[1] | Get-BitoProOrder).OrderId | Should -Be $receipts[1].OrderId
        $receipts | Stop-BitoProOrder -Confirm:$false | Should -HaveCount 2
    }

    It 'binds orders from a CSV file, empty cells and all' {
        $csv = Join-Path $TestDrive 'orders.csv'
        Set-Content $csv @('Pair,Side,Type,Amount,Price,TimeInForce', 'eth_twd,sell,LIMIT,0.1,200000,POST_ONLY', 'btc_twd,buy,MARKET,3000,,')
        $receipts = Import-Csv $csv | Invoke-BitoProOrder -Confirm:$false
        $receipts.Type | Should -Be @('LIMIT', 'MARKET')
        $receipts[0].TimeInForce | Should -Be 'POST_ONLY'
    }

    It 'takes numbers as they were typed' {
        { Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Limit -Amount 1e-3 -Price 2000000 -Confirm:$false } |
            Should -Throw -ErrorId 'BitoPro.InvalidNumber*'
        $receipt = Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Limit -Amount 0.0010 -Price 2000000 -Confirm:$false
        $receipt.Amount | Should -Be 0.001
    }

    It 'stops the pages when Select-Object has enough' {
        $pairs = Get-BitoProTradingPair | Select-Object -First 2
        $pairs.Count | Should -Be 2
        (Get-BitoProOrder btc_twd -PageSize 2 | Select-Object -First 1).Pair | Should -Be 'btc_twd'
    }

    It 'tells method, path, status and time in the verbose stream, and no secret' {
        $verbose = Get-BitoProBalance -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Out-String
        $verbose | Should -Match 'T5 GET /accounts/balance -> 200 in \d+ ms'
        $verbose | Should -Not -Match 'simulator-secret'
    }

    It 'works in ForEach-Object -Parallel, sharing the simulator and the journal' {
        $path = (Get-Module Exchange).Path
        $ids = 1..5 | ForEach-Object -Parallel {
            Import-Module $using:path
            (Invoke-BitoProOrder btc_twd Buy Limit 0.001 (1900000 + $_) -Confirm:$false).AttemptId
        }
        @($ids).Count | Should -Be 5
        @(Get-ExchangeAttempt $ids | Where-Object State -EQ Accepted).Count | Should -Be 5
    }

    It 'completes pairs, resolutions and faults' {
        $null = Get-BitoProTradingPair
        function Complete([string] $Text) { (TabExpansion2 $Text $Text.Length).CompletionMatches.CompletionText }
        Complete 'Get-BitoProTicker btc' | Should -Contain 'btc_twd'
        Complete 'Get-BitoProCandlestick btc_twd 1' | Should -Contain '1M'
        Complete 'Start-ExchangeSimulator -Fault Drop' | Should -Contain 'DropAfter=0.1'
    }

    It 'leaves no secret in $Error, output or journal' {
        $secret = 'simulator-secret-0001-bitopro'
        ($Error | ForEach-Object { $_ | Format-List * -Force | Out-String }) -join "`n" | Should -Not -Match $secret
        Get-BitoProAccount | Format-List * -Force | Out-String | Should -Not -Match $secret
        Get-ChildItem $env:EXCHANGE_HOME -Recurse -File | ForEach-Object { Get-Content $_ -Raw } | Should -Not -Match $secret
    }
}
