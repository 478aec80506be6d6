BeforeAll {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $script:stateBefore = $env:EXCHANGE_HOME
    $env:EXCHANGE_HOME = Join-Path $TestDrive 'state'
    $script:simulator = Start-ExchangeSimulator -Seed 7
    $script:tether = @{ Currency = 'usdt'; Amount = '100'; Address = 'TXYZexampleaddr000000000000000000'; Protocol = 'TRX' }
}

AfterAll {
    Stop-ExchangeSimulator
    $env:EXCHANGE_HOME = $script:stateBefore
}

Describe 'The wallet of BitoPro in a real PowerShell' {
    It 'finds a withdrawal by its piped receipt, and not the history of its currency' {
        $receipt = New-BitoProWithdrawal @tether -Confirm:$false
        $found = @($receipt | Get-BitoProWithdrawal)
        $found.Serial | Should -Be $receipt.Serial
    }

    It 'lists the history of each piped currency' {
        ('btc', 'eth' | Get-BitoProWithdrawal -First 2).Currency | Should -Be @('btc', 'btc', 'eth', 'eth')
        @('btc' | Get-BitoProWithdrawal).Count | Should -BeGreaterThan 50
    }

    It 'withdraws the rows of a file, and empty cells say nothing' {
        $rows = @(
            'Currency,Amount,Address,Protocol,Message,AttemptId'
            "usdt,50,$($tether.Address),TRX,,"
            'twd,5000,,,,row-2'
        ) | ConvertFrom-Csv
        $receipts = $rows | New-BitoProWithdrawal -Confirm:$false
        $receipts.Currency | Should -Be @('usdt', 'twd')
        $receipts[1].AttemptId | Should -Be 'row-2'
    }

    It 'shows the draft with -WhatIf and sends nothing' {
        $before = (Get-BitoProBalance usdt).Available
        New-BitoProWithdrawal @tether -WhatIf | Should -BeNullOrEmpty
        (Get-BitoProBalance usdt).Available | Should -Be $before
    }

    It 'refuses <Line> with the contract''s id' -ForEach @(
        @{ Line = "Get-BitoProWithdrawal usdt -Serial a -Id 1 -ErrorAction Stop"; Id = 'BitoPro.InvalidLookup' }
        @{ Line = "Get-BitoProDeposit ''"; Id = 'BitoPro.InvalidCurrency' }
        @{ Line = 'New-BitoProWithdrawal btc 1 -Confirm:$false'; Id = 'BitoPro.AddressRequired' }
        @{ Line = 'New-BitoProWithdrawal usdt 100 T TRC20 -Confirm:$false'; Id = 'BitoPro.InvalidProtocol' }
    ) {
        $trouble = { Invoke-Expression $Line } | Should -Throw -PassThru
        $trouble.FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }

    It 'fits 80 columns' {
        $text = Get-BitoProDeposit usdt -First 3 | Out-String -Width 80
        $text | Should -Match 'Serial\s+Coin\s+Amount\s+Fee\s+Network\s+Status'
    }

    It 'completes networks and statuses' {
        (TabExpansion2 'New-BitoProWithdrawal usdt 1 -Protocol ').CompletionMatches.CompletionText |
            Should -Be @('MAIN', 'ERC20', 'OMNI', 'TRX', 'BSC', 'POLYGON')
        (TabExpansion2 'Get-BitoProDeposit usdt -Status ').CompletionMatches.CompletionText | Should -Not -Contain 'WAIT_CONFIRMATION'
    }
}
