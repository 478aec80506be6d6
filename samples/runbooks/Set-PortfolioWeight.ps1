<#
.SYNOPSIS
Brings the account's currencies to target weights: sells what is too much, then buys what is too little.
.DESCRIPTION
Look first, then do:
  ./Set-PortfolioWeight.ps1 -Target @{ btc = 0.5; eth = 0.3; twd = 0.2 } -WhatIf
  ./Set-PortfolioWeight.ps1 -Target @{ btc = 0.5; eth = 0.3; twd = 0.2 } -RunId 2026-03-02
Market orders, one for each currency that is off by more than the tolerance. Each is confirmed; -Confirm:$false leaves that out. With the same
-RunId nothing is sent twice: an order whose id the journal knows is refused.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    # Currency and share of the whole; together 1.
    [Parameter(Mandatory)] [hashtable] $Target,
    # Differences below this share of the whole are left alone.
    [ValidateRange(0.001, 1)] [decimal] $Tolerance = 0.02,
    # Names the orders of this run in the journal.
    [string] $RunId = [DateTimeOffset]::UtcNow.ToString('yyyyMMdd-HHmmss')
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
[cultureinfo]::CurrentCulture = 'en-US'
if (-not (Get-Module Exchange)) { Import-Module Exchange }

$sum = ($Target.Values | ForEach-Object { [decimal] $_ } | Measure-Object -Sum).Sum
if ([Math]::Abs($sum - 1) -gt 0.000001) { throw "The weights are $sum together; they must be 1." }

$amounts = @{}
foreach ($balance in Get-BitoProBalance) { $amounts[$balance.Currency] = $balance.Available }
$rules = @{}
foreach ($pair in Get-BitoProTradingPair) { $rules[$pair.Pair] = $pair }
$prices = @{ twd = [decimal] 1 }
foreach ($currency in $Target.Keys | Where-Object { $_ -ne 'twd' }) { $prices[$currency] = (Get-BitoProTicker "${currency}_twd").LastPrice }

# Only what has a target takes part; other currencies stay as they are.
$worth = [decimal] 0
foreach ($currency in $Target.Keys) { $worth += $amounts[$currency] * $prices[$currency] }

$plan = foreach ($currency in $Target.Keys | Where-Object { $_ -ne 'twd' }) {
    $difference = [decimal] $Target[$currency] * $worth - $amounts[$currency] * $prices[$currency]
    if ([Math]::Abs($difference) -le $Tolerance * $worth) { continue }
    $rule = $rules["${currency}_twd"]
    # Down to what the market takes: a sale is in the currency itself, a market buy in TWD.
    $isSale = $difference -lt 0
    $size = $isSale ? -$difference / $prices[$currency] : $difference
    $digits = $isSale ? $rule.BasePrecision : $rule.QuotePrecision
    $size = [decimal]::Round($size, $digits, [MidpointRounding]::ToZero)
    if ($size -lt ($isSale ? $rule.MinLimitBaseAmount : $rule.MinMarketBuyQuoteAmount)) { continue }
    [pscustomobject] @{
        Pair      = "${currency}_twd"
        Side      = $isSale ? 'Sell' : 'Buy'
        Type      = 'Market'
        Amount    = $size.ToString()
        AttemptId = "$RunId-$currency"
    }
}

# Sales first: they bring the TWD that the buys need.
foreach ($order in $plan | Sort-Object Side -Descending) { $order | Invoke-BitoProOrder }
