BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    $script:runbooks = Join-Path $repository 'samples/runbooks'
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    . (Join-Path $repository 'samples/Rehearsal.ps1')
    $script:keyBefore = $env:BITOPRO_API_KEY
    $env:BITOPRO_API_KEY = 'a-key-of-the-live-service'
    $script:simulator = Start-Rehearsal -Seed 7
}

AfterAll { $env:BITOPRO_API_KEY = $keyBefore }

Describe 'Rehearsal.ps1' {
    It 'hides the live service, gives an account with money, and puts everything back' {
        $env:BITOPRO_API_KEY | Should -BeNullOrEmpty
        (Get-BitoProAccount).Address ?? (Get-BitoProAccount).Endpoint | Should -Match '127\.0\.0\.1'
        (Get-BitoProBalance twd).Available | Should -BeGreaterThan 0
    }
}

Describe 'Export-Fills.ps1' {
    It 'adds each fill once, with exact times and numbers' {
        $file = Join-Path $TestDrive 'fills.csv'
        $null = Invoke-BitoProOrder btc_twd Buy Market 3000 -Confirm:$false
        $first = & (Join-Path $runbooks 'Export-Fills.ps1') -Pair btc_twd -Path $file
        $first.Added | Should -BeGreaterThan 0
        (& (Join-Path $runbooks 'Export-Fills.ps1') -Pair btc_twd -Path $file).Added | Should -Be 0
        $null = Invoke-BitoProOrder eth_twd Buy Market 3000 -Confirm:$false
        (& (Join-Path $runbooks 'Export-Fills.ps1') -Pair btc_twd, eth_twd -Path $file).Added | Should -BeGreaterThan 0
        $rows = Import-Csv $file
        @($rows | Group-Object { "$($_.TradeId)/$($_.OrderId)" } | Where-Object Count -GT 1) | Should -BeNullOrEmpty
        $fill = Get-BitoProFill eth_twd -First 1
        $row = $rows | Where-Object { $_.TradeId -eq $fill.TradeId -and $_.OrderId -eq $fill.OrderId }
        [DateTimeOffset]::Parse($row.CreatedAt, [cultureinfo]::InvariantCulture) | Should -Be $fill.CreatedAt
        [decimal] $row.BaseAmount | Should -Be $fill.BaseAmount
    }
}

Describe 'Set-PortfolioWeight.ps1' {
    BeforeAll {
        $script:script = Join-Path $runbooks 'Set-PortfolioWeight.ps1'
        function Weight {
            $prices = @{ twd = 1; btc = (Get-BitoProTicker btc_twd).LastPrice; eth = (Get-BitoProTicker eth_twd).LastPrice }
            $values = @{}
            foreach ($currency in $prices.Keys) { $values[$currency] = (Get-BitoProBalance $currency).Available * $prices[$currency] }
            $sum = ($values.Values | Measure-Object -Sum).Sum
            @{ btc = $values.btc / $sum; eth = $values.eth / $sum; twd = $values.twd / $sum }
        }
    }

    It 'shows what it would do with -WhatIf, and sends nothing' {
        $before = Get-RehearsalWriteCount
        & $script -Target @{ btc = 0.3; eth = 0.3; twd = 0.4 } -WhatIf | Should -BeNullOrEmpty
        Get-RehearsalWriteCount | Should -Be $before
    }

    It 'brings the account near its targets, and then has nothing to do' {
        $receipts = & $script -Target @{ btc = 0.3; eth = 0.3; twd = 0.4 } -RunId one -Confirm:$false
        $receipts.Type | Should -Be (@('MARKET') * @($receipts).Count)
        $weight = Weight
        [Math]::Abs($weight.btc - 0.3) | Should -BeLessThan 0.03
        [Math]::Abs($weight.eth - 0.3) | Should -BeLessThan 0.03
        & $script -Target @{ btc = 0.3; eth = 0.3; twd = 0.4 } -RunId two -Tolerance 0.05 -Confirm:$false | Should -BeNullOrEmpty
    }

    It 'sends an order of one run id once' {
        $before = Get-RehearsalWriteCount
        { & $script -Target @{ btc = 0.6; twd = 0.4 } -RunId one -Confirm:$false } | Should -Throw -ErrorId 'BitoPro.Guard.PAUSE*'
        Get-RehearsalWriteCount | Should -Be $before
    }

    It 'refuses weights that are not the whole' {
        { & $script -Target @{ btc = 0.3; twd = 0.4 } -WhatIf } | Should -Throw '*must be 1*'
    }
}

