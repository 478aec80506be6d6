<#
.SYNOPSIS
Keeps one stop-loss order alive for each token that you hold. It can be killed at any moment, started again, or started twice: no token gets two.
.DESCRIPTION
The plan is a CSV file, one row a token; its cells are text, so that every digit arrives:

  Chain,Token,Amount,TriggerPrice,Into,Slippage,ExpiresInSeconds,AccountId
  arbitrum,0x912ce59144191c1204e64559fe8253a0e49e6548,100,0.12,usdc,5,2592000,
  solana,sol,0.25,120,usdc,,,

The first four columns are needed. Look first, then place, then again and again as a scheduled task:

  pwsh -NonInteractive -File samples/StopLossKeeper.ps1 stops.csv
  pwsh -NonInteractive -File samples/StopLossKeeper.ps1 stops.csv -Place

What holds two runs apart is the journal: give all runs the same state folder, on one machine.

A stop that was cancelled, failed or ran out is placed anew: take its row out before you cancel it. A stop that was traded is not, because the token is
sold; after you have bought it again, run it once with -Rearm and its Token. Where the market is at or below the trigger already, or an order is suspended, nothing
is placed, and a person must look. A live order that differs from its row is left alone, with a warning.

Exit codes: 0 every token has its stop, or was sold; 75 something must settle first, start it again in a few minutes; 1 a row failed, or a person must
look; 2 the plan is wrong, nothing was sent; 3 the guard refused; 4 a person must sign in: Connect-AgenticWallet.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Plan,
    # Says yes to every stop that is missing. Without it the drafts are shown, and nothing is sent.
    [switch] $Place,
    # Tokens, as the plan writes them, whose last stop was traded and that you hold again.
    [string[]] $Rearm = @()
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not (Get-Command New-StrategyLimitOrder -ErrorAction Ignore)) {
    Import-Module (Join-Path (Split-Path $PSScriptRoot) 'out/Exchange')
}
# The worst of these is how it ends.
$codes = @{ Alive = 0; Placed = 0; Missing = 0; Sold = 0; Unsettled = 75; Refused = 3; AtTrigger = 1; Suspended = 1; TooSmall = 1; Failed = 1 }
$severity = 0, 75, 3, 1

function Show($Row, [string] $State, [string] $OrderId, [string] $Detail) {
    [pscustomobject]@{ Chain = $Row.Chain; Token = $Row.Token; State = $State; OrderId = $OrderId; Detail = $Detail }
}

# What the row means, read from the service once: the address behind a name, and the account.
function Resolve-Row($Row, $Active) {
    $token = Get-TokenInfo $Row.Chain $Row.Token
    $wallet = $Row.AccountId ? (Get-AgenticWallet $Row.AccountId) : $Active
    # Case says nothing on chains of Ethereum's kind, and everything on Solana.
    $address = $token.Address.StartsWith('0x') ? $token.Address.ToLowerInvariant() : $token.Address
    $Row | Add-Member @{ Info = $token; Wallet = $wallet; Key = "stop-$($wallet.AccountId)-$($token.ChainId)-$address-" }
}

# Whether an order that has not ended may be a stop of this token. What the service leaves out counts as yes.
function Test-Stop($Order, $Info) {
    $Order.StrategyType -in $null, 'StopLoss' -and $Order.FromTokenAddress -in $null, $Info.Address -and
        ($Order.FromTokenAddress -or $Order.FromSymbol -in $null, '', $Info.Symbol)
}

function Show-Alive($Row, $Order) {
    if ($Order.Status -eq 'Suspended') {
        return Show $Row Suspended $Order.OrderId "$($Order.LatestEvent) It stops no loss: Resume-StrategyOrder, or cancel it."
    }
    if ($Order.Status -eq 'Cancelling') {
        return Show $Row Unsettled $Order.OrderId $Order.StatusLabel
    }
    if ($Order.FromAmount -ne [decimal] $Row.Amount -or $Order.TriggerPrice -ne [decimal] $Row.TriggerPrice) {
        Write-Warning "$($Row.Token): order $($Order.OrderId) sells $($Order.FromAmount) at $($Order.TriggerPrice), the plan says $($Row.Amount) at $($Row.TriggerPrice)."
    }
    Show $Row Alive $Order.OrderId $Order.StatusLabel
}

# What was placed for this row so far. A rehearsal's attempts say nothing about the live service, but their ids are used up.
function Get-Known($Row) {
    Get-ExchangeAttempt -Service Strategy | Where-Object { $_.AttemptId.StartsWith($Row.Key, [StringComparison]::Ordinal) } |
        Select-Object AttemptId, State, StartedAt, Reference, @{ n = 'IsHere'; e = { $_.Address -eq $Row.Wallet.Endpoint } }
}

