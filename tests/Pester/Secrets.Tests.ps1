BeforeAll {
    . (Join-Path $PSScriptRoot 'Support/Simulator.ps1')
    . (Join-Path $PSScriptRoot 'Support/AnsweringHost.ps1')
    Start-TestSimulator
    function Protect([string] $Text) { ConvertTo-SecureString $Text -AsPlainText -Force }
}

AfterAll {
    $null = Disconnect-BitoProAccount
    Stop-TestSimulator
}

Describe 'A secret' {
    It 'is in no stream, error or transcript of a whole session at the loudest' {
        $file = Join-Path $TestDrive 'session.txt'
        $null = Start-Transcript $file
        try {
            $loud = @{ Verbose = $true; Debug = $true }
            $said = foreach ($step in @(
                    { Connect-BitoProAccount -Credential ([pscredential]::new('planted-secret-key', (Protect 'planted-secret'))) -Email a@b.c -SkipVerification @loud }
                    { Get-BitoProAccount @loud | Format-List * -Force | Out-String }
                    { Get-BitoProBalance @loud }
                    { Invoke-BitoProOrder @order @loud -Confirm:$false }
                    { Watch-BitoProBalance -TimeoutSec 1 @loud }
                    { Disconnect-BitoProAccount @loud }
                    { Get-BitoProBalance @loud }
                    { Invoke-BitoProOrder @order @loud -Confirm:$false }
                    { Test-TradeGuard 'buy' @loud }
                    { $Error | ForEach-Object { $_ | Format-List * -Force | Out-String } }
                )) {
                try { & $step *>&1 | Out-String -Stream } catch { $_ | Format-List * -Force | Out-String -Stream }
            }
        }
        finally { $null = Stop-Transcript }
        $said.Count | Should -BeGreaterThan 20
        $everything = ($said -join "`n") + (Get-Content $file -Raw)
        foreach ($secret in Get-PlantedSecret) { $everything | Should -Not -Match $secret }
        Get-ChildItem $env:EXCHANGE_HOME -Recurse -File | ForEach-Object { Get-Content $_ -Raw } | Should -Not -Match 'planted-secret|simulator-secret'
    }

    It 'is not taken as plain text by any parameter' {
        # Token, FromToken and ToToken are addresses on a chain.
        $plain = foreach ($cmdlet in Get-Command -Module Exchange -CommandType Cmdlet) {
            $cmdlet.Parameters.Values | Where-Object { $_.Name -match 'Secret|Password|Passphrase|ApiKey|Token$|PrivateKey|Mnemonic' -and $_.Name -notin 'Token', 'FromToken', 'ToToken' -and $_.ParameterType -notin [securestring], [pscredential], [switch] } |
                ForEach-Object { "$($cmdlet.Name) -$($_.Name)" }
        }
        $plain | Should -BeNullOrEmpty
    }
}

Describe '-Verbose' {
    It 'tells call, method, path, status and time of <_>' -ForEach 'Get-BitoProTicker btc_twd', 'Get-BitoProBalance', 'Get-BitoProOrder -Open', 'Invoke-BitoProOrder @order -Confirm:$false' {
        $verbose = Invoke-Expression "$_ -Verbose" 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | Out-String
        $verbose | Should -Match '(?m)T\d+ (GET|POST|DELETE) /\S+ -> 200 in \d+ ms'
    }
}
