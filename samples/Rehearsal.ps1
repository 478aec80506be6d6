# For your own Pester suites: dot-source it, then Start-Rehearsal in BeforeAll and Stop-Rehearsal in AfterAll. See Testing.md.

# A simulator with an account that has money, a journal of its own, and nothing that could reach the live service.
function Start-Rehearsal {
    [CmdletBinding()]
    param(
        # The same seed gives the same prices, books and faults.
        [int] $Seed = 1,
        # Where journal and state go; without it a folder that Stop-Rehearsal deletes.
        [string] $Folder
    )
    if (-not (Get-Module Exchange)) { Import-Module Exchange -ErrorAction Stop }
    $script:rehearsal = @{ Own = -not $Folder; Folder = $Folder ? $Folder : (Join-Path ([System.IO.Path]::GetTempPath()) "rehearsal-$([guid]::NewGuid())"); Before = @{} }
    # A key or an address of the live service in the surroundings has no part in a test.
    foreach ($name in 'EXCHANGE_HOME', 'EXCHANGE_SIMULATOR', 'BITOPRO_API_KEY', 'BITOPRO_API_SECRET', 'BITOPRO_EMAIL', 'BITOPRO_BASE_URL', 'BITOPRO_STREAM_URL', 'BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE') {
        $rehearsal.Before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }
    $null = New-Item -ItemType Directory -Force $rehearsal.Folder
    $env:EXCHANGE_HOME = $rehearsal.Folder
    $simulator = Start-ExchangeSimulator -Seed $Seed -NoRateLimit
    $null = Connect-BitoProAccount
    $simulator
}

# How many requests have changed something, so that a test can say that nothing was sent.
function Get-RehearsalWriteCount {
    @((Invoke-RestMethod "$((Get-ExchangeSimulator).Address)_simulator/requests").data | Where-Object { $_.method -ne 'GET' -and $_.path -notlike '/_simulator*' }).Count
}

function Stop-Rehearsal {
    $null = Disconnect-BitoProAccount
    Stop-ExchangeSimulator
    foreach ($name in $rehearsal.Before.Keys) { [Environment]::SetEnvironmentVariable($name, $rehearsal.Before[$name]) }
    if ($rehearsal.Own) { Remove-Item $rehearsal.Folder -Recurse -Force -ErrorAction Ignore }
}