function Invoke-Row($Row) {
    # The journal first, the orders after it. A stop that another one of us places in between is then seen below, or it has taken our id.
    $known = @(Get-Known $Row)
    $unknown = @($known | Where-Object { $_.State -eq 'Unknown' -and $_.IsHere })
    if ($unknown) {
        # Perhaps sent: the service is asked, and nothing is sent before it has answered.
        $settled = @(Resolve-ExchangeAttempt $unknown.AttemptId)
        if (@($settled.State) -contains 'Unknown' -or $settled.Count -lt $unknown.Count) {
            return Show $Row Unsettled '' "$($unknown[0].AttemptId) may have been sent."
        }
        # Another one of us may have begun meanwhile: from the top.
        return Invoke-Row $Row
    }

    # Our last one by its id: a new order may not be in the list yet.
    $ours = $known | Where-Object { $_.State -eq 'Accepted' -and $_.IsHere } | Sort-Object StartedAt | Select-Object -Last 1
    $last = $ours ? (Get-StrategyOrder $ours.Reference -AccountId $Row.Wallet.AccountId) : $null
    $alive = @($last | Where-Object { $_ -and -not $_.IsTerminal })
    if (-not $alive) {
        $alive = @(Get-StrategyOrder -Chain $Row.Chain -All -AccountId $Row.Wallet.AccountId | Where-Object { Test-Stop $_ $Row.Info })
    }
    if ($alive) {
        return Show-Alive $Row $alive[0]
    }
    if ($last -and $last.Status -eq 'Completed' -and $Row.Token -notin $Rearm) {
        return Show $Row Sold $last.OrderId "Bought again? Run it once with -Rearm $($Row.Token)."
    }

    # Below its trigger a sale would wait for the market to rise again: a take profit, the opposite of a stop.
    $price = Get-TokenPrice $Row.Chain $Row.Token
    if ($price.Price -le [decimal] $Row.TriggerPrice) {
        return Show $Row AtTrigger '' "The market is at $($price.PriceText) USD, the trigger at $($Row.TriggerPrice)."
    }
    $order = @{
        Chain = $Row.Chain; FromToken = $Row.Token; ToToken = $Row.Into ? $Row.Into : 'usdc'; Amount = $Row.Amount; Direction = 'Sell'
        TriggerPrice = $Row.TriggerPrice; CurrentPrice = $price.PriceText; AccountId = $Row.Wallet.AccountId
        AttemptId = "$($Row.Key)$($known.Count + 1)"
    }
    foreach ($name in 'Slippage', 'ExpiresInSeconds') { if ($Row.$name) { $order[$name] = $Row.$name } }
    $answer = New-StrategyLimitOrder @order -WhatIf:(-not $Place) -Confirm:$false
    if ($answer -and $answer.PSObject.Properties['BelowMinimum']) { return Show $Row TooSmall '' $answer.Message }
    if (-not $Place) { return Show $Row Missing '' 'Nothing was sent; -Place places it.' }
    Show $Row Placed $answer.OrderId $answer.StatusLabel
}

$active = Get-AgenticWallet
if (-not $active.CanPlaceOrders) {
    Write-Warning 'No session that can place orders. A person signs in: Connect-AgenticWallet.'
    exit 4
}
try {
    $rows = @(Import-Csv -LiteralPath $Plan)
    foreach ($row in $rows) {
        foreach ($name in 'Chain', 'Token', 'Amount', 'TriggerPrice', 'Into', 'Slippage', 'ExpiresInSeconds', 'AccountId') {
            if (-not $row.PSObject.Properties[$name]) { $row | Add-Member $name '' }
        }
        foreach ($name in 'Amount', 'TriggerPrice') {
            if ($row.$name -notmatch '^\d+(\.\d+)?$') { throw "$($row.Token): $name is '$($row.$name)'; write digits and a point." }
        }
        Resolve-Row $row $active
    }
    $twice = $rows | Group-Object Key -CaseSensitive | Where-Object Count -GT 1
    if ($twice) { throw "The plan names $(@($twice)[0].Group[0].Token) twice; one token has one stop." }
    $strange = $Rearm | Where-Object { $_ -notin $rows.Token }
    if ($strange) { throw "-Rearm names $strange, which the plan does not." }
}
catch {
    Write-Warning "${Plan}: $_"
    exit ($_.FullyQualifiedErrorId -like 'Http.*' ? 75 : 2)
}

$worst = 0
foreach ($row in $rows) {
    try {
        $result = Invoke-Row $row
    }
    catch {
        $id = $_.FullyQualifiedErrorId.Split(',')[0]
        # Gone without an answer, or under way by another one of us: the next start sees.
        $isUnsettled = $id -like '*.Guard.PAUSE' -or $id -eq 'Exchange.AttemptExists' -or $_.Exception.PSObject.Properties['OutcomeUnknown']?.Value
        $result = Show $row ($isUnsettled ? 'Unsettled' : $id -like '*.Guard.*' ? 'Refused' : 'Failed') '' "${id}: $("$_".Split("`n")[0])"
    }
    $result
    if ($severity.IndexOf($codes[$result.State]) -gt $severity.IndexOf($worst)) { $worst = $codes[$result.State] }
}
exit $worst
