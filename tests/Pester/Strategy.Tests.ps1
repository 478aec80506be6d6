BeforeAll {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $script:stateBefore = $env:EXCHANGE_HOME
    $env:EXCHANGE_HOME = Join-Path $TestDrive 'state'
    $script:simulator = Start-ExchangeSimulator -Seed 7
    $null = Connect-AgenticWallet
    $script:order = @{
        Chain = 'arb'; FromToken = 'usdc'; ToToken = '0x912ce59144191c1204e64559fe8253a0e49e6548'
        Amount = '10'; Direction = 'Buy'; TriggerPrice = '0.10'
    }
    function PostCount($Path) {
        @((Invoke-RestMethod "$($simulator.Address)_simulator/requests").data | Where-Object path -Like "*$Path").Count
    }
}

AfterAll {
    Stop-ExchangeSimulator
    $env:EXCHANGE_HOME = $script:stateBefore
}

Describe 'Strategy orders in a real PowerShell' {
    It 'reads as it runs: listed by status, cancelled down the pipeline, rehearsed with -WhatIf' {
        1..2 | ForEach-Object { $null = New-StrategyLimitOrder @order -Confirm:$false }
        $null = Set-ExchangeSimulator -Advance 0:00:13
        $before = PostCount '/cancel'
        Get-StrategyOrder | Where-Object Status -EQ Active | Stop-StrategyOrder -WhatIf | Should -BeNullOrEmpty
        PostCount '/cancel' | Should -Be $before
        (Get-StrategyOrder | Where-Object Status -EQ Active).Count | Should -Be 2

        $done = Get-StrategyOrder | Where-Object Status -EQ Active | Stop-StrategyOrder
        $done.UpdateNum | Should -Be 2
        PostCount '/cancel' | Should -Be ($before + 1)
        Get-StrategyOrder | Where-Object Status -EQ Active | Should -BeNullOrEmpty
    }

    It 'shows one line for an order below a dollar, and nothing else' {
        $order2 = $order.Clone(); $order2.Amount = '0.5'
        (New-StrategyLimitOrder @order2 | Out-String).Trim() | Should -Be 'Minimum order amount: 1 USDC'
    }

    It 'refuses what PowerShell has made of a number' {
        { New-StrategyLimitOrder @order -Slippage (1e-7) } | Should -Throw -ErrorId 'Strategy.SlippageInvalid*'
    }

    It 'has a table view for <_>' -ForEach @('Get-StrategyOrder -Status All', 'Get-AgenticWallet', 'Get-TokenPrice arb usdc', 'Get-TokenInfo sol sol') {
        $first = Invoke-Expression $_ | Select-Object -First 1
        Get-FormatData -TypeName $first.GetType().FullName -PowerShellVersion $PSVersionTable.PSVersion | Should -Not -BeNullOrEmpty
    }

    It 'shows the eight columns in the language that was asked for' {
        $english = Get-StrategyOrder -Status All -AsTable -Culture en | Out-String -Width 160
        $english | Should -Match 'Order id\s+Order Status\s+Order Type\s+Estimated Amount\s+To Token addr\s+Value\s+Trigger price\s+Expire after'
        $chinese = Get-StrategyOrder -Status All -AsTable -Culture zh | Out-String -Width 160
        $chinese | Should -Match '订单状态'
        [cultureinfo]::CurrentUICulture.Name | Should -Not -BeLike 'zh*'
        $chinese | Should -Not -Match 'Cancelled'
        (Get-StrategyOrder -Status All | Out-String -Width 160) | Should -Match 'Order Status'
    }

    It 'completes chains, tokens, statuses and order ids' {
        function Complete($Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
        Complete 'New-StrategyLimitOrder -Chain ar' | Should -Contain 'arbitrum'
        Complete 'New-StrategyLimitOrder -Chain arbitrum -FromToken us' | Should -Be @('usdc', 'usdt')
        Complete 'Get-StrategyOrder -Status Comp' | Should -Be 'Completed'
        $null = New-StrategyLimitOrder @order -Confirm:$false
        Complete 'Stop-StrategyOrder -OrderId 1' | Should -Not -BeNullOrEmpty
    }

    It 'has Remove-StrategyOrder as another name' {
        (Get-Command Remove-StrategyOrder).Definition | Should -Be 'Stop-StrategyOrder'
    }

    It 'refuses bad input by the contract''s id, with what to do' {
        $failed = { New-StrategyLimitOrder polygon usdc eth 10 Buy 1 -Confirm:$false } |
            Should -Throw -PassThru -ErrorId 'Strategy.ChainNotSupported*'
        $failed.ErrorDetails.RecommendedAction | Should -Match 'arbitrum'
        { New-StrategyLimitOrder @order -Direction hodl } | Should -Throw
        { Stop-StrategyOrder -All -Wait } | Should -Throw -ErrorId 'Strategy.WaitWithAll*'
    }
}
