BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    $script:path = Join-Path $repository 'out/Exchange'
    Import-Module $path -Force
    $script:manifest = Import-PowerShellDataFile (Join-Path $path 'Exchange.psd1')
    $script:count = $manifest.CmdletsToExport.Count
}

Describe 'The module' {
    It 'exports exactly the cmdlets that its manifest lists' {
        $exported = (Get-Command -Module Exchange -CommandType Cmdlet).Name | Sort-Object
        $exported | Should -Be ($manifest.CmdletsToExport | Sort-Object)
    }

    It 'has one cmdlet in its manifest for each cmdlet class' {
        $sources = Get-ChildItem (Join-Path $repository 'src/Exchange.PowerShell/Commands') -Recurse -Filter '*Command.cs'
        @($manifest.CmdletsToExport).Count | Should -Be @($sources).Count
    }

    It 'passes Test-ModuleManifest, and every file that it names is there' {
        $tested = Test-ModuleManifest (Join-Path $path 'Exchange.psd1') -ErrorAction Stop -WarningVariable warnings
        $tested.Name | Should -Be 'Exchange'
        $warnings | Should -BeNullOrEmpty
        $manifest.FormatsToProcess + $manifest.TypesToProcess + $manifest.RootModule | ForEach-Object { Join-Path $path $_ | Should -Exist }
    }

    It 'exports nothing else: no function, no variable, no alias but those of its manifest' {
        $module = Get-Module Exchange
        $module.ExportedFunctions.Count + $module.ExportedVariables.Count | Should -Be 0
        @($module.ExportedAliases.Keys) | Should -Be @($manifest.AliasesToExport)
    }
}

Describe 'The list of its cmdlets' {
    It 'has approved verbs, singular nouns of a few families, and a synopsis in the parameters'' names' {
        $approved = (Get-Verb).Verb
        foreach ($cmdlet in Get-Command -Module Exchange -CommandType Cmdlet) {
            $cmdlet.Verb | Should -BeIn $approved
            $cmdlet.Noun | Should -MatchExactly '^(BitoPro|Exchange|Trade|Okx|Strategy|AgenticWallet|Token|Codex)[A-Za-z]*$'
            $cmdlet.Noun | Should -Not -Match '[^su]s$' -Because 'nouns are singular'
        }
    }

    It 'says of every cmdlet that emits something what it emits' {
        $silent = Get-Command -Module Exchange -CommandType Cmdlet | Where-Object { -not $_.OutputType }
        $silent.Verb | Should -BeIn 'Clear', 'Disconnect', 'Stop', 'Remove', 'Uninstall', 'Use', 'Set'
    }

    It 'uses one name for one thing' {
        # Two parameters of one meaning have one name: the first is the house's, the others are not used.
        $rejected = @{ Symbol = 'Pair'; Market = 'Pair'; Id = 'OrderId'; Quantity = 'Amount'; Size = 'Amount'; Start = 'Since'; End = 'Until'; Limit = 'First' }
        foreach ($cmdlet in Get-Command -Module Exchange -Noun BitoProOrder, BitoProFill) {
            $cmdlet.Parameters.Keys | Should -Not -BeIn $rejected.Keys
        }
    }
}

Describe 'Import' {
    It 'works twice, and again after it was removed' {
        Import-Module $path -Force
        Remove-Module Exchange
        Get-Command -Name Get-BitoProTicker -Module Exchange -ErrorAction Ignore | Should -BeNullOrEmpty
        Import-Module $path
        (Get-Command -Module Exchange -CommandType Cmdlet).Count | Should -Be $count
    }

    It 'works by name, and by the first use of a cmdlet' {
        $before = $env:PSModulePath
        $env:PSModulePath = "$(Split-Path $path)$([System.IO.Path]::PathSeparator)$before"
        try {
            [powershell]::Create().AddScript('Import-Module Exchange; (Get-Command -Module Exchange -CommandType Cmdlet).Count').Invoke() | Should -Be $count
            [powershell]::Create().AddScript('$null = Get-ExchangeAttempt -State Unknown; (Get-Module Exchange).Name').Invoke() | Should -Be 'Exchange'
        }
        finally { $env:PSModulePath = $before }
    }

    It 'works in a second runspace while the first goes on' {
        $simulator = Start-ExchangeSimulator
        try {
            $seen = [powershell]::Create().AddScript("Import-Module '$path'; (Get-ExchangeSimulator).Address; Remove-Module Exchange").Invoke()
            # One process, one simulator: what is shared is shared by all runspaces.
            $seen[0] | Should -Be $simulator.Address
            (Get-BitoProTicker btc_twd).Pair | Should -Be 'btc_twd'
        }
        finally { Stop-ExchangeSimulator }
    }

    It 'works in ForEach-Object -Parallel' {
        1..4 | ForEach-Object -Parallel {
            Import-Module $using:path
            (Get-Command -Module Exchange -CommandType Cmdlet).Count
        } | Should -Be @($count, $count, $count, $count)
    }

    It 'works in <_>' -ForEach 'Start-Job', 'Start-ThreadJob' {
        if (-not (Get-Command $_ -ErrorAction Ignore)) { Set-ItResult -Skipped -Because "$_ is not there"; return }
        $job = & $_ { Import-Module $using:path; (Get-Command -Module Exchange -CommandType Cmdlet).Count }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be $count
    }

    It 'works by the path that it says it has, in a process that has nothing of it' {
        $named = (Import-Module $path -PassThru).Path
        $job = Start-Job { Import-Module $using:named; (Get-Command Get-BitoProTicker).Name; (Get-Command Get-BitoProTicker).Parameters.Keys -contains 'Pair' }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be @('Get-BitoProTicker', $true)
    }

    It 'loads no assembly twice, however often it is imported' {
        1..3 | ForEach-Object { Import-Module $path -Force }
        $names = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'Exchange' | ForEach-Object { $_.Assemblies } | ForEach-Object { $_.GetName().Name }
        @($names | Group-Object | Where-Object Count -GT 1) | Should -BeNullOrEmpty
    }
}
