BeforeDiscovery {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $writing = @(Get-Command -Module Exchange -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object Name)
}

BeforeAll {
    . (Join-Path $PSScriptRoot 'Support/Simulator.ps1')
    . (Join-Path $PSScriptRoot 'Support/AnsweringHost.ps1')
    $script:folder = $env:OKX_CONFIG_DIR
    Start-TestSimulator
    $env:OKX_CONFIG_DIR = Join-Path $TestDrive 'okx'

    # Something of everything that could be changed.
    $key = @{}
    foreach ($name in 'ApiKey', 'SecretKey', 'Passphrase') { $key[$name] = ConvertTo-SecureString 'planted-secret' -AsPlainText -Force }
    $null = Add-OkxProfile one -Site eea -Live @key
    $null = Add-OkxProfile two -Site us -Live @key
    $null = Connect-AgenticWallet
    $script:strategy = "arb usdc 0x912ce59144191c1204e64559fe8253a0e49e6548 10 Buy 0.10"
    $waiting = Invoke-Expression "New-StrategyLimitOrder $strategy -Confirm:`$false"
    $resting = Invoke-BitoProOrder @order -Confirm:$false
    $null = Set-ExchangeSimulator -Fault DropAfter=1 -Method POST
    try { $null = Invoke-BitoProOrder @order -Confirm:$false } catch { $null = $_ }
    $null = Set-ExchangeSimulator -NoFault
    $browser = [System.Net.Http.HttpClient]::new([System.Net.Http.HttpClientHandler]@{ AllowAutoRedirect = $false })
    $callback = { $browser.GetAsync("$((Start-CodexAuth $args[0]).LoginUrl)&decision=approve").Result.Headers.Location.OriginalString }
    $null = (& $callback kept) | Complete-CodexAuth kept
    $fresh = & $callback fresh
    $browser.Dispose()
    $limits = @{ MaxSteps = 3; MaxTotalExposureQuote = 9000; MaxSingleOrderQuote = 3000; MaxDailyLossQuote = 500; SessionExpiryAt = [DateTimeOffset]::UtcNow.AddHours(1) }
    $draft = Join-Path $TestDrive 'draft.json'
    $running = Join-Path $TestDrive 'running.json'
    $paused = Join-Path $TestDrive 'paused.json'
    $ending = Join-Path $TestDrive 'ending.json'
    foreach ($file in $draft, $running, $paused, $ending) { $null = New-TradeSession s-1 @limits -Path $file -Confirm:$false }
    foreach ($file in $running, $paused, $ending) { $null = Approve-TradeSession -Path $file -Confirm:$false }
    $null = Suspend-TradeSession -Path $paused -Confirm:$false
    $null = Invoke-BitoProOrder btc_twd Buy Market 1000 -TradeSession (Get-Content $running -Raw) -AttemptId s-1-step-1-1 -Confirm:$false

    $vendors = (Get-OkxAuthBinary).BinaryPath
    $vendors | Should -BeLike "$env:OKX_CONFIG_DIR*"
    $null = New-Item -ItemType Directory (Split-Path $vendors)
    Set-Content $vendors 'the program'

    # A call of each writing cmdlet that would do something, as text: it runs beside somebody who would answer nothing.
    $new = "-MaxSteps 3 -MaxTotalExposureQuote 9000 -MaxSingleOrderQuote 3000 -MaxDailyLossQuote 500 -SessionExpiryAt ([DateTimeOffset]::UtcNow.AddHours(1))"
    $secret = "(ConvertTo-SecureString planted-secret -AsPlainText -Force)"
    $keys = "-ApiKey $secret -SecretKey $secret -Passphrase $secret"
    $script:calls = @{
        'Add-OkxProfile'          = "Add-OkxProfile three -Site eea -Live $keys"
        'Approve-TradeSession'    = "Approve-TradeSession -Path '$draft'"
        'Clear-TradeAttempt'      = 'Clear-TradeAttempt s-1-step-1-1'
        'Complete-CodexAuth'      = "Complete-CodexAuth fresh '$fresh'"
        'Disconnect-AgenticWallet' = 'Disconnect-AgenticWallet'
        'Initialize-OkxConfig'    = "Initialize-OkxConfig eea -Live -Name four $keys"
        'Install-OkxAuthBinary'   = 'Install-OkxAuthBinary -External'
        'Invoke-BitoProOrder'     = 'Invoke-BitoProOrder btc_twd Buy Limit 0.001 2000000'
        'Invoke-OkxRequest'       = "Invoke-OkxRequest -Method POST /api/v5/trade/order -Live -Body '{`"instId`":`"BTC-USDT`",`"tdMode`":`"cash`",`"side`":`"buy`",`"ordType`":`"limit`",`"px`":`"100`",`"sz`":`"0.01`"}'"
        'New-BitoProWithdrawal'   = 'New-BitoProWithdrawal usdt 100 TXYZexampleaddr000000000000000000 TRX'
        'New-StrategyLimitOrder'  = "New-StrategyLimitOrder $strategy"
        'New-TradeSession'        = "New-TradeSession s-2 $new -Path '$(Join-Path $TestDrive 'new.json')'"
        'Remove-OkxProfile'       = 'Remove-OkxProfile two'
        'Resolve-ExchangeAttempt' = 'Resolve-ExchangeAttempt'
        'Resume-StrategyOrder'    = "Resume-StrategyOrder $($waiting.OrderId)"
        'Resume-TradeSession'     = "Resume-TradeSession -Path '$paused'"
        'Set-ExchangeSimulator'   = 'Set-ExchangeSimulator -Advance 01:00:00'
        'Show-BitoProCandlestick' = "Show-BitoProCandlestick btc_twd -Path '$(Join-Path $TestDrive 'candles.svg')'"
        'Show-BitoProOrderBook'   = "Show-BitoProOrderBook btc_twd -Path '$(Join-Path $TestDrive 'book.svg')'"
        'Start-ExchangeSimulator' = 'Start-ExchangeSimulator -Seed 8'
        'Stop-BitoProOrder'       = "Stop-BitoProOrder btc_twd $($resting.OrderId); Stop-BitoProOrder -All"
        'Stop-ExchangeSimulator'  = 'Stop-ExchangeSimulator'
        'Stop-StrategyOrder'      = "Stop-StrategyOrder $($waiting.OrderId); Stop-StrategyOrder -All"
        'Stop-TradeSession'       = "Stop-TradeSession -Path '$ending'"
        'Suspend-TradeSession'    = "Suspend-TradeSession -Path '$running'"
        'Uninstall-OkxAuthBinary' = 'Uninstall-OkxAuthBinary'
        'Update-CodexToken'       = 'Update-CodexToken kept -Force'
        'Update-TradeSession'     = "Get-ExchangeAttempt s-1-step-1-1 | Update-TradeSession -Path '$running'"
        'Use-OkxProfile'          = 'Use-OkxProfile one'
    }

    # What moves or changes something; some look-ups are POSTs too.
    function Get-EffectCount {
        @((Invoke-RestMethod "$($simulator.Address)_simulator/requests").data |
                Where-Object { $_.method -ne 'GET' -and $_.path -notmatch '/_simulator|/market/|/getOpenOrder' }).Count
    }

    # The guard keeps a line of every decision, also of one that only previews; a signed read takes a nonce; locks are empty.
    function Get-StateHash {
        Get-ChildItem $TestDrive -Recurse -File -Force | Where-Object Name -NotMatch '^guard-audit|^nonce-|\.lock$' | Get-FileHash |
            ForEach-Object { "$($_.Path) $($_.Hash)" }
    }
}

