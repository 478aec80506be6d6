# The cmdlets live in an assembly load context of their own (Exchange.Loader); importing an assembly from there does not export
# its cmdlets from this module by itself, so each is added to this module's exports.
$ErrorActionPreference = 'Stop'

# Nothing here is a cmdlet of another module: loading Microsoft.PowerShell.Utility and its like costs more than all of this.
$binaries = [System.IO.Path]::Combine($PSScriptRoot, 'lib')
if (-not ('Exchange.Loader.ModuleLoadContext' -as [type])) {
    $null = [System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine($binaries, 'Exchange.Loader.dll'))
}
$cmdlets = Import-Module -Assembly ([Exchange.Loader.ModuleLoadContext]::LoadModule($binaries)) -PassThru -Force

$addExportedCmdlet = [System.Management.Automation.PSModuleInfo].GetMethod(
    'AddExportedCmdlet', [System.Reflection.BindingFlags]'Instance, NonPublic')
foreach ($cmdlet in $cmdlets.ExportedCmdlets.Values) {
    $null = $addExportedCmdlet.Invoke($ExecutionContext.SessionState.Module, @(, $cmdlet))
}

# The other name of the same cmdlet (strategy.md 1.2).
${alias:Remove-StrategyOrder} = 'Stop-StrategyOrder'
