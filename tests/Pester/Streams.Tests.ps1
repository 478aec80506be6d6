BeforeAll {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $script:stateBefore = $env:EXCHANGE_HOME
    $env:EXCHANGE_HOME = Join-Path $TestDrive 'state'
    $script:simulator = Start-ExchangeSimulator -Seed 7
    function OpenStreams([int] $Wanted) {
        $giveUp = [datetime]::UtcNow.AddSeconds(20)
        while ((Get-ExchangeSimulator).Streams -ne $Wanted -and [datetime]::UtcNow -lt $giveUp) { [System.Threading.Thread]::Sleep(10) }
        (Get-ExchangeSimulator).Streams
    }
}

AfterAll {
    Stop-ExchangeSimulator
    $env:EXCHANGE_HOME = $script:stateBefore
}

Describe 'Live streams in a real PowerShell' {
    It 'ends by itself when Select-Object has enough, and closes the socket' {
        $path = (Get-Module Exchange).Path
        # A book changes every few seconds of the simulator's time: let it pass.
        $passing = Start-ThreadJob { Import-Module $using:path; while ($true) { $null = Set-ExchangeSimulator -Advance 00:00:05 } }
        $books = Watch-BitoProOrderBook -Pair btc_twd | Select-Object -First 5
        $passing | Remove-Job -Force
        $books.Count | Should -Be 5
        $books.Pair | Select-Object -Unique | Should -Be 'btc_twd'
        OpenStreams 0 | Should -Be 0
    }

    It 'watches the pairs of the pipeline over one connection' {
        $before = (Get-ExchangeSimulator).Requests
        $tickers = Get-BitoProTradingPair | Where-Object Quote -EQ twd | Select-Object -First 3 | Watch-BitoProTicker -First 3
        ($tickers.Pair | Sort-Object -Unique).Count | Should -Be 3
        (Get-ExchangeSimulator).Requests - $before | Should -Be 2
    }

    It 'ends after -TimeoutSec without an error' {
        $trades = Watch-BitoProTrade btc_twd -TimeoutSec 1 -ErrorAction Stop
        $trades.Count | Should -BeGreaterOrEqual 100
        OpenStreams 0 | Should -Be 0
    }

    It 'tells of the account in other runspaces while this one trades' {
        $path = (Get-Module Exchange).Path
        $watching = Start-ThreadJob { Import-Module $using:path; Watch-BitoProFill -First 1 }
        OpenStreams 1 | Should -Be 1
        $receipt = Invoke-BitoProOrder btc_twd Buy Market 3000 -Confirm:$false
        $fill = $watching | Receive-Job -Wait -AutoRemoveJob
        $fill.OrderId | Should -Be $receipt.OrderId
        $fill.OrderType | Should -Be 'MARKET'
        OpenStreams 0 | Should -Be 0
    }

    It 'stops with its pipeline and closes the socket' {
        $path = (Get-Module Exchange).Path
        $shell = [powershell]::Create().AddScript("Import-Module '$path'; Watch-BitoProBalance")
        $null = $shell.BeginInvoke()
        OpenStreams 1 | Should -Be 1
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        OpenStreams 0 | Should -Be 0
        $shell.Dispose()
    }

    It 'has a table or list view for <_>' -ForEach @('Watch-BitoProOrderBook btc_twd', 'Watch-BitoProTicker btc_twd', 'Watch-BitoProTrade btc_twd', 'Watch-BitoProBalance') {
        $first = Invoke-Expression "$_ -First 1"
        Get-FormatData -TypeName $first.GetType().FullName -PowerShellVersion $PSVersionTable.PSVersion | Should -Not -BeNullOrEmpty
    }

    It 'completes depths of the book and refuses others with the contract''s id' {
        (TabExpansion2 'Watch-BitoProOrderBook btc_twd -Limit 3' 39).CompletionMatches.CompletionText | Should -Contain '30'
        { Watch-BitoProOrderBook btc_twd -Limit 7 } | Should -Throw -ErrorId 'BitoPro.LimitOutOfRange*'
    }

    It 'tells in the verbose stream where it is, and no secret' {
        $verbose = Watch-BitoProBalance -First 1 -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Out-String
        $verbose | Should -Match 'ACCOUNT_BALANCE GET /v1/pub/auth/account-balance -> open in \d+ ms, signed'
        $verbose | Should -Not -Match 'simulator-secret|simulator-key-0001-bitopro'
    }
}
