BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    $script:path = Join-Path $repository 'out/Exchange'
    Import-Module $path -Force
    $script:manifest = Import-PowerShellDataFile (Join-Path $path 'Exchange.psd1')
}

Describe 'The module' {
    It 'exports exactly the cmdlets that its manifest lists' {
        $exported = (Get-Command -Module Exchange).Name | Sort-Object
        $exported | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'has one cmdlet in its manifest for each cmdlet class' {
        $sources = Get-ChildItem (Join-Path $repository 'src/Exchange.PowerShell/Commands') -Recurse -Filter '*Command.cs'
        @($manifest.CmdletsToExport).Count | Should -Be @($sources).Count
    }

    It 'passes Test-ModuleManifest' {
        (Test-ModuleManifest (Join-Path $path 'Exchange.psd1') -ErrorAction Stop).Name | Should -Be 'Exchange'
    }

    It 'imports twice, and again after it was removed' {
        Import-Module $path -Force
        Remove-Module Exchange
        Get-Command -Name Get-BitoProTicker -Module Exchange -ErrorAction Ignore | Should -BeNullOrEmpty
        Import-Module $path
        (Get-Command -Module Exchange).Count | Should -Be $manifest.CmdletsToExport.Count
    }

    It 'imports in a second runspace and in parallel ones' {
        $counts = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:path
            (Get-Command -Module Exchange).Count
        }
        $counts | Should -Be @($manifest.CmdletsToExport.Count, $manifest.CmdletsToExport.Count, $manifest.CmdletsToExport.Count)
    }

    It 'keeps its dependencies in a load context of its own' {
        $polly = [System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'Polly.Core' }
        if ($polly) {
            [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($polly).Name | Should -Be 'Exchange'
        }
        $library = (Get-Command Get-BitoProTicker).ImplementingType.Assembly
        [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($library).Name | Should -Be 'Exchange'
    }
}
