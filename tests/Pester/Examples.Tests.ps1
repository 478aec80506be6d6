# Every example of the help pages, run as somebody at a prompt would: what appears must look like what the page shows.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/Examples/Examples.psm1" -Force
    $pages = Get-PageExample | Group-Object page | ForEach-Object { @{ Page = $_.Name; Examples = $_.Group } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/Examples/Examples.psm1" -Force
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
}

Describe 'The page of <Page>' -ForEach $pages {
    BeforeAll {
        $script:appeared = @{}
        Invoke-PageExample $Examples (Join-Path $TestDrive $Page) | ForEach-Object { $script:appeared[$_.Title] = $_.Text }
    }

    It 'shows what appears: <title>' -ForEach @($Examples | Where-Object shownOnly -EQ $false | ForEach-Object {
            @{ title = $_.title; output = $_.output } }) {
        Get-TextShape $script:appeared[$title] | Should -BeExactly (Get-TextShape $output) -Because "this appeared:`n$($script:appeared[$title])"
    }

    It 'is PowerShell, with parameters that exist' {
        $Examples | ForEach-Object { Get-CodeFault $_.code } | Should -BeNullOrEmpty
    }

    It 'is found by Get-Help, whole' {
        $help = Get-Help $Page -Full
        $help.Name | Should -Be $Page
        $help.Synopsis | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -Be @($Examples).Count
        foreach ($parameter in $help.parameters.parameter) {
            $parameter.description.Text | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) needs a text"
        }
    }
}
