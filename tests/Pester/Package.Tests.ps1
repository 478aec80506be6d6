BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    $script:tool = Join-Path $repository 'src/Exchange.Package/bin/Release/net8.0/Exchange.Package.dll'
    $script:icon = Join-Path $repository 'module/icon.png'
    $script:module = Join-Path $TestDrive 'Exchange'
    Copy-Item (Join-Path $repository 'out/Exchange') $module -Recurse
    function Pack([string] $Folder) { (& dotnet $tool pack $module $icon (Join-Path $TestDrive $Folder) 2>&1 | ForEach-Object { "$_" }) -join "`n" }
    $script:said = Pack 'one'
    $script:package = Get-ChildItem (Join-Path $TestDrive 'one') -Filter *.nupkg
    $zip = [System.IO.Compression.ZipFile]::OpenRead($package.FullName)
    $script:entries = $zip.Entries.FullName
    $reader = [System.IO.StreamReader]::new($zip.GetEntry('Exchange.nuspec').Open())
    $script:nuspec = [xml] $reader.ReadToEnd()
    $reader.Dispose()
    $zip.Dispose()
    $script:manifest = Import-PowerShellDataFile (Join-Path $module 'Exchange.psd1')
}

Describe 'The package' {
    It 'has the name that Install-PSResource looks for, and the size is told' {
        $package.Name | Should -Be "Exchange.$($manifest.ModuleVersion).nupkg"
        $said | Should -Match '\d+ files, \d+ KiB'
    }

    It 'is the same, byte for byte, from the same files, whenever they were written' {
        Get-ChildItem $module -Recurse -File | ForEach-Object { $_.LastWriteTime = '2001-02-03' }
        $null = Pack 'two'
        (Get-FileHash (Join-Path $TestDrive "two/$($package.Name)")).Hash | Should -Be (Get-FileHash $package).Hash
    }

    It 'holds the module, and nothing that nobody needs' {
        $entries | Should -Contain 'Exchange.psd1'
        $entries | Should -Contain 'lib/Exchange.PowerShell.dll'
        $entries | Where-Object { $_ -match '\.(pdb|deps\.json|runtimeconfig\.json|config|md|cs)$' } | Should -BeNullOrEmpty
        $entries | Where-Object { $_ -match 'lib/.*\.xml$|System\.Management\.Automation|PowerShellStandard|Exchange\.(Engine|Console|Help|Package)\.dll' } | Should -BeNullOrEmpty
        $entries | Where-Object { $_ -match '(^/)|\.\.|\\' } | Should -BeNullOrEmpty
    }

    It 'describes itself by the manifest and the changelog' {
        $about = $nuspec.package.metadata
        $about.id | Should -Be 'Exchange'
        $about.version | Should -Be $manifest.ModuleVersion
        $about.description | Should -Be $manifest.Description
        $about.license.InnerText | Should -Be 'LICENSE'
        $about.icon | Should -Be 'icon.png'
        $tags = $about.tags -split ' '
        $tags | Should -Contain 'PSModule'
        foreach ($cmdlet in $manifest.CmdletsToExport) { $tags | Should -Contain "PSCmdlet_$cmdlet" }
        $about.releaseNotes.Trim().Length | Should -BeGreaterThan 100
        $manifest.PrivateData.PSData.ReleaseNotes.Trim() | Should -Be $about.releaseNotes.Trim()
        Get-Content (Join-Path $repository 'CHANGELOG.md') -Raw | Should -Match ([regex]::Escape(($about.releaseNotes -split "`n")[0].Trim()))
    }

    It 'is a package by the rules of packages' {
        $entries | Should -Contain '_rels/.rels'
        $entries | Should -Contain '[Content_Types].xml'
        @($entries -like 'package/services/metadata/core-properties/*.psmdcp').Count | Should -Be 1
        @($entries | Group-Object | Where-Object Count -GT 1) | Should -BeNullOrEmpty
    }

    It 'is refused with <Name> in it' -ForEach @(
        @{ Name = 'symbols'; File = 'lib/Exchange.pdb' }
        @{ Name = 'a compiler''s documentation'; File = 'lib/Exchange.xml' }
        @{ Name = 'a list of dependencies'; File = 'lib/Exchange.PowerShell.deps.json' }
    ) {
        Set-Content (Join-Path $module $File) 'x'
        try { Pack 'odd' | Should -Match 'not needed' } finally { Remove-Item (Join-Path $module $File) }
        Join-Path $TestDrive "odd/$($package.Name)" | Should -Not -Exist
    }

    It 'installs with Install-PSResource from a folder, and works' {
        if (-not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)) {
            Set-ItResult -Skipped -Because 'PSResourceGet is not in this PowerShell'
            return
        }
        $home_ = Join-Path $TestDrive 'home'
        $null = New-Item -ItemType Directory $home_
        $script = @"
`$ErrorActionPreference = 'Stop'
Register-PSResourceRepository -Name rehearsal -Uri '$(Split-Path $package.FullName)' -Trusted
Install-PSResource Exchange -Repository rehearsal -AcceptLicense
`$installed = Get-InstalledPSResource Exchange
Import-Module (Join-Path `$installed.InstalledLocation "Exchange/`$(`$installed.Version)/Exchange.psd1")
(Get-Module Exchange).ModuleBase
(Get-Command -Module Exchange -CommandType Cmdlet).Count
`$null = Start-ExchangeSimulator
(Get-BitoProTicker btc_twd).Pair
Stop-ExchangeSimulator
"@
        $start = @{ HOME = $home_; USERPROFILE = $home_; XDG_DATA_HOME = $null; XDG_CONFIG_HOME = $null; XDG_CACHE_HOME = $null; NO_COLOR = '1' }
        $before = @{}
        foreach ($name in $start.Keys) { $before[$name] = [Environment]::GetEnvironmentVariable($name); [Environment]::SetEnvironmentVariable($name, $start[$name]) }
        try { $lines = & ([Environment]::ProcessPath) -NoProfile -NonInteractive -Command $script 2>&1 | ForEach-Object { "$_" } }
        finally { foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) } }
        $lines[0] | Should -Match ([regex]::Escape($home_))
        $lines[1..2] | Should -Be @("$($manifest.CmdletsToExport.Count)", 'btc_twd')
    }
}
