BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    . (Join-Path $PSScriptRoot 'Support/Binding.ps1')
    . (Join-Path $PSScriptRoot 'Support/Cmdlets.ps1')
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    $script:probe = Import-BindingProbe $repository

    # The lines that differ. A property that does not fit its parameter is passed over by PowerShell and refused by the other engine.
    function Compare-Engine([object[]] $Tables, [object[]] $Answered) {
        $real = Get-RealBinding $Tables
        $next = 0
        for ($i = 0; $i -lt $Tables.Count; $i++) {
            foreach ($run in $Answered[$i].runs) {
                $ours = $run.answer -join ' | '
                $theirs = $real[$next++] -join ' | '
                if ($ours -cne $theirs -and -not ($ours -match 'CannotConvert' -and $theirs -notmatch 'CannotConvert')) {
                    "$($Tables[$i].name) $($run.arguments) <- $($run.input | ConvertTo-Json -Compress): '$ours' here, '$theirs' in PowerShell"
                }
            }
        }
    }
}

Describe 'Two engines' {
    It 'bind random parameters alike' {
        $seed = Get-Random -Maximum 1000000
        $tables = @($probe::Random($seed, 150) | ConvertFrom-Json)
        Compare-Engine $tables $tables | Should -BeNullOrEmpty -Because "seed $seed"
    }

    It 'bind every cmdlet alike, whatever object of the module comes down the pipeline' {
        $shapes = Get-OutputShape
        $tables = @(Get-Command -Module Exchange -CommandType Cmdlet | ForEach-Object { Get-CmdletTable $_ $shapes } | Where-Object runs)
        @($tables.runs).Count | Should -BeGreaterThan 100
        $answered = @($probe::AnswerAll(($tables | ConvertTo-Json -Depth 8 -AsArray)) | ConvertFrom-Json)
        Compare-Engine $tables $answered | Should -BeNullOrEmpty
    }

    It 'read the same parameters of every cmdlet' {
        $ours = Get-EngineCmdlet $repository
        $real = Get-RealCmdlet
        ($real.Keys | Sort-Object) | Should -Be ($ours.Keys | Sort-Object)
        foreach ($name in $real.Keys) { $ours[$name] | Should -Be $real[$name] -Because $name }
    }
}
