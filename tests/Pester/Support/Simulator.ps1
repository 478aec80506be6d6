# A simulator and a state folder of one file's own, and what was sent to it.

function Start-TestSimulator {
    Import-Module (Join-Path (Split-Path (Split-Path (Split-Path $PSScriptRoot))) 'out/Exchange') -Force
    $script:stateBefore = $env:EXCHANGE_HOME
    $env:EXCHANGE_HOME = Join-Path $TestDrive 'state'
    $script:simulator = Start-ExchangeSimulator -Seed 7
    $script:order = @{ Pair = 'btc_twd'; Side = 'Buy'; Type = 'Limit'; Amount = '0.001'; Price = '2000000' }
}

function Stop-TestSimulator {
    Stop-ExchangeSimulator
    $env:EXCHANGE_HOME = $script:stateBefore
}

# The requests that change something; the simulator's own paths are not among them.
function Get-WriteCount {
    @((Invoke-RestMethod "$($simulator.Address)_simulator/requests").data | Where-Object { $_.method -ne 'GET' -and $_.path -notlike '/_simulator*' }).Count
}

# Text in all the forms in which it could leak.
function Get-PlantedSecret { 'simulator-secret-0001-bitopro', 'planted-secret' }