AfterAll {
    Stop-TestSimulator
    $env:OKX_CONFIG_DIR = $folder
}

Describe '-WhatIf' {
    It '<_> tells what it would do, sends nothing, journals nothing and leaves every file as it is' -ForEach $writing {
        $calls.Keys | Should -Contain $_ -Because 'every writing cmdlet is tried with a call that would do something'
        $before = Get-EffectCount
        $journal = @(Get-ExchangeAttempt).Count
        $files = Get-StateHash
        $done = Invoke-WithAnswer @() "`$WhatIfPreference = `$true; $($calls[$_])"
        $done.Errors | Should -BeNullOrEmpty
        $done.Asked | Should -BeNullOrEmpty
        $done.Shown -join "`n" | Should -Match 'What if: '
        $done.Shown -join "`n" | Should -Not -Match 'planted-secret'
        Get-EffectCount | Should -Be $before
        @(Get-ExchangeAttempt).Count | Should -Be $journal
        Get-StateHash | Should -Be $files
        (Get-ExchangeSimulator).Address | Should -Be $simulator.Address
        (Get-ExchangeSimulator).Now | Should -BeLessThan ([DateTimeOffset]::UtcNow.AddMinutes(30))
    }

    It 'holds as a switch as it does by preference' {
        $before = Get-EffectCount
        Invoke-BitoProOrder @order -WhatIf | Should -BeNullOrEmpty
        Get-EffectCount | Should -Be $before
    }

    It 'shows what would be sent, and where' {
        $shown = (Invoke-WithAnswer @() "$($calls['Invoke-BitoProOrder']) -WhatIf").Shown -join "`n"
        $shown | Should -Match 'What if: Place order: BUY 0\.001 btc'
        $shown | Should -Match 'Sent to: http://127\.0\.0\.1'
    }

    # Some ask a second time, for the whole, where there is no answer for all.
    It 'of <Name> is not the only way to leave it: who answers <Answer> is asked, and nothing happens' -ForEach @(
        foreach ($name in $writing) { foreach ($answer in 'N', 'L') { @{ Name = $name; Answer = $answer } } }
    ) {
        $before = @(Get-EffectCount; Get-StateHash)
        $done = Invoke-WithAnswer ($Answer, 'N') "`$ConfirmPreference = 'Low'; $($calls[$Name])"
        $done.Asked | Should -Not -BeNullOrEmpty
        $done.Asked -join "`n" | Should -Not -Match 'planted-secret'
        $done.Errors | Should -BeNullOrEmpty
        @(Get-EffectCount; Get-StateHash) | Should -Be $before
    }

    It 'would have done it otherwise: <_>, for who answers yes to all' -ForEach @(
        # The calls above are no proof unless they do something when they may. What others need comes last; a download and a second
        # simulator cannot be had here.
        $last = 'Disconnect-AgenticWallet', 'Set-ExchangeSimulator', 'Stop-ExchangeSimulator'
        $writing | Where-Object { $_ -notin $last + 'Start-ExchangeSimulator' + 'Install-OkxAuthBinary' }
        $last
    ) {
        $before = @(Get-EffectCount; Get-StateHash; (Get-ExchangeSimulator).Now.UtcDateTime.ToString('yyyy-MM-dd HH'))
        $done = Invoke-WithAnswer ('A', 'Y') "`$ConfirmPreference = 'Low'; $($calls[$_])"
        $done.Asked | Should -Not -BeNullOrEmpty
        $done.Shown -join "`n" | Should -Not -Match 'What if: '
        $after = if (Get-ExchangeSimulator) { @(Get-EffectCount; Get-StateHash; (Get-ExchangeSimulator).Now.UtcDateTime.ToString('yyyy-MM-dd HH')) } else { 'gone' }
        $after -join "`n" | Should -Not -Be ($before -join "`n") -Because ($done.Errors -join "`n")
    }
}
