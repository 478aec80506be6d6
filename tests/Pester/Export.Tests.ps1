BeforeAll {
    . (Join-Path $PSScriptRoot 'Support/Simulator.ps1')
    . (Join-Path $PSScriptRoot 'Support/Cmdlets.ps1')
    Start-TestSimulator
    $null = Invoke-BitoProOrder btc_twd Buy Market 3000 -Confirm:$false
    $null = Invoke-BitoProOrder @order -Confirm:$false
    $script:samples = @(
        Get-BitoProFill btc_twd -First 3
        Get-BitoProOrder btc_twd -First 3
        Get-BitoProTrade btc_twd | Select-Object -First 3
        Get-BitoProCandlestick btc_twd 1h | Select-Object -First 3
        Get-BitoProTicker
        Get-BitoProBalance
        Get-BitoProDeposit usdt -First 3
        Get-BitoProWithdrawal usdt -First 3
        Get-ExchangeAttempt
        Get-ExchangeSimulator
    )
    # The properties of a type whose values are times or exact numbers, null or not.
    function ExactProperties($object) {
        $object.GetType().GetProperties() | Where-Object { ([nullable]::GetUnderlyingType($_.PropertyType) ?? $_.PropertyType) -in [DateTimeOffset], [decimal] }
    }
}

AfterAll { Stop-TestSimulator }

Describe 'Export-Csv and back' {
    It 'keeps every time and number of every object to the last digit (<_>)' -ForEach 'en-US', 'zh-TW', 'fr-FR' {
        $before = [cultureinfo]::CurrentCulture
        [cultureinfo]::CurrentCulture = [cultureinfo]::GetCultureInfo($_)
        try {
            foreach ($group in $samples | Group-Object { $_.GetType().FullName }) {
                $rows = $group.Group | ConvertTo-Csv | ConvertFrom-Csv
                for ($i = 0; $i -lt $group.Count; $i++) {
                    foreach ($property in ExactProperties $group.Group[$i]) {
                        $text = @($rows)[$i].($property.Name)
                        $value = $property.GetValue($group.Group[$i].psobject.BaseObject)
                        if ($null -eq $value) { $text | Should -BeNullOrEmpty }
                        elseif ($value -is [decimal]) { [decimal]::Parse($text, [cultureinfo]::CurrentCulture) | Should -Be $value }
                        else { [DateTimeOffset]::Parse($text, [cultureinfo]::InvariantCulture) | Should -Be $value -Because "$($group.Name).$($property.Name)" }
                    }
                }
            }
        }
        finally { [cultureinfo]::CurrentCulture = $before }
    }

    It 'writes times as ISO 8601, with what lies below the second' {
        $order = Get-BitoProOrder -Open | Select-Object -First 1
        $text = ($order | ConvertTo-Csv | ConvertFrom-Csv).CreatedAt
        $text | Should -Match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d)$'
    }

    It 'leaves a time the DateTimeOffset that it is' {
        $time = (Get-BitoProOrder -Open | Select-Object -First 1).CreatedAt
        $time | Should -BeOfType [DateTimeOffset]
        $time.AddHours(1) - $time | Should -Be ([timespan]::FromHours(1))
        $time -lt [DateTimeOffset]::UtcNow.AddDays(1) | Should -BeTrue
        ([DateTimeOffset] $time).Ticks | Should -Be $time.Ticks
        Get-BitoProOrder btc_twd -Since $time | Should -Not -BeNullOrEmpty
    }

    It 'has a line for every time of every type that a cmdlet emits' {
        $types = (Get-Command -Module Exchange -CommandType Cmdlet).OutputType.Type | Where-Object { $_.Namespace -like 'Exchange*' } | Sort-Object FullName -Unique
        $missing = foreach ($type in $types) {
            $data = Get-TypeData $type.FullName
            foreach ($property in $type.GetProperties()) {
                if (([nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType) -eq [DateTimeOffset] -and -not ($data -and $data.Members.ContainsKey($property.Name))) {
                    "$type.$($property.Name)"
                }
            }
        }
        $missing | Should -BeNullOrEmpty
    }

    It 'refuses a number that another culture wrote, whatever it would mean' {
        { Invoke-BitoProOrder btc_twd Buy Limit '0,001' 2000000 -Confirm:$false } | Should -Throw -ErrorId 'BitoPro.InvalidNumber,*'
        { New-TradeSession s -MaxSteps 1 -MaxTotalExposureQuote '1000,50' -MaxSingleOrderQuote 1 -MaxDailyLossQuote 1 -SessionExpiryAt ([DateTimeOffset]::UtcNow.AddHours(1)) } |
            Should -Throw '*plain digits*'
    }

    It 'gives orders that can be placed again from the file' {
        $file = Join-Path $TestDrive 'open.csv'
        Get-BitoProOrder -Open | Select-Object Pair, Side, Type, @{ n = 'Amount'; e = 'RemainingAmount' }, Price, TimeInForce | Export-Csv $file
        $placed = Import-Csv $file | Invoke-BitoProOrder -Confirm:$false
        $placed.Price | Should -Contain 2000000
    }
}

