BeforeDiscovery {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $types = @((Get-Command -Module Exchange -CommandType Cmdlet).OutputType.Type | Where-Object { $_.Namespace -like 'Exchange*' } | Sort-Object FullName -Unique | ForEach-Object { @{ Type = $_; Name = $_.FullName } })
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Support/Simulator.ps1')
    Start-TestSimulator
    $script:now = [DateTimeOffset]::new(2026, 3, 1, 9, 30, 15, 123, [timespan]::Zero)

    # An object of a type with the longest values that a column meets in earnest: eight digits, a dust amount, a long id.
    function New-Sample([type] $Type, [int] $Depth = 0) {
        $one = [System.Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($Type)
        foreach ($property in $Type.GetProperties() | Where-Object { $_.SetMethod -or $_.CanWrite }) {
            $value = New-Value $property.PropertyType $property.Name $Depth
            if ($null -ne $value) { $property.SetValue($one, $value) }
        }
        # Records without setters keep their values in the fields behind their properties.
        foreach ($field in $Type.GetFields([System.Reflection.BindingFlags] 'Instance, NonPublic')) {
            if ($null -eq $field.GetValue($one)) {
                $value = New-Value $field.FieldType $field.Name $Depth
                if ($null -ne $value) { $field.SetValue($one, $value) }
            }
        }
        $one
    }

    function New-Value([type] $Type, [string] $Name, [int] $Depth) {
        $bare = [nullable]::GetUnderlyingType($Type) ?? $Type
        if ($bare -eq [string]) { return $Name -match 'Pair' ? 'shib_usdt' : $Name -match 'AttemptId' ? '20260301T093015.123Z-ce3ee6793850' : $Name -match 'Id|Serial' ? '55500000012345678' : 'Something of some length' }
        if ($bare -eq [decimal]) { return $Name -match 'Fee|Rate' ? 0.00000001d -as [decimal] : 12345678.12345678d -as [decimal] }
        if ($bare -eq [DateTimeOffset]) { return $now }
        if ($bare -eq [timespan]) { return [timespan]::FromMinutes(30) }
        if ($bare -eq [uri]) { return [uri] 'http://127.0.0.1:65535/bitopro/v3' }
        if ($bare -in [int], [long]) { return $bare -eq [int] ? 1234567 : 123456789012L }
        if ($bare -eq [bool]) { return $true }
        if ($bare.IsEnum) { return [enum]::GetValues($bare) | Sort-Object { "$_".Length } -Descending | Select-Object -First 1 }
        if ($bare.IsArray) { return [Array]::CreateInstance($bare.GetElementType(), 0) }
        if ($bare.IsGenericType -and $bare.IsInterface) {
            $item = $bare.GenericTypeArguments[0]
            $made = $bare.GenericTypeArguments.Count -eq 1 ? [Array]::CreateInstance($item, 0) : $null
            return $made -is $bare ? , $made : $null
        }
        if ($bare.Namespace -like 'Exchange*' -and $bare.IsClass -and -not $bare.IsAbstract -and $Depth -lt 3) { return New-Sample $bare ($Depth + 1) }
        $null
    }
}

AfterAll { Stop-TestSimulator }

Describe 'The view of <Name>' -ForEach $types {
    BeforeAll {
        $script:view = Get-FormatData -TypeName $Name -PowerShellVersion $PSVersionTable.PSVersion
        $script:sample = New-Sample $Type
    }

    It 'is there' { $view | Should -Not -BeNullOrEmpty }

    It 'is no wider than 120 columns as it comes and as a list, and shows no number by its exponent, in <_>' -ForEach 'en-US', 'zh-TW' {
        $before = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = $_
            $shown = ($sample | Out-String -Width 120), ($sample | Format-List | Out-String -Width 120)
        }
        finally { [cultureinfo]::CurrentUICulture = $before }
        foreach ($text in $shown) {
            $plain = $text -replace '\x1b\[[0-9;]*m'
            ($plain -split "`n" | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
            $plain | Should -Not -Match '\dE[-+]?\d'
            $plain.Trim() | Should -Not -BeNullOrEmpty
        }
    }

    It 'fits 120 columns by its own widths, and has numbers at the right' {
        foreach ($definition in $view.FormatViewDefinition | Where-Object { $_.Control -is [System.Management.Automation.TableControl] }) {
            $headers = $definition.Control.Headers
            ($headers.Width | Measure-Object -Sum).Sum + $headers.Count - 1 | Should -BeLessOrEqual 120 -Because $definition.Name
            $entries = $definition.Control.Rows[0].Columns
            for ($i = 0; $i -lt $entries.Count; $i++) {
                $entry = $entries[$i].DisplayEntry
                if ($entry.ValueType -ne 'Property') { continue }
                $property = $Type.GetProperty($entry.Value)
                $property | Should -Not -BeNullOrEmpty -Because "$($entry.Value) is a column"
                $isNumber = ([nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType) -in [decimal], [int], [long]
                if ($isNumber) { $headers[$i].Alignment | Should -Be 'Right' -Because $entry.Value }
            }
        }
    }
}

Describe 'Views' {
    It 'have no colour of their own: only $PSStyle knows what a person wants' {
        $file = Get-Content (Join-Path (Get-Module Exchange).ModuleBase 'Exchange.Format.ps1xml') -Raw
        $file | Should -Not -Match '\[\d+m|ConsoleColor|-ForegroundColor|`e'
    }

    It 'name nothing that no cmdlet emits' {
        $file = [xml] (Get-Content (Join-Path (Get-Module Exchange).ModuleBase 'Exchange.Format.ps1xml') -Raw)
        $named = $file.Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName
        $emitted = (Get-Command -Module Exchange -CommandType Cmdlet).OutputType.Name
        # Events are part of an order; the tables are what -AsTable makes of orders; where people read Chinese there is a second view.
        $parts = 'Exchange.Strategy.StrategyEvent', 'Exchange.Strategy.StrategyOrderTable', 'Exchange.Strategy.StrategyOrderTable#zh',
            'Exchange.Strategy.StrategyOrder#zh'
        $named | Where-Object { $_ -notin $emitted + $parts } | Should -BeNullOrEmpty
    }

    It 'head strategy orders by the culture of the person' {
        $null = Connect-AgenticWallet
        $null = New-StrategyLimitOrder arb usdc 0x912ce59144191c1204e64559fe8253a0e49e6548 10 Buy 0.05 -Force
        $before = [cultureinfo]::CurrentUICulture
        try {
            $heads = foreach ($culture in 'en-US', 'zh-TW') {
                [cultureinfo]::CurrentUICulture = $culture
                Get-StrategyOrder 6> $null | Out-String -Width 120
            }
        }
        finally { [cultureinfo]::CurrentUICulture = $before }
        $heads[0] | Should -Match 'Trigger price'
        $heads[1] | Should -Match '触发价'
        $heads[1] | Should -Not -Match 'Trigger price'
    }

    It 'have Chinese headings where the interface is Chinese, and only there' {
        $heads = foreach ($culture in 'en-US', 'zh-TW', 'zh-CN') {
            # The culture of a runspace is that of its thread; the views are those of the runspace.
            [powershell]::Create().AddScript({
                    param($culture, $path)
                    [cultureinfo]::CurrentUICulture = $culture
                    Import-Module $path
                    Get-BitoProTicker btc_twd | Out-String -Width 120
                    Get-BitoProBalance btc | Out-String -Width 120
                }).AddArgument($culture).AddArgument((Join-Path (Get-Module Exchange).ModuleBase 'Exchange.psd1')).Invoke() -join ''
        }
        $heads[0] | Should -Match 'Change %'
        $heads[0] | Should -Not -Match '漲跌'
        foreach ($chinese in $heads[1..2]) {
            $chinese | Should -Match '交易對 +最新價 +漲跌 %'
            $chinese | Should -Match '幣種 +數量 +可用 +凍結'
            $chinese | Should -Not -Match 'Change %'
        }
    }

    It 'label statuses by the culture of the person' {
        $receipt = Invoke-BitoProOrder @order -Confirm:$false
        $labels = foreach ($culture in 'en-US', 'zh-TW') {
            $script = "[cultureinfo]::CurrentUICulture = '$culture'; Import-Module '$((Get-Module Exchange).Path)'; (Get-BitoProOrder btc_twd $($receipt.OrderId)).StatusLabel"
            [powershell]::Create().AddScript($script).Invoke()[0]
        }
        $labels[0] | Should -MatchExactly '^[A-Z][a-z ]+$'
        $labels[1] | Should -Match '\p{IsCJKUnifiedIdeographs}'
    }
}
