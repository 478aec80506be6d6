# Runs the examples of the help pages as somebody at a prompt would, and compares what appears with what the page shows.
$ErrorActionPreference = 'Stop'

$repository = Split-Path (Split-Path (Split-Path $PSScriptRoot))
if (-not ('Exchange.Examples.ExampleHost' -as [type])) {
    Add-Type -Path (Join-Path $PSScriptRoot 'ExampleHost.cs')
}

# Help shows examples four columns in; so they fit a window of 120.
$width = 116

# A page shows the folder that an example has for itself as somebody's home.
$shownFolder = '/home/trader'

# An example that runs longer waits for something that does not come.
$longest = [timespan]::FromSeconds(20)

# The examples of all pages, in order; $Name chooses pages.
function Get-PageExample {
    param([string[]] $Name = '*')

    $tool = Join-Path $repository 'src/Exchange.Help/bin/Release/net8.0/Exchange.Help.dll'
    $lines = dotnet $tool examples (Join-Path $repository 'docs/en-US')
    if ($LASTEXITCODE -ne 0) {
        throw "Exchange.Help ended with $LASTEXITCODE."
    }
    $lines | ConvertFrom-Json | Where-Object { $page = $_.page; $Name.Where({ $page -like $_ }) }
}

# Runs the examples of one page one after the other, in one fresh runspace with an empty state folder and no configuration of OKX; emits
# a text for each.
# A simulator runs, unless the first that is run starts its own.
function Invoke-PageExample {
    param([Parameter(Mandatory)] [object[]] $Example, [Parameter(Mandatory)] [string] $Folder)

    $before = Get-ChildItem Env: | Where-Object Name -Match '^(EXCHANGE|BITOPRO|OKX|CODEX|OPENCLAW|PI_CODING)_'
    $before | Remove-Item
    $null = New-Item $Folder -ItemType Directory -Force
    $env:EXCHANGE_HOME = (New-Item (Join-Path $Folder 'state') -ItemType Directory -Force).FullName
    $env:OKX_CONFIG_DIR = Join-Path $Folder '.okx'
    $screen = [Exchange.Examples.ExampleHost]::new($width)
    $runspace = [runspacefactory]::CreateRunspace($screen)
    try {
        $runspace.Open()
        Invoke-Text $runspace $screen "Import-Module '$repository/out/Exchange'; Set-Location '$Folder'" | Assert-Silent
        if ($Example.Where({ -not $_.shownOnly }, 'First').code -notmatch 'Start-ExchangeSimulator') {
            Invoke-Text $runspace $screen '$null = Start-ExchangeSimulator -Seed 7' | Assert-Silent
        }
        foreach ($one in $Example | Where-Object shownOnly -EQ $false) {
            Assert-Rehearsal $runspace $screen $one
            [pscustomobject]@{ Title = $one.title; Text = Invoke-Text $runspace $screen $one.code | ForEach-Object Replace $Folder $shownFolder }
        }
    }
    finally {
        $null = Invoke-Text $runspace $screen 'Stop-ExchangeSimulator -Confirm:$false; Disconnect-BitoProAccount'
        $runspace.Dispose()
        Get-ChildItem Env: | Where-Object Name -Match '^(EXCHANGE|BITOPRO|OKX|CODEX|OPENCLAW|PI_CODING)_' | Remove-Item
        $before | ForEach-Object { Set-Item "Env:$($_.Name)" $_.Value }
    }
}

# What a console does with a command that was typed.
function Invoke-Text($runspace, $screen, [string] $code) {
    $shell = [powershell]::Create()
    try {
        $shell.Runspace = $runspace
        $null = $shell.AddScript($code)
        $shell.Commands.Commands[0].MergeMyResults('Error', 'Output')
        $null = $shell.AddCommand('Out-Default')
        $running = $shell.BeginInvoke()
        if (-not $running.AsyncWaitHandle.WaitOne($longest)) {
            $shell.Stop()
            return "It was still running after $longest."
        }
        $null = $shell.EndInvoke($running)
    }
    catch {
        $record = $_.Exception.InnerException.ErrorRecord ?? $_
        $shell.Commands.Clear()
        $null = $shell.AddCommand('Out-Default').AddParameter('InputObject', $record).Invoke()
    }
    finally {
        $shell.Dispose()
    }
    ($screen.Take() -split '\r?\n').TrimEnd() -join "`n" | ForEach-Object Trim "`n"
}

# An example that is run never reaches a live service.
function Assert-Rehearsal($runspace, $screen, $example) {
    $isRehearsal = $example.code -match 'Start-ExchangeSimulator' -or $example.code -notmatch '-(BitoPro|Okx|AgenticWallet|Strategy|Token|Codex)'
    if (-not $isRehearsal -and -not (Invoke-Text $runspace $screen '(Get-ExchangeSimulator).Address')) {
        throw "$($example.page), $($example.title): no simulator is running, and this would call a live service."
    }
}

function Assert-Silent {
    process {
        if ($_) { throw "The runspace could not be prepared: $_" }
    }
}

# A text as it must look each time: numbers, ids and spacing differ from run to run.
function Get-TextShape([string] $Text) {
    $Text -replace '\d{8}T\d{6}\.\d{3}Z-[0-9a-f]{12}', 'X' `
        -replace '\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b', 'X' `
        -replace '(?<==)[\w%-]{32,}', 'X' `
        -replace '\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,}\b', 'X' `
        -creplace '\bex[0-9a-f]{30}\b', 'X' `
        -creplace '\b[A-Z]{4}-[A-Z]{4}\b', 'X' `
        -replace '[-+]?\d+([.,]\d+)*', '0' `
        -replace '\b(True|False)\b', 'B' `
        -replace '[\u2500-\u259f]+', ' ' `
        -replace '-+', '-' `
        -replace '\s+', ' ' |
        ForEach-Object Trim
}

# What is wrong with code that is not run: it does not parse, or names a parameter that a cmdlet of ours does not have.
function Get-CodeFault([string] $Code) {
    $errors = $null
    $script = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref]$null, [ref]$errors)
    $errors | ForEach-Object Message
    foreach ($command in $script.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
        $known = Get-Command $command.GetCommandName() -Module Exchange -ErrorAction Ignore
        foreach ($parameter in $command.CommandElements.Where({ $_ -is [System.Management.Automation.Language.CommandParameterAst] })) {
            $name = $parameter.ParameterName
            if ($known -and -not $known.Parameters.Values.Where({ $_.Name -eq $name -or $_.Aliases -contains $name })) {
                "$known has no parameter -$name"
            }
        }
    }
}

Export-ModuleMember Get-CodeFault, Get-PageExample, Invoke-PageExample, Get-TextShape
