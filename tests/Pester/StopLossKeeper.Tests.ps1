# samples/StopLossKeeper.ps1 against the simulator: one stop a token, never two.
BeforeAll {
    $script:repository = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $repository 'out/Exchange') -Force
    $script:keeper = Join-Path $repository 'samples/StopLossKeeper.ps1'
    $script:before = @{}
    foreach ($name in 'EXCHANGE_HOME', 'EXCHANGE_SIMULATOR', 'OKX_BASE_URL') { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
    Remove-Item Env:OKX_BASE_URL -ErrorAction Ignore
    $script:arb = '0x912ce59144191c1204e64559fe8253a0e49e6548'

    function New-Plan([string[]] $Rows) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).csv"
        Set-Content $file (@('Chain,Token,Amount,TriggerPrice,Into,Slippage,ExpiresInSeconds') + $Rows)
        $file
    }

    # The keeper in this process; what it warns of is kept beside its objects.
    function Invoke-Keeper {
        $rows = @(& $keeper @args 3>&1 6>$null)
        [pscustomobject]@{
            ExitCode = $LASTEXITCODE
            Rows = @($rows | Where-Object { $_ -isnot [System.Management.Automation.WarningRecord] })
            Warnings = "$($rows | Where-Object { $_ -is [System.Management.Automation.WarningRecord] })"
        }
    }

    function Get-Sent { @((Invoke-RestMethod "$($simulator.Address)_simulator/requests").data | Where-Object path -Like '*/limitOrder/createOrder').Count }
    function Get-Order { @((Invoke-RestMethod "$($simulator.Address)_simulator/web3/state").orders) }
    function Set-Web3([string] $Command, [hashtable] $Body) {
        $null = Invoke-RestMethod -Method Post "$($simulator.Address)_simulator/web3/$Command" -Body ($Body | ConvertTo-Json)
    }
}

