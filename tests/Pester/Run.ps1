# Runs the Pester suite against the staged module (out/Exchange) and writes an NUnit report. The files are dealt to as many processes as
# the machine can feed: each has a state folder and a simulator of its own, so that none waits for another.
param([Parameter(Mandatory)][string] $Report)

$ErrorActionPreference = 'Stop'
# Dealt by the seconds that they take, as far as these are worth a line: the longest first, each to the process that has least to do.
$seconds = @{ Examples = 95; StopLossKeeper = 30; Dca = 22; SignInCheck = 18; Binding = 17; Package = 10 }
$files = Get-ChildItem $PSScriptRoot -Filter '*.Tests.ps1' |
    ForEach-Object { @{ Path = $_.FullName; Seconds = $seconds[$_.Name -replace '\.Tests\.ps1$'] ?? 4 } } |
    Sort-Object { -$_.Seconds }, { $_.Path }
$count = [Math]::Clamp([Environment]::ProcessorCount, 2, 4)
$hands = @(1..$count | ForEach-Object { @{ Files = [System.Collections.Generic.List[string]]::new(); Seconds = 0 } })
foreach ($file in $files) {
    $least = ($hands | Sort-Object { $_.Seconds })[0]
    $least.Files.Add($file.Path)
    $least.Seconds += $file.Seconds
}

$folder = Split-Path $Report
$pwsh = (Get-Command pwsh -CommandType Application -TotalCount 1).Source
$started = for ($i = 0; $i -lt $count; $i++) {
    $part = Join-Path $folder "pester-part-$i"
    Remove-Item "$part.*" -ErrorAction Ignore
    Set-Content "$part.files" $hands[$i].Files
    $info = [System.Diagnostics.ProcessStartInfo]::new($pwsh)
    '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot 'Run-Part.ps1'), $part | ForEach-Object { $info.ArgumentList.Add($_) }
    $info.Environment['EXCHANGE_HOME'] = (New-Item (Join-Path $env:EXCHANGE_HOME "part-$i") -ItemType Directory -Force).FullName
    $info.RedirectStandardInput = $true
    @{ Part = $part; Process = [System.Diagnostics.Process]::Start($info) }
}
$started | ForEach-Object { $_.Process.StandardInput.Close(); $_.Process.WaitForExit() }

# One report of all parts; a part that wrote none is an error, whatever the others say.
$all = [xml]'<test-results name="Pester" total="0" errors="0" failures="0" not-run="0" inconclusive="0" ignored="0" skipped="0" invalid="0"/>'
foreach ($one in $started) {
    if (-not (Test-Path "$($one.Part).xml")) {
        Write-Warning "$($one.Part) wrote no report (exit code $($one.Process.ExitCode)): $(Get-Content "$($one.Part).files")"
        $all.DocumentElement.SetAttribute('errors', 1 + $all.DocumentElement.GetAttribute('errors'))
        $all.DocumentElement.SetAttribute('total', 1 + $all.DocumentElement.GetAttribute('total'))
        continue
    }
    $part = [xml](Get-Content "$($one.Part).xml" -Raw)
    foreach ($name in 'total', 'errors', 'failures', 'not-run', 'inconclusive', 'ignored', 'skipped', 'invalid') {
        $sum = [int]$all.DocumentElement.GetAttribute($name) + [int]$part.DocumentElement.GetAttribute($name)
        $all.DocumentElement.SetAttribute($name, $sum)
    }
    foreach ($suite in $part.DocumentElement.SelectNodes('test-suite')) {
        $null = $all.DocumentElement.AppendChild($all.ImportNode($suite, $true))
    }
}
$all.Save($Report)
$root = $all.DocumentElement
"$($root.total) tests in $count processes: $($root.failures) failed, $($root.errors) errors, $($root.'not-run') not run"
exit [int]($root.failures -ne '0' -or $root.errors -ne '0')
