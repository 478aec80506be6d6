# Writes what the examples really print into the pages, where the shape of what they show is another. Run ./build.sh build before.
#   pwsh tests/Pester/Examples/Update-Output.ps1 'Get-BitoPro*' 'Watch-*'
param([Parameter(ValueFromRemainingArguments)] [string[]] $Name = '*')

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Examples.psm1') -Force
$docs = Join-Path (Split-Path (Split-Path (Split-Path $PSScriptRoot))) 'docs/en-US'
foreach ($page in Get-PageExample $Name | Group-Object page) {
    $path = Join-Path $docs "$($page.Name).md"
    $text = [System.IO.File]::ReadAllText($path)
    $folder = (New-Item (Join-Path ([System.IO.Path]::GetTempPath()) "exchange-examples-$([guid]::NewGuid())") -ItemType Directory).FullName
    try {
        foreach ($ran in Invoke-PageExample $page.Group $folder) {
            $example = $page.Group.Where({ $_.title -ceq $ran.Title })[0]
            if ((Get-TextShape $ran.Text) -cne (Get-TextShape $example.output)) {
                "$($page.Name): $($ran.Title)"
                $code = "``````powershell`n$($example.code)`n```````n"
                $shown = "`n``````output`n$($example.output)`n```````n"
                $new = $ran.Text ? "`n``````output`n$($ran.Text)`n```````n" : ''
                $at = $text.IndexOf($code) + $code.Length
                $rest = $text.Substring($at)
                if ($rest.StartsWith($shown)) { $rest = $rest.Substring($shown.Length) }
                $text = $text.Substring(0, $at) + $new + $rest
            }
        }
    }
    finally {
        Remove-Item $folder -Recurse -Force
    }
    [System.IO.File]::WriteAllText($path, $text)
}