Describe 'The runbook that keeps stops' {
    BeforeEach {
        $env:EXCHANGE_HOME = Join-Path $TestDrive "state-$([guid]::NewGuid())"
        $script:simulator = Start-ExchangeSimulator -Seed 7 -NoRateLimit
        $env:EXCHANGE_SIMULATOR = "$($simulator.Address)"
        $null = Connect-AgenticWallet -InformationAction Ignore
        $script:plan = New-Plan "arb,$arb,100,0.12,usdc,5,86400"
    }

    AfterEach {
        Stop-ExchangeSimulator
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    }

    It 'shows what is missing and sends nothing, unless it is told to place' {
        $end = Invoke-Keeper $plan
        $end.ExitCode | Should -Be 0
        $end.Rows.State | Should -Be 'Missing'
        Get-Sent | Should -Be 0
        Get-ExchangeAttempt | Should -BeNullOrEmpty
    }

    It 'places one stop a token, and nothing in the runs after it' {
        $plan = New-Plan "arb,$arb,100,0.12,usdc,5,86400", 'sol,sol,0.25,120,,,'
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be @('Placed', 'Placed')
        $end.ExitCode | Should -Be 0
        foreach ($pause in 0, 15, 60) {
            $null = Set-ExchangeSimulator -Advance ([timespan]::FromSeconds($pause))
            $again = Invoke-Keeper $plan -Place
            $again.Rows.State | Should -Be @('Alive', 'Alive')
            $again.Rows.OrderId | Should -Be $end.Rows.OrderId
        }
        Get-Sent | Should -Be 3 -Because 'the first was asked to activate Trader Mode, and was sent once more'
        $stops = Get-StrategyOrder -InformationAction Ignore
        $stops.StrategyType | Should -Be @('StopLoss', 'StopLoss')
        @($stops.TriggerPrice | Sort-Object) | Should -Be @(0.12, 120)
        @($stops.ToSymbol) | Should -Be @('USDC', 'USDC')
    }

    It 'counts a stop that somebody placed by hand, and warns where the plan says something else' {
        $null = New-StrategyLimitOrder arb $arb usdc 40 Sell 0.11 -Confirm:$false -InformationAction Ignore
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be 'Alive'
        $end.Warnings | Should -Match 'sells 40 at 0.11, the plan says 100 at 0.12'
        (Get-Order).Count | Should -Be 1
    }

    It 'is not content with another order of the token' {
        $null = New-StrategyLimitOrder arb $arb usdc 40 Sell 0.30 -Confirm:$false -InformationAction Ignore
        $null = New-StrategyLimitOrder arb usdc $arb 10 Buy 0.10 -Confirm:$false
        (Invoke-Keeper $plan -Place).Rows.State | Should -Be 'Placed'
        (Get-Order).Count | Should -Be 3
    }

    It 'places a new one for a stop that was <_>' -ForEach 'Expired', 'Cancelled' {
        $first = (Invoke-Keeper $plan -Place).Rows.OrderId
        $null = Set-ExchangeSimulator -Advance 0:00:15
        if ($_ -eq 'Expired') { $null = Set-ExchangeSimulator -Advance 1.00:00:01 }
        else {
            $null = Stop-StrategyOrder $first -Confirm:$false
            $null = Set-ExchangeSimulator -Advance 0:00:05
        }
        (Get-StrategyOrder $first).Status | Should -Be $_
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be 'Placed'
        $end.Rows.OrderId | Should -Not -Be $first
        (Get-StrategyOrder -InformationAction Ignore).OrderId | Should -Be $end.Rows.OrderId
    }

    It 'places none for a token that its stop has sold, until it is told that the token is held again' {
        $first = (Invoke-Keeper $plan -Place).Rows.OrderId
        $null = Set-ExchangeSimulator -Advance 0:00:15
        $null = Set-ExchangeSimulator -TokenPrice arb:ARB=0.119 -Advance 0:00:05
        (Get-StrategyOrder $first).Status | Should -Be 'Completed'
        $null = Set-ExchangeSimulator -TokenPrice arb:ARB=0.2
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be 'Sold'
        $end.ExitCode | Should -Be 0
        (Get-Order).Count | Should -Be 1
        (Invoke-Keeper $plan -Place -Rearm $arb).Rows.State | Should -Be 'Placed'
        (Invoke-Keeper $plan -Place).Rows.State | Should -Be 'Alive'
        (Get-Order).Count | Should -Be 2
    }

    It 'never makes a take profit of a stop that the market has passed' {
        $null = Set-ExchangeSimulator -TokenPrice arb:ARB=0.11
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be 'AtTrigger'
        $end.ExitCode | Should -Be 1
        Get-Sent | Should -Be 0
    }

    It 'leaves a suspended stop to a person' {
        $null = Invoke-Keeper $plan -Place
        Set-Web3 balance @{ token = 'arb:ARB'; amount = '1' }
        $null = Set-ExchangeSimulator -Advance 0:00:15
        $null = Set-ExchangeSimulator -TokenPrice arb:ARB=0.119 -Advance 0:00:05
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be 'Suspended'
        $end.ExitCode | Should -Be 1
        (Get-Order).Count | Should -Be 1
    }

    It 'finds a stop whose answer was lost, and sends it no second time' {
        $null = Invoke-Keeper (New-Plan 'sol,sol,0.25,120,,,') -Place
        $null = Set-ExchangeSimulator -Fault DropAfter=1 -Method POST -Path /web3/api/v1/dex/strategy/agentic/limitOrder/createOrder -Count 1
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be 'Unsettled'
        $end.ExitCode | Should -Be 75
        (Get-Order).Count | Should -Be 2
        (Invoke-Keeper $plan -Place).Rows.State | Should -Be 'Alive'
        (Get-Order).Count | Should -Be 2
        (Get-ExchangeAttempt).State | Should -Not -Contain 'Unknown'
    }

    It 'goes on with the other rows when one fails' {
        $plan = New-Plan "arb,$arb,1,0.12,,,", 'sol,sol,0.25,120,,,'
        $end = Invoke-Keeper $plan -Place
        $end.Rows.State | Should -Be @('TooSmall', 'Placed')
        $end.ExitCode | Should -Be 1
    }

    It 'refuses a plan that <Wrong>' -ForEach @(
        @{ Wrong = 'names a token twice'; Row = 'arb,usdc,5,0.9,weth,,', 'arbitrum,0xaf88d065e77c8cc2239327c5edb3a432268e5831,6,0.8,weth,,'; Says = 'names usdc twice' }
        @{ Wrong = 'has an amount that is none'; Row = 'arb,usdc,1e3,0.9,weth,,'; Says = "Amount is '1e3'" }
        @{ Wrong = 'has a chain that is none'; Row = 'polygon,usdc,5,0.9,weth,,'; Says = 'polygon is not supported' }
        @{ Wrong = 'names a token by its symbol'; Row = 'arb,ARB,5,0.1,usdc,,'; Says = 'not an EVM address' }
    ) {
        $end = Invoke-Keeper (New-Plan $Row) -Place
        $end.ExitCode | Should -Be 2
        $end.Warnings | Should -Match ([regex]::Escape($Says))
        Get-Sent | Should -Be 0
    }

    It 'asks for a person who signs in' {
        $null = Disconnect-AgenticWallet
        (Invoke-Keeper $plan -Place).ExitCode | Should -Be 4
    }

    It 'places one stop when three are started at once' {
        # Trader Mode is active, so that each order is one request.
        $null = Invoke-Keeper (New-Plan 'sol,sol,0.25,120,,,') -Place
        $null = Set-ExchangeSimulator -Fault Slow=1 -Method POST
        $sent = Get-Sent
        $runs = foreach ($i in 1..3) {
            $start = [Diagnostics.ProcessStartInfo]::new((Get-Command pwsh -CommandType Application -TotalCount 1).Source)
            foreach ($word in '-NoProfile', '-NonInteractive', '-File', $keeper, $plan, '-Place') { $start.ArgumentList.Add($word) }
            $start.RedirectStandardOutput = $start.RedirectStandardError = $start.RedirectStandardInput = $true
            $process = [Diagnostics.Process]::Start($start)
            $process.StandardInput.Close()
            @{ Process = $process; Said = @($process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync()) }
        }
        foreach ($run in $runs) {
            $run.Process.WaitForExit(120000) | Should -BeTrue
            $run.Process.ExitCode | Should -BeIn 0, 75 -Because ($run.Said.Result -join "`n")
        }
        $null = Set-ExchangeSimulator -NoFault
        Get-Sent | Should -Be ($sent + 1)
        (Get-Order).Count | Should -Be 2
        (Invoke-Keeper $plan -Place).Rows.State | Should -Be 'Alive'
    }
}
