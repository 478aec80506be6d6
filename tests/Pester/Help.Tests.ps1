# The help that the build stages: of exchange beside the program, of the module in the folder of the language.
BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    $script:exchange = Join-Path $repository ($IsWindows ? 'out/bin/exchange.exe' : 'out/bin/exchange')
}

Describe 'exchange help' {
    It 'says what a cmdlet does, in any case of its name' {
        $text = & $exchange help get-bitoproticker
        $text[0] | Should -Be 'Get-BitoProTicker [[-Pair] <string[]>] [<CommonParameters>]'
        $text | Should -Contain 'DESCRIPTION'
        $text | Should -Contain '-Pair <string[]>; from input'
        ($text | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
    }

    It 'lists the cmdlets by area, each with its sentence' {
        $text = & $exchange list
        $text | Should -Contain 'BitoPro market'
        @($text | Where-Object { $_ -match '^  Get-BitoProTicker +\w.*\.$' }).Count | Should -Be 1
        foreach ($name in (Get-Command -Module Exchange).Name) {
            @($text | Where-Object { $_ -match "^  $name( |$)" }).Count | Should -Be 1 -Because "$name is a cmdlet"
        }
    }
}
