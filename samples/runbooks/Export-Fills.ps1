<#
.SYNOPSIS
Adds the fills of the past days to a CSV file, each fill once. Made to run every night.
.DESCRIPTION
Reads a little further back than the last run and leaves out what the file has already, so that a night that was missed is made up for and
a fill is never there twice. Times are ISO 8601; numbers have a point, whatever the machine's culture.
.EXAMPLE
./Export-Fills.ps1 -Pair btc_twd, eth_twd -Path ~/fills.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string[]] $Pair,
    [Parameter(Mandatory)] [string] $Path,
    [ValidateRange(1, 90)] [int] $Days = 3
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
# A file that travels: numbers are written and read by this culture.
[cultureinfo]::CurrentCulture = 'en-US'
if (-not (Get-Module Exchange)) { Import-Module Exchange }

$known = [System.Collections.Generic.HashSet[string]]::new()
if (Test-Path $Path) {
    # Both sides of one match can share a trade id: only with the order is it one fill.
    foreach ($row in Import-Csv $Path) { $null = $known.Add("$($row.TradeId)/$($row.OrderId)") }
}

$new = @($Pair |
        ForEach-Object { Get-BitoProFill $_ -Since ([DateTimeOffset]::UtcNow.AddDays(-$Days)) } |
        Where-Object { $known.Add("$($_.TradeId)/$($_.OrderId)") } |
        Sort-Object CreatedAt)
if ($new) {
    $new | Select-Object CreatedAt, Pair, Side, Price, BaseAmount, QuoteAmount, Fee, FeeSymbol, IsTaker, TradeId, OrderId | Export-Csv $Path -Append
}
[pscustomobject] @{ Path = $Path; Added = $new.Count; Known = $known.Count }
