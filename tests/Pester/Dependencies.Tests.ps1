BeforeAll {
    $script:path = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange'
    $script:pwsh = (Get-Command pwsh -CommandType Application -TotalCount 1).Source
    # Another module's old packages: assemblies of that name that have nothing in them but a mark.
    foreach ($name in 'Polly.Core', 'System.Security.Cryptography.ProtectedData', 'BouncyCastle.Crypto') {
        $identity = [System.Reflection.AssemblyName]::new($name)
        $identity.Version = [version] '1.2.3.4'
        $assembly = [System.Reflection.Emit.PersistedAssemblyBuilder]::new($identity, [object].Assembly)
        $type = $assembly.DefineDynamicModule('old').DefineType("OldPackage.$($name -replace '\W')", 'Public, Class')
        $body = $type.DefineMethod('Mark', 'Public, Static', [int], [type]::EmptyTypes).GetILGenerator()
        $body.Emit([System.Reflection.Emit.OpCodes]::Ldc_I4, 42)
        $body.Emit([System.Reflection.Emit.OpCodes]::Ret)
        $null = $type.CreateType()
        $assembly.Save((Join-Path $TestDrive "$name.dll"))
    }
}

Describe 'Another module''s older packages' {
    It 'disturb us as little as we disturb them' {
        $script = @"
`$ErrorActionPreference = 'Stop'
`$env:EXCHANGE_HOME = '$TestDrive/state'
Get-ChildItem '$TestDrive' -Filter *.dll | ForEach-Object { [void] [System.Reflection.Assembly]::LoadFrom(`$_.FullName) }
Import-Module '$path'
`$null = Start-ExchangeSimulator -Seed 7
(Get-BitoProTicker btc_twd).Pair
(Invoke-BitoProOrder btc_twd Buy Limit 0.001 2000000 -Confirm:`$false).Pair
[OldPackage.PollyCore]::Mark()
[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'Polly.Core' } | ForEach-Object { "`$(`$_.GetName().Version.Major) `$([System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name)" } | Sort-Object
Stop-ExchangeSimulator
"@
        $lines = & $pwsh -NoProfile -NonInteractive -Command $script 2>&1 | ForEach-Object { "$_" }
        $lines[0..2] | Should -Be @('btc_twd', 'btc_twd', '42')
        $lines[3] | Should -Be '1 Default'
        $lines[4] | Should -Match '^8 Exchange$'
    }

    It 'that come after us find their own' {
        $script = @"
`$ErrorActionPreference = 'Stop'
Import-Module '$path'
`$null = Start-ExchangeSimulator
`$null = Get-BitoProTicker btc_twd
Add-Type -Path '$TestDrive/Polly.Core.dll'
[OldPackage.PollyCore]::Mark()
(Get-BitoProTicker btc_twd).Pair
Stop-ExchangeSimulator
"@
        & $pwsh -NoProfile -NonInteractive -Command $script 2>&1 | ForEach-Object { "$_" } | Should -Be @('42', 'btc_twd')
    }

    It 'of the runtime''s own kind are not brought along' {
        # System.Text.Json and its like are PowerShell's; a copy of ours would make two types of one name.
        (Get-ChildItem (Join-Path $path 'lib') -Filter 'System.*.dll').Name | Should -BeIn 'System.Security.Cryptography.ProtectedData.dll'
        (Get-ChildItem (Join-Path $path 'lib') -Filter 'Microsoft.*.dll') | Should -BeNullOrEmpty
        $loaded = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'Exchange' | ForEach-Object { $_.Assemblies }
        $loaded | Where-Object { $_.GetName().Name -in 'System.Text.Json', 'System.Management.Automation' } | Should -BeNullOrEmpty
    }
}
