# Runs the Pester suite against the staged module (out/Exchange) and writes an NUnit report.
param([Parameter(Mandatory)][string] $Report)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.Exit = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$configuration.TestResult.Enabled = $true
$configuration.TestResult.OutputFormat = 'NUnitXml'
$configuration.TestResult.OutputPath = $Report
# Whatever the suite says is kept beside the report, where the build looks for secrets.
$null = Start-Transcript (Join-Path (Split-Path $Report) 'pester-transcript.txt')
Invoke-Pester -Configuration $configuration
