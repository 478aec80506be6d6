# Runs some files of the suite, those that <Part>.files lists, and writes <Part>.xml. Started by Run.ps1.
param([Parameter(Mandatory)][string] $Part)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.5
$configuration = New-PesterConfiguration
$configuration.Run.Path = @(Get-Content "$Part.files")
$configuration.Run.Exit = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.RenderMode = 'Plaintext'
$configuration.TestResult.Enabled = $true
$configuration.TestResult.OutputFormat = 'NUnitXml'
$configuration.TestResult.OutputPath = "$Part.xml"
# Whatever the suite says is kept beside the report, where the build looks for secrets.
$null = Start-Transcript "$Part.transcript.txt"
Invoke-Pester -Configuration $configuration
