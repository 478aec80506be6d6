# Writes down what this PowerShell binds, for the tests of Exchange.Engine that run without it.
$ErrorActionPreference = 'Stop'
$repository = Split-Path (Split-Path $PSScriptRoot)
. (Join-Path $PSScriptRoot 'Support/Binding.ps1')
$probe = Import-BindingProbe $repository
$tables = @($probe::Random(2026, 120) | ConvertFrom-Json)
$answers = Get-RealBinding $tables
$next = 0
foreach ($table in $tables) {
    foreach ($run in $table.runs) { $run.answer = $answers[$next++] }
}
$lines = $tables | ForEach-Object { ConvertTo-Json $_ -Depth 8 -Compress }
Set-Content (Join-Path $repository 'tests/Exchange.Engine.Tests/Binding/Differential/RealAnswers.json') "[`n$($lines -join ",`n")`n]" -NoNewline