Describe 'The secrets of runbooks' {
    AfterEach { $null = Connect-BitoProAccount }

    It 'come from a vault as a PSCredential' {
        function Get-Secret($Name, $Vault, [switch] $AsPlainText) {
            $Vault | Should -Be 'trading'
            if ($AsPlainText) { 'someone@example.com' } else { [pscredential]::new('vault-key-0001', (ConvertTo-SecureString 'planted-secret' -AsPlainText -Force)) }
        }
        # The simulator does not know that key, and says so: the vault's credential has been used.
        { & (Join-Path $runbooks 'Connect-FromVault.ps1') } | Should -Throw '*401*'
    }

    It 'come from Azure Automation as a PSCredential' {
        function Get-AutomationPSCredential($Name) { [pscredential]::new('automation-key-0001', (ConvertTo-SecureString 'planted-secret' -AsPlainText -Force)) }
        function Get-AutomationVariable($Name) { 'someone@example.com' }
        { & (Join-Path $runbooks 'Azure-Automation.ps1') } | Should -Throw '*401*'
    }

    It 'are named in the workflow, and nothing that looks like one stands there' {
        $text = Get-Content (Join-Path $runbooks 'github-actions.yml') -Raw
        foreach ($name in 'BITOPRO_API_KEY', 'BITOPRO_API_SECRET', 'BITOPRO_EMAIL') { $text | Should -Match "${name}: \$\{\{ secrets\.$name \}\}" }
        foreach ($script in [regex]::Matches($text, 'samples/\S+\.ps1').Value) { Join-Path $repository $script | Should -Exist }
    }
}

Describe 'Testing.md' {
    It 'shows a suite that passes' {
        $text = Get-Content (Join-Path $repository 'samples/Testing.md') -Raw
        $suite = [regex]::Match($text, '(?s)```powershell\n(.*?)```').Groups[1].Value
        Copy-Item (Join-Path $repository 'samples/Rehearsal.ps1') $TestDrive
        Set-Content (Join-Path $TestDrive 'My.Tests.ps1') $suite
        Set-Content (Join-Path $TestDrive 'MyRunbook.ps1') @'
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param($RunId = [guid]::NewGuid())
$ConfirmPreference = 'None'
Invoke-BitoProOrder btc_twd Buy Limit 0.001 2000000 -AttemptId "$RunId-1"
'@
        $run = "`$env:NO_COLOR = '1'; Set-Location '$TestDrive'; Import-Module '$repository/out/Exchange'; Import-Module Pester; (Invoke-Pester My.Tests.ps1 -PassThru -Output None) | ForEach-Object { `"`$(`$_.PassedCount) of `$(`$_.TotalCount)`"; `$_.Failed.ErrorRecord }"
        & (Get-Command pwsh -CommandType Application -TotalCount 1).Source -NoProfile -NonInteractive -Command $run 2>&1 | Where-Object { $_ -notmatch 'What if|^  ' } | Select-Object -Last 1 | Should -Be '3 of 3'
    }

    It 'leaves the surroundings as they were' {
        Stop-Rehearsal
        $env:BITOPRO_API_KEY | Should -Be 'a-key-of-the-live-service'
        Get-ExchangeSimulator | Should -BeNullOrEmpty
    }
}

Describe 'First run' {
    It 'says in one sentence what to do, before anything is sent (<_>)' -ForEach 'Get-BitoProBalance', 'Get-BitoProOrder -Open', 'Invoke-BitoProOrder btc_twd Buy Limit 0.001 2000000 -WhatIf' {
        Remove-Item Env:BITOPRO_API_KEY -ErrorAction Ignore
        $trouble = { Invoke-Expression $_ } | Should -Throw -PassThru -ErrorId 'BitoPro.CredentialsMissing*'
        $trouble.ErrorDetails.RecommendedAction | Should -Match 'Connect-BitoProAccount'
        $trouble.ErrorDetails.RecommendedAction | Should -Match 'Start-ExchangeSimulator'
        ($trouble.ErrorDetails.RecommendedAction -split '\.\s').Count | Should -Be 1
    }
}
