# Facts of the exported cmdlets, for tests that go through all of them.

$script:commonNames = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters

function Get-OwnParameter([System.Management.Automation.CmdletInfo] $Cmdlet) {
    $Cmdlet.Parameters.Values | Where-Object Name -NotIn $commonNames
}

# The property names of each type that a cmdlet of the module emits.
function Get-OutputShape {
    $types = (Get-Command -Module Exchange -CommandType Cmdlet).OutputType.Type | Where-Object { $_ -and $_.Namespace -like 'Exchange*' } | Sort-Object FullName -Unique
    foreach ($type in $types) { , @($type.GetProperties().Name) }
}

# A cmdlet as a table of the binding probe, with a run for each shape of object that has anything for it.
function Get-CmdletTable($Cmdlet, [object[]] $Shapes) {
    $parameters = foreach ($parameter in Get-OwnParameter $Cmdlet) {
        @{
            name    = $parameter.Name
            type    = Get-TableType $parameter.ParameterType
            aliases = @($parameter.Aliases)
            sets    = @(foreach ($set in $parameter.ParameterSets.GetEnumerator()) {
                    @{
                        name             = $set.Key -eq '__AllParameterSets' ? '' : $set.Key
                        mandatory        = $set.Value.IsMandatory
                        position         = $set.Value.Position -lt 0 ? $null : $set.Value.Position
                        fromPipeline     = $set.Value.ValueFromPipeline
                        fromPropertyName = $set.Value.ValueFromPipelineByPropertyName
                    }
                })
        }
    }
    $taking = @($parameters | Where-Object { $_.sets.fromPipeline -contains $true -or $_.sets.fromPropertyName -contains $true })
    $runs = @(
        if ($taking) { @{ arguments = @(); input = @('x1') } }
        foreach ($shape in $Shapes) {
            $fitting = @($taking | Where-Object { @($_.name) + $_.aliases | Where-Object { $_ -in $shape } })
            if (-not $fitting) { continue }
            $bag = [ordered] @{ Other = 'x1' }
            foreach ($parameter in $fitting) {
                $name = @($parameter.name) + $parameter.aliases | Where-Object { $_ -in $shape } | Select-Object -First 1
                $bag[$name] = switch ($parameter.type) { int { 7 } time { '2026-03-01T00:00:00Z' } default { 'x2' } }
            }
            @{ arguments = @(); input = @([pscustomobject] $bag, [pscustomobject] @{ Other = 'x1' }) }
        }
    )
    $default = $Cmdlet.DefaultParameterSet -in '', '__AllParameterSets' ? $null : $Cmdlet.DefaultParameterSet
    [pscustomobject] @{ name = $Cmdlet.Name; defaultSet = $default; parameters = @($parameters); runs = $runs }
}

function Get-TableType([type] $Type) {
    $one = [nullable]::GetUnderlyingType($Type) ?? $Type
    if ($one -eq [switch]) { return 'switch' }
    if ($one -eq [DateTimeOffset]) { return 'time' }
    if ($one -in [int], [long]) { return 'int' }
    $one.IsArray ? 'strings' : 'string'
}

# Name -> lines of its parameters, as this PowerShell reads them.
function Get-RealCmdlet {
    $all = @{}
    foreach ($cmdlet in Get-Command -Module Exchange -CommandType Cmdlet) {
        $lines = foreach ($parameter in Get-OwnParameter $cmdlet) {
            foreach ($set in $parameter.ParameterSets.GetEnumerator()) {
                $in = $set.Value
                Get-ParameterLine $parameter.Name $parameter.ParameterType $parameter.Aliases $set.Key $in.IsMandatory $in.Position $in.ValueFromPipeline $in.ValueFromPipelineByPropertyName
            }
        }
        $all[$cmdlet.Name] = @("default $($cmdlet.DefaultParameterSet ? $cmdlet.DefaultParameterSet : '__AllParameterSets')") + @($lines | Sort-Object)
    }
    $all
}

# The same, as Exchange.Engine reads the cmdlets of the console.
function Get-EngineCmdlet([string] $Repository) {
    $context = [System.Runtime.Loader.AssemblyLoadContext]::new('Console')
    Get-ChildItem (Join-Path $Repository 'out/bin') -Filter *.dll | ForEach-Object { $null = $context.LoadFromAssemblyPath($_.FullName) }
    $assemblies = $context.Assemblies
    $console = $assemblies | Where-Object { $_.GetName().Name -eq 'Exchange.Console' }
    $engine = $assemblies | Where-Object { $_.GetName().Name -eq 'Exchange.Engine' }
    $catalog = $engine.GetType('Exchange.Engine.CmdletCatalog')::FromAssembly($console)
    $all = @{}
    foreach ($cmdlet in $catalog.Cmdlets) {
        $lines = foreach ($parameter in $cmdlet.Parameters | Where-Object { -not $_.IsCommon }) {
            foreach ($in in $parameter.Sets) {
                Get-ParameterLine $parameter.Name $parameter.Type $parameter.Aliases $in.SetName $in.Mandatory ($in.Position ?? [int]::MinValue) $in.FromPipeline $in.FromPropertyName
            }
        }
        $all[$cmdlet.Name] = @("default $($cmdlet.DefaultParameterSetName ? $cmdlet.DefaultParameterSetName : '__AllParameterSets')") + @($lines | Sort-Object)
    }
    $all
}

function Get-ParameterLine($Name, $Type, $Aliases, $Set, $Mandatory, $Position, $FromPipeline, $FromPropertyName) {
    "$Name [$($Type.Name)$(($Type.GenericTypeArguments.Name) -join ',')] aliases '$($Aliases -join ' ')' set $Set mandatory $Mandatory position $Position value $FromPipeline property $FromPropertyName"
}
