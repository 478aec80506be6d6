# Starts the build (build.cs). Usage: ./build.ps1 [build | test | demo | docs | pack | bench | faults | clean]
$ErrorActionPreference = 'Stop'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
Push-Location $PSScriptRoot
try {
    dotnet run build.cs -- @args
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
