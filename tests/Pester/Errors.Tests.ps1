BeforeAll {
    . (Join-Path $PSScriptRoot 'Support/Simulator.ps1')
    . (Join-Path $PSScriptRoot 'Support/AnsweringHost.ps1')
    Start-TestSimulator
}

AfterAll { Stop-TestSimulator }

Describe 'An error' {
    It 'is caught by its stable id, and says what to do' {
        try {
            Invoke-BitoProOrder -Pair BTC-TWD -Side Buy -Type Limit -Amount 1 -Price 1 -Confirm:$false
            throw 'nothing was thrown'
        }
        catch {
            $_.FullyQualifiedErrorId | Should -BeLike 'BitoPro.InvalidPair,*'
            $_.Exception.ErrorId | Should -Be 'BitoPro.InvalidPair'
            $_.CategoryInfo.Category | Should -Be 'InvalidArgument'
            $_.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        }
    }

    It 'shows its recommendation at the prompt' {
        $done = Invoke-WithAnswer @() "`$env:NO_COLOR = '1'; try { Get-BitoProTicker BTC-TWD -ErrorAction Stop } catch { `$_ | Out-String -Width 200 }"
        $done.Output -join "`n" | Should -Match 'Recommendation'
    }

    It 'of one item leaves the others, in -ErrorVariable and not on the screen' {
        $found = Get-BitoProTicker btc_twd, 'BTC-TWD', eth_twd -ErrorAction SilentlyContinue -ErrorVariable trouble
        $found.Pair | Should -Be @('btc_twd', 'eth_twd')
        @($trouble).Count | Should -Be 1
        $trouble[0].FullyQualifiedErrorId | Should -BeLike 'BitoPro.InvalidPair,*'
    }

    It 'of one item ends everything with <Name>' -ForEach @(
        @{ Name = '-ErrorAction Stop'; Script = { Get-BitoProTicker BTC-TWD, eth_twd -ErrorAction Stop } }
        @{ Name = '$ErrorActionPreference'; Script = { $ErrorActionPreference = 'Stop'; Get-BitoProTicker BTC-TWD, eth_twd } }
    ) {
        $got = [System.Collections.ArrayList]::new()
        { & $Script | ForEach-Object { $null = $got.Add($_) } } | Should -Throw -ErrorId 'BitoPro.InvalidPair,*'
        $got.Count | Should -Be 0
    }

    It 'is nowhere with -ErrorAction Ignore' {
        $Error.Clear()
        (Get-BitoProTicker btc_twd, BTC-TWD -ErrorAction Ignore).Pair | Should -Be 'btc_twd'
        $Error.Count | Should -Be 0
    }

    It 'with an unknown outcome says how to find out' {
        $null = Set-ExchangeSimulator -Fault DropAfter=1 -Method POST
        try {
            $trouble = { Invoke-BitoProOrder @order -Confirm:$false } | Should -Throw -PassThru -ErrorId 'BitoPro.OutcomeUnknown,*'
            $trouble.ErrorDetails.RecommendedAction | Should -Match 'Resolve-ExchangeAttempt'
        }
        finally { $null = Set-ExchangeSimulator -NoFault }
    }
}

Describe 'A row of a file' {
    It 'with a word that <Column> does not know is refused by name, never placed without it' -ForEach @(
        @{ Column = 'TimeInForce'; Value = 'POST_ONLYX' }
        @{ Column = 'Type'; Value = 'LIMITX' }
        @{ Column = 'Side'; Value = 'hold' }
        @{ Column = 'Amount'; Value = '0,001' }
        @{ Column = 'TradeSession'; Value = 'none' }
    ) {
        $before = Get-WriteCount
        $row = [ordered] @{ Pair = 'btc_twd'; Side = 'buy'; Type = 'LIMIT'; Amount = '0.001'; Price = '2000000'; TimeInForce = 'POST_ONLY' }
        $row[$Column] = $Value
        $problem = & {
            $ErrorActionPreference = 'Stop'
            try { [pscustomobject] $row | ConvertTo-Csv | ConvertFrom-Csv | Invoke-BitoProOrder -Confirm:$false } catch { "$_" }
        }
        $problem | Should -BeOfType [string]
        $problem | Should -Match "$Column|$([regex]::Escape($Value))"
        Get-WriteCount | Should -Be $before
    }

    It 'holds nothing that a cmdlet drops because it cannot read it' {
        # What binds by property name is text, or has an attribute that refuses what it cannot read: PowerShell itself would pass it over.
        $silent = foreach ($cmdlet in Get-Command -Module Exchange -CommandType Cmdlet) {
            foreach ($parameter in $cmdlet.Parameters.Values) {
                $byName = $parameter.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true
                $refuses = $parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ArgumentTransformationAttribute] }
                if ($byName -and -not $refuses -and $parameter.ParameterType -notin [string], [string[]], [switch], [object]) {
                    "$($cmdlet.Name) -$($parameter.Name) [$($parameter.ParameterType)]"
                }
            }
        }
        $silent | Should -BeNullOrEmpty
    }
}

Describe 'Strict mode' {
    It 'has nothing to object to in our objects' {
        Set-StrictMode -Version Latest
        $receipt = Invoke-BitoProOrder @order -Confirm:$false
        $receipt | Get-BitoProOrder | Format-Table | Out-String | Should -Match $receipt.OrderId
        Get-BitoProTicker | Where-Object LastPrice -GT 1 | Sort-Object Volume24Hr | Out-String | Should -Match 'btc_twd'
        $receipt | Stop-BitoProOrder -Confirm:$false | Out-String | Should -Match $receipt.OrderId
    }
}

Describe 'Ctrl+C' {
    It 'ends <_> at once' -ForEach @(
        'Watch-BitoProTicker btc_twd'
        'Set-ExchangeSimulator -Fault Slow=1 | Out-Null; Get-BitoProBalance'
        'Get-BitoProOrder btc_twd -PageSize 1; Watch-BitoProBalance'
        'Start-ExchangeSimulator -Port 1 -ErrorAction SilentlyContinue; Watch-BitoProOrderBook btc_twd'
    ) {
        $shell = [powershell]::Create().AddScript("Import-Module '$((Get-Module Exchange).Path)'; 'ready'; $_")
        $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
        try {
            $running = $shell.BeginInvoke($output, $output)
            for ($i = 0; $i -lt 100 -and $output.Count -eq 0; $i++) { $null = $running.AsyncWaitHandle.WaitOne(50) }
            $null = $running.AsyncWaitHandle.WaitOne(200)
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $clock.ElapsedMilliseconds | Should -BeLessThan 2000
            $shell.InvocationStateInfo.State | Should -BeIn 'Stopped', 'Completed', 'Failed'
        }
        finally {
            $null = Set-ExchangeSimulator -NoFault
            $shell.Dispose()
        }
    }
}
