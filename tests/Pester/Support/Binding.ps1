# Asks two engines how they bind: this PowerShell, through cmdlets compiled from tables, and Exchange.Engine, through the probe of its tests.

$script:typeNames = @{ string = 'string'; strings = 'string[]'; int = 'int?'; time = 'DateTimeOffset?'; switch = 'SwitchParameter' }

# The probe and the engine that it asks, in a context of their own.
function Import-BindingProbe([string] $Repository) {
    $folder = Join-Path $Repository 'tests/Exchange.Engine.Tests/bin/Release/net8.0'
    $context = [System.Runtime.Loader.AssemblyLoadContext]::new('Probe')
    foreach ($needed in Get-ChildItem $folder -File | Where-Object Name -Match '^(Exchange\.Engine|xunit\..*)\.dll$') {
        $null = $context.LoadFromAssemblyPath($needed.FullName)
    }
    $context.LoadFromAssemblyPath((Join-Path $folder 'Exchange.Engine.Tests.dll')).GetType(
        'Exchange.Engine.Tests.Binding.Differential.BindingProbe', $true)
}

# What this PowerShell makes of each run of each table: a list of lines for each.
function Get-RealBinding([object[]] $Tables) {
    $names = [System.Collections.Generic.List[string]]::new()
    $source = [System.Text.StringBuilder]::new($script:probeText)
    foreach ($table in $Tables) {
        $name = 'T' + [guid]::NewGuid().ToString('n')
        $names.Add($name)
        $null = $source.AppendLine((Get-CmdletText $table $name))
    }
    $space = 'S' + [guid]::NewGuid().ToString('n')
    $types = Add-Type -TypeDefinition $source.Replace('NAMESPACE', $space).Append('}').ToString() -PassThru -WarningAction Ignore
    $script:bagType = $types | Where-Object Name -EQ 'ProbeBag'
    # A runspace of its own: nobody is there to be prompted.
    $shell = [powershell]::Create()
    try {
        $null = $shell.AddCommand('Import-Module').AddParameter('Assembly', $types[0].Assembly).Invoke()
        for ($i = 0; $i -lt $Tables.Count; $i++) {
            foreach ($run in $Tables[$i].runs) {
                $shell.Commands.Clear()
                $shell.Streams.ClearStreams()
                $line = "Test-$($names[$i]) $($run.arguments -join ' ')"
                $text = $null -ne $run.input ? "`$args[0] | $line" : $line
                $null = $shell.AddScript($text).AddArgument(@($run.input | ForEach-Object { ConvertTo-Input $_ }))
                # Output and errors in the order in which they come.
                $shell.Commands.Commands[0].MergeMyResults('Error', 'Output')
                $lines = [System.Collections.Generic.List[string]]::new()
                try {
                    foreach ($item in $shell.Invoke()) {
                        $lines.Add(($item -is [System.Management.Automation.ErrorRecord] ? (Get-BindingErrorId $item) : "$item"))
                    }
                }
                catch { $lines.Add((Get-BindingErrorId $_.Exception.InnerException.ErrorRecord)) }
                , $lines.ToArray()
            }
        }
    }
    finally { $shell.Dispose() }
}

function Get-BindingErrorId($record) { '! ' + $record.FullyQualifiedErrorId.Split(',')[0] }

# JSON's whole numbers come as long; the other engine reads them as int. An object is not made text there: "@{Pair=...}" is nobody's pair.
function ConvertTo-Input($value) {
    if ($value -is [long]) { return [int] $value }
    if ($value -isnot [System.Management.Automation.PSCustomObject]) { return $value }
    $bag = [psobject]::new($script:bagType::new())
    foreach ($property in $value.psobject.Properties) {
        $bag.psobject.Properties.Add([psnoteproperty]::new($property.Name, (ConvertTo-Input $property.Value)))
    }
    $bag
}

function Get-CmdletText($table, [string] $name) {
    $default = $table.defaultSet ? ", DefaultParameterSetName = `"$($table.defaultSet)`"" : ''
    $text = "[Cmdlet(`"Test`", `"$name`"$default)] public sealed class $name : ProbeBase {`n"
    foreach ($parameter in $table.parameters) {
        foreach ($set in $parameter.sets) {
            $said = @(
                if ($set.name) { "ParameterSetName = `"$($set.name)`"" }
                if ($set.mandatory) { 'Mandatory = true' }
                if ($null -ne $set.position) { "Position = $($set.position)" }
                if ($set.fromPipeline) { 'ValueFromPipeline = true' }
                if ($set.fromPropertyName) { 'ValueFromPipelineByPropertyName = true' }
            )
            $text += "  [Parameter($($said -join ', '))]`n"
        }
        if ($parameter.aliases) { $text += '  [Alias("' + ($parameter.aliases -join '", "') + '")]' + "`n" }
        $text += "  public $($typeNames[$parameter.type]) $($parameter.name) { get; set; }`n"
    }
    "$text}"
}

$script:probeText = @'
using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
namespace NAMESPACE {
public sealed class ProbeBag { public override string ToString() { throw new NotSupportedException(); } }
public abstract class ProbeBase : PSCmdlet {
    protected override void ProcessRecord() {
        var bound = MyInvocation.BoundParameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key + "=" + TextOf(p.Value));
        WriteObject((ParameterSetName + ": " + string.Join(" ", bound)).TrimEnd());
    }
    static string TextOf(object v) {
        return v is PSObject o ? TextOf(o.BaseObject) : v == null ? "null" : v is string s ? s
            : v is DateTimeOffset t ? t.ToUniversalTime().ToString("s") : v is SwitchParameter w ? (w.IsPresent ? "True" : "False")
            : v is IEnumerable m ? string.Join("+", m.Cast<object>().Select(TextOf)) : v.ToString();
    }
}

'@
