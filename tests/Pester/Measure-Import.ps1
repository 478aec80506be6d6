# What importing the module and a first call cost over a bare shell: medians of runs in turn, in milliseconds.
# Not a test: the figures are the machine's. Aims: import under 150, the first ticker under 300 more.
param([int] $Runs = 10)
$ErrorActionPreference = 'Stop'
$path = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange'
Import-Module $path
$address = (Start-ExchangeSimulator -Seed 7).Address
$scripts = [ordered] @{ Bare = ''; Import = "Import-Module '$path'"; Ticker = "Import-Module '$path'; `$null = Get-BitoProTicker btc_twd" }
$times = @{ Bare = @(); Import = @(); Ticker = @() }
$env:EXCHANGE_SIMULATOR = $address
try {
    1..$Runs | ForEach-Object {
        foreach ($name in $scripts.Keys) {
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            & (Get-Command pwsh -CommandType Application -TotalCount 1).Source -NoProfile -NonInteractive -Command "$($scripts[$name]); exit 0"
            $times[$name] += $clock.ElapsedMilliseconds
        }
    }
}
finally {
    Remove-Item Env:EXCHANGE_SIMULATOR
    Stop-ExchangeSimulator
}
$median = @{}
foreach ($name in $scripts.Keys) { $median[$name] = ($times[$name] | Sort-Object)[[int] ($Runs / 2)] }
[pscustomobject] @{ Bare = $median.Bare; Import = $median.Import - $median.Bare; FirstTicker = $median.Ticker - $median.Import; Runs = $Runs }
