# The tour: one BitoPro session from first price to recovered order, against the simulator on this machine.
# Usage: ./samples/Tour.ps1 [folder for the CSV and the journal]
[CmdletBinding()]
param([string] $Folder = (Join-Path ([System.IO.Path]::GetTempPath()) "exchange-tour-$PID"))

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$repository = Split-Path $PSScriptRoot
Import-Module (Join-Path $repository 'out/Exchange')
$null = New-Item -ItemType Directory -Force $Folder
$env:EXCHANGE_HOME = Join-Path $Folder 'state'
# A key of one's own would make the sign-in needless.
$env:OKX_CONFIG_DIR = Join-Path $Folder 'okx'
Remove-Item Env:OKX_API_KEY, Env:OKX_SECRET_KEY, Env:OKX_PASSPHRASE, Env:OKX_API_BASE_URL, Env:OKX_OAUTH_BASE_URL -ErrorAction Ignore

function Show([string] $Title, [scriptblock] $Script) {
    Write-Host ''
    Write-Host "## $Title"
    Write-Host "PS> $("$Script".Trim() -replace '\s*\r?\n\s*', "`n    ")"
    # One statement at a time, as at a prompt, so that each shows its own table.
    foreach ($statement in $Script.Ast.EndBlock.Statements) {
        $text = (. ([scriptblock]::Create($statement.Extent.Text)) | Out-String -Width 110).Trim("`r", "`n")
        if ($text) { Write-Host $text }
    }
}

$simulator = Start-ExchangeSimulator -Seed 7 -SlowSeconds 20
try {
    Write-Host "A simulator of the service runs at $($simulator.Address); nothing leaves this machine."

    Show 'Prices, and a book' {
        Get-BitoProTicker btc_twd, eth_twd, usdt_twd
        Get-BitoProOrderBook btc_twd -Limit 5
    }
    Show 'Two days of hourly candles' { Show-BitoProCandlestick btc_twd 1h -Width 76 -Height 12 -Count 48 }
    Show 'What the account has' { Get-BitoProBalance -NonZero }

    Show 'An order as a draft: nothing is sent' {
        Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Limit -Amount 0.001 -Price 2500000 -WhatIf
    }
    Show 'Nobody here can confirm, so it is not sent' {
        try { Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Limit -Amount 0.001 -Price 2500000 }
        catch { "$($_.FullyQualifiedErrorId.Split(',')[0])" }
    }
    Show 'A slip of the finger is refused before anything is sent' {
        try { Invoke-BitoProOrder -Pair BTC-TWD -Side Buy -Type Limit -Amount 0.001 -Price 2500000 -Confirm:$false }
        catch { "$($_.Exception.ErrorId): $_ $($_.ErrorDetails.RecommendedAction)" }
    }
    Show 'A limit order, confirmed by the script, rests in the book' {
        Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Limit -Amount 0.001 -Price 2500000 -Confirm:$false
        Get-BitoProOrder -Open
    }
    Show 'A market order for 50,000 TWD, its fills and fees' {
        $script:bought = Invoke-BitoProOrder -Pair btc_twd -Side Buy -Type Market -Amount 50000 -Confirm:$false
        Get-BitoProFill btc_twd -OrderId $bought.OrderId
    }
    Show 'The balances after it' { Get-BitoProBalance twd, btc }
    Show 'Cancel whatever is open' { Get-BitoProOrder -Open | Stop-BitoProOrder -Confirm:$false }

    $plan = Join-Path $Folder 'plan.csv'
    Set-Content $plan @(
        'Pair,Side,Type,Amount,Price,TimeInForce'
        'btc_twd,buy,LIMIT,0.001,2400000,POST_ONLY'
        'eth_twd,sell,LIMIT,0.5,120000,'
        'eth_twd,buy,MARKET,3000,,')
    Show 'Three orders of a file as one call: first the draft, then for real' {
        Import-Csv $plan | Invoke-BitoProOrder -Batch -WhatIf
        Import-Csv $plan | Invoke-BitoProOrder -Batch -Confirm:$false
    }
    Show 'A live order book, until three pictures of it have come' {
        Watch-BitoProOrderBook -Pair btc_twd -Limit 1 | Select-Object -First 3 Pair, BestBid, BestAsk, Spread
    }
    Show 'Everything that is open, cancelled at once' { Stop-BitoProOrder -All -Confirm:$false }

    $csv = Join-Path $Folder 'orders.csv'
    Show 'The history into a file' {
        Get-BitoProOrder btc_twd | Select-Object OrderId, Pair, Side, Type, Price, OriginalAmount, ExecutedAmount, StatusLabel, CreatedAt |
            Export-Csv $csv
        Get-Content $csv -TotalCount 3
    }

    Show 'OKX: sign in with a code that a person approves in a browser; here the script plays the person' {
        $code = Connect-OkxAccount -Site eea -Manual -Language en
        $code.Message
        $null = Set-ExchangeSimulator -Approve $code.UserCode
        Start-Sleep -Seconds 5
        Get-OkxAuthStatus
    }
    Show 'Read balances with the session, and give it back' {
        Get-OkxBalance
        Disconnect-OkxAccount
    }
    Show 'The agentic wallet: a rehearsal signs in without a person' { Connect-AgenticWallet | Format-List LoggedIn, AccountId, EvmAddress, SolAddress }
    Show 'An order that waits for a price, as a draft: both addresses, estimates, expiry' {
        New-StrategyLimitOrder arb usdc 0x912ce59144191c1204e64559fe8253a0e49e6548 10 Buy 0.10 -WhatIf
    }
    Show 'Less than a dollar is one line' { New-StrategyLimitOrder arb usdc weth 0.5 Buy 2500 }
    Show 'The order, signed and placed; twelve seconds later it waits for its price' {
        $script:waiting = New-StrategyLimitOrder arb usdc 0x912ce59144191c1204e64559fe8253a0e49e6548 10 Buy 0.10 -Confirm:$false
        $null = Set-ExchangeSimulator -Advance 0:00:13
        Get-StrategyOrder -Status Active
    }
    Show 'The market falls to the trigger; the order is traded, and says so' {
        $null = Set-ExchangeSimulator -TokenPrice arb:ARB=0.09 -Advance 0:00:03
        $script:traded = $waiting | Get-StrategyOrder
        $traded
        $traded.Events
    }
    # A person would sign in at this address in a browser; here its answer is asked for as the browser would.
    $start = Start-CodexAuth work
    $page = [System.Net.Http.HttpClient]::new([System.Net.Http.HttpClientHandler]@{ AllowAutoRedirect = $false })
    $script:callback = ConvertTo-SecureString -AsPlainText $page.GetAsync("$($start.LoginUrl)&decision=approve").Result.Headers.Location.OriginalString
    $page.Dispose()
    Show 'A sign-in to Codex: what is pending, then completed with an address that no history keeps' {
        Get-CodexAuthStatus | ForEach-Object Pending
        Complete-CodexAuth work -CallbackUrl $callback
    }
    Show 'The login, without its tokens, and what the account has used' {
        Get-CodexProfile
        Get-CodexUsage work
    }

    Write-Host ''
    Write-Host '## A process is killed between sending an order and hearing back'
    $null = Set-ExchangeSimulator -Fault Slow=1 -Method POST
    $env:EXCHANGE_SIMULATOR = $simulator.Address
    $before = @(Get-ExchangeAttempt -State Unknown).Count
    $program = Join-Path $repository ($IsWindows ? 'out/bin/exchange.exe' : 'out/bin/exchange')
    $victim = Start-Process $program -PassThru -RedirectStandardOutput (Join-Path $Folder 'victim.log') -ArgumentList @(
        'Invoke-BitoProOrder', '-Pair', 'btc_twd', '-Side', 'Buy', '-Type', 'Limit', '-Amount', '0.002', '-Price', '2400000', '-Confirm:$false')
    # The journal tells when the order is on its way: its intent stands there before the first byte leaves.
    for ($i = 0; $i -lt 100 -and @(Get-ExchangeAttempt -State Unknown).Count -eq $before; $i++) { Start-Sleep -Milliseconds 100 }
    Start-Sleep -Milliseconds 500
    Stop-Process -Id $victim.Id -Force
    $null = Set-ExchangeSimulator -NoFault
    Write-Host "exchange (process $($victim.Id)) is gone; nobody heard whether the order was taken."

    Show 'The journal knows that it does not know' { Get-ExchangeAttempt -State Unknown }
    Show 'It finds out by asking, never by sending again' { Resolve-ExchangeAttempt }

    Write-Host ''
    Write-Host "Done. The CSV is $csv"
    Write-Host "Next: Import-Module $(Join-Path $repository 'out/Exchange'); Start-ExchangeSimulator; Get-Command -Module Exchange"
}
finally {
    Remove-Item Env:EXCHANGE_SIMULATOR -ErrorAction Ignore
    Stop-ExchangeSimulator
}