Describe 'ConvertTo-Json and back' {
    It 'keeps every time and number of every object' {
        foreach ($object in $samples) {
            $row = $object | ConvertTo-Json -Depth 5 | ConvertFrom-Json -DateKind Offset
            foreach ($property in ExactProperties $object) {
                $value = $property.GetValue($object.psobject.BaseObject)
                if ($value -is [decimal]) { [decimal] $row.($property.Name) | Should -Be $value }
                elseif ($value) { $row.($property.Name).UtcTicks | Should -Be $value.UtcTicks }
            }
        }
    }
}

Describe 'Our objects in a pipeline' {
    It 'sort by numbers and times, not by their text' {
        $tickers = Get-BitoProTicker | Sort-Object LastPrice
        for ($i = 1; $i -lt $tickers.Count; $i++) { $tickers[$i].LastPrice | Should -BeGreaterOrEqual $tickers[$i - 1].LastPrice }
        $trades = Get-BitoProTrade btc_twd | Sort-Object Time -Descending
        for ($i = 1; $i -lt $trades.Count; $i++) { $trades[$i].Time | Should -BeLessOrEqual $trades[$i - 1].Time }
    }

    It 'group by status, side and pair' {
        $groups = Get-BitoProOrder btc_twd -First 20 | Group-Object Side -AsHashTable -AsString
        $groups.Keys | Should -Contain 'Buy'
        (Get-BitoProTicker | Group-Object { $_.Pair.Split('_')[1] }).Name | Should -Contain 'twd'
    }

    It 'go from cmdlet to cmdlet' {
        $receipts = 1900000, 1900001 | ForEach-Object { Invoke-BitoProOrder btc_twd Buy Limit 0.001 $_ -Confirm:$false }
        ($receipts | Get-BitoProOrder).OrderId | Should -Be $receipts.OrderId
        ($receipts | Get-ExchangeAttempt).State | Should -Be @('Accepted', 'Accepted')
        ($receipts | Get-BitoProOrder | Where-Object Status -EQ 'Unfilled' | Stop-BitoProOrder -Confirm:$false).OrderId | Sort-Object | Should -Be ($receipts.OrderId | Sort-Object)
        (Get-BitoProBalance -NonZero | Where-Object Currency -NE twd | ForEach-Object { "$($_.Currency)_twd" } | Get-BitoProTicker -ErrorAction Ignore).Pair | Should -Contain 'btc_twd'
    }

    It 'are told apart one by one: what an earlier object had does not stay' {
        $one = Invoke-BitoProOrder @order -Confirm:$false
        $mixed = [pscustomobject] @{ Pair = 'btc_twd'; OrderId = $one.OrderId }, [pscustomobject] @{ Pair = 'btc_twd' }
        @($mixed[0] | Get-BitoProOrder).Count | Should -Be 1
        @($mixed | Get-BitoProOrder).Count | Should -BeGreaterThan 2
    }
}
