BeforeDiscovery {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $writing = @(Get-Command -Module Exchange -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object Name)
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Support/Simulator.ps1')
    . (Join-Path $PSScriptRoot 'Support/Cmdlets.ps1')
    Start-TestSimulator
    $script:resting = Invoke-BitoProOrder @order -Confirm:$false

    # Calls that would do something; for others arguments are made up from the parameters.
    $script:calls = @{
        'Invoke-BitoProOrder'   = { Invoke-BitoProOrder @order -WhatIf }
        'Stop-BitoProOrder'     = { Stop-BitoProOrder btc_twd $resting.OrderId -WhatIf; Stop-BitoProOrder -All -WhatIf }
        'New-BitoProWithdrawal' = { New-BitoProWithdrawal usdt 100 TXYZexampleaddr000000000000000000 TRX -WhatIf }
        'New-TradeSession'      = {
            New-TradeSession s-1 -MaxSteps 3 -MaxTotalExposureQuote 9000 -MaxSingleOrderQuote 3000 -MaxDailyLossQuote 500 -SessionExpiryAt ([DateTimeOffset]::UtcNow.AddHours(1)) -WhatIf
        }
        'Set-ExchangeSimulator' = { Set-ExchangeSimulator -Advance 01:00:00 -WhatIf }
        'Stop-ExchangeSimulator' = { Stop-ExchangeSimulator -WhatIf }
    }

    # The guard keeps a line of every decision, also of one that only previews; a signed read takes a nonce; locks are empty.
    function Get-StateHash {
        Get-ChildItem $env:EXCHANGE_HOME -Recurse -File | Where-Object Name -NotMatch '^guard-audit|^nonce-|\.lock$' | Get-FileHash |
            ForEach-Object { "$($_.Path) $($_.Hash)" }
    }

    function MadeUp([System.Management.Automation.CommandParameterInfo] $Parameter) {
        $type = [nullable]::GetUnderlyingType($Parameter.ParameterType) ?? $Parameter.ParameterType
        if ($type -eq [switch]) { return $true }
        if ($type -eq [securestring]) { return ConvertTo-SecureString 'planted-secret' -AsPlainText -Force }
        if ($type -eq [pscredential]) { return [pscredential]::new('user', (ConvertTo-SecureString 'planted-secret' -AsPlainText -Force)) }
        if ($type.IsEnum) { return [enum]::GetValues($type)[0] }
        if ($type -eq [DateTimeOffset]) { return [DateTimeOffset]::UtcNow }
        if ($type -in [int], [long], [decimal]) { return 1 }
        if ($type -in [string], [string[]]) { return 'x' }
        $null
    }
}

AfterAll { Stop-TestSimulator }

Describe '-WhatIf' {
    It '<_> sends nothing, journals nothing and leaves every file as it is' -ForEach $writing {
        $before = Get-WriteCount
        $journal = @(Get-ExchangeAttempt).Count
        $files = Get-StateHash
        # Made-up paths are names in this folder.
        $folder = (New-Item (Join-Path $TestDrive $_) -ItemType Directory).FullName
        Push-Location $folder
        if ($calls.Contains($_)) {
            & $calls[$_] *> $null
        }
        else {
            $cmdlet = Get-Command $_
            foreach ($set in $cmdlet.ParameterSets) {
                $splat = @{ WhatIf = $true; ErrorAction = 'SilentlyContinue' }
                foreach ($parameter in $set.Parameters | Where-Object IsMandatory) { $splat[$parameter.Name] = MadeUp $parameter }
                # Whatever it says to made-up arguments: it does nothing.
                try { $null = & $cmdlet @splat *>&1 } catch { $null = $_ }
            }
        }
        Pop-Location
        Get-ChildItem $folder -Force | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be $before
        @(Get-ExchangeAttempt).Count | Should -Be $journal
        Get-StateHash | Should -Be $files
        (Get-ExchangeSimulator).Address | Should -Be $simulator.Address
    }

    It 'shows what would be sent, and where' {
        Start-Transcript (Join-Path $TestDrive 'whatif.txt') | Out-Null
        Invoke-BitoProOrder @order -WhatIf
        Stop-Transcript | Out-Null
        $text = Get-Content (Join-Path $TestDrive 'whatif.txt') -Raw
        $text | Should -Match 'What if: Place order: BUY 0\.001 btc'
        $text | Should -Match 'Sent to: http://127\.0\.0\.1'
    }

    It 'holds by preference too' {
        $before = Get-WriteCount
        & { $WhatIfPreference = $true; Invoke-BitoProOrder @order } | Should -BeNullOrEmpty
        Get-WriteCount | Should -Be $before
    }
}
