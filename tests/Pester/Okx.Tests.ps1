BeforeAll {
    Import-Module (Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'out/Exchange') -Force
    $script:before = $env:EXCHANGE_HOME, $env:OKX_CONFIG_DIR
    $env:EXCHANGE_HOME = Join-Path $TestDrive 'state'
    $env:OKX_CONFIG_DIR = Join-Path $TestDrive 'okx'
    $script:simulator = Start-ExchangeSimulator -Seed 7
    # Polls need not wait for real seconds.
    $null = Invoke-RestMethod -Method Post "$($simulator.Address)_simulator/okx/behaviour" -Body '{"interval":1}'
    $script:order = [ordered]@{ instId = 'BTC-USDT'; tdMode = 'cash'; side = 'buy'; ordType = 'limit'; px = '100'; sz = '0.01' }
}

AfterAll {
    Stop-ExchangeSimulator
    $env:EXCHANGE_HOME, $env:OKX_CONFIG_DIR = $before
}

Describe 'Signing in to OKX in a real PowerShell' {
    AfterEach { Disconnect-OkxAccount }

    It 'gives the words to show in <Language>, and a status completes it' -ForEach @(
        @{ Language = 'en'; Words = 'Please open the link below' }
        @{ Language = 'zh'; Words = '请在浏览器中打开下面的链接并输入验证码完成授权' }
    ) {
        $code = Connect-OkxAccount -Site eea -Manual -Language $Language
        $code | Out-String | Should -Match $Words
        $code | Out-String | Should -Match $code.UserCode
        (Get-OkxAuthStatus).Status | Should -Be 'pending'
        $null = Set-ExchangeSimulator -Approve $code.UserCode
        Start-Sleep -Milliseconds 1100
        (Get-OkxAuthStatus).Status | Should -Be 'logged_in'
        (Get-OkxBalance BTC).Available | Should -Be 0.5
    }

    It 'waits without a word until somebody approves' {
        $person = [powershell]::Create().AddScript({
                param($address)
                do { Start-Sleep -Milliseconds 50 } until ((Invoke-RestMethod "${address}_simulator/okx/state").signIns.state -contains 'pending')
                Invoke-RestMethod -Method Post "${address}_simulator/okx/approve" -Body '{}'
            }).AddArgument($simulator.Address)
        $running = $person.BeginInvoke()
        $status = Connect-OkxAccount -Site us -InformationVariable said
        $null = $person.EndInvoke($running)
        $person.Dispose()
        $status.Site | Should -Be 'us'
        $said[-1] | Should -Be 'Logged in successfully!'
        $said.Count | Should -Be 3
    }

    It 'emits three keys as JSON' {
        $line = Connect-OkxAccount -Site eea -Manual -AsJson
        ($line | ConvertFrom-Json).PSObject.Properties.Name | Should -Be @('verificationUri', 'userCode', 'expiresIn')
    }

    It 'gives the menu back where nobody has chosen a site' {
        (Connect-OkxAccount -Manual).Status | Should -Be 'site_required'
        Connect-OkxAccount -Manual | Out-String | Should -Match '2\) EEA \(my\.okx\.com\)'
    }

    It 'shows site, status and scopes, and no more, in every view' {
        $code = Connect-OkxAccount -Site eea -Manual
        $null = Set-ExchangeSimulator -Approve $code.UserCode
        Start-Sleep -Milliseconds 1100
        $status = Get-OkxAuthStatus
        $views = @(
            $status | Out-String
            $status | Format-Table | Out-String
            $status | Format-List | Out-String
            (Get-Date), $status | Out-String
            "$status"
        )
        foreach ($view in $views) {
            $view | Should -Match 'live:read'
            $view | Should -Not -Match 'oauth|Expires|Ttl|35\d\d|3600'
        }
        $status.Ttl | Should -BeGreaterThan 3000
    }
}

Describe 'OKX''s requests in a real PowerShell' {
    It 'reads with a hashtable as the query' {
        $account = Invoke-OkxRequest /api/v5/account/balance -Query @{ ccy = 'BTC', 'ETH' }
        $account.details.ccy | Sort-Object | Should -Be @('BTC', 'ETH')
    }

    It 'shows an order with -WhatIf, sends it with -Confirm:$false, cancels it by its id' {
        Invoke-OkxRequest -Method POST /api/v5/trade/order -Body $order -WhatIf | Should -BeNullOrEmpty
        Invoke-OkxRequest /api/v5/trade/orders-pending | Should -BeNullOrEmpty
        $receipt = Invoke-OkxRequest -Method POST /api/v5/trade/order -Body $order -Confirm:$false
        (Invoke-OkxRequest /api/v5/trade/orders-pending).ordId | Should -Be $receipt.OrderId
        $null = Invoke-OkxRequest -Method POST /api/v5/trade/cancel-order -Body @{ instId = 'BTC-USDT'; ordId = $receipt.OrderId } -Confirm:$false
        (Get-ExchangeAttempt | Where-Object Service -eq Okx).State | Should -Be @('Accepted', 'Accepted')
    }

    It 'refuses <Line> with the contract''s id' -ForEach @(
        @{ Line = 'Get-OkxBalance -Demo -Live'; Id = 'Okx.ConfigError' }
        @{ Line = 'Get-OkxBalance -Site xx'; Id = 'Okx.ConfigError' }
        @{ Line = 'Get-OkxBalance -Profile none'; Id = 'Okx.ConfigError' }
        @{ Line = 'Get-OkxTicker BTC/USDT -ErrorAction Stop'; Id = 'Okx.ValidationError' }
        @{ Line = 'Invoke-OkxRequest /api/v5/account/balance?ccy=BTC'; Id = 'Okx.ValidationError' }
        @{ Line = 'Invoke-OkxRequest -Method POST /api/v5/trade/order -Body 7 -Confirm:$false'; Id = 'Okx.ValidationError' }
    ) {
        $trouble = { Invoke-Expression $Line } | Should -Throw -PassThru
        $trouble.FullyQualifiedErrorId | Should -BeLike "$Id,*"
    }

    It 'completes sites, scopes, methods and paths' {
        (TabExpansion2 'Connect-OkxAccount -Site ').CompletionMatches.CompletionText | Should -Be @('global', 'eea', 'us', 'tr')
        (TabExpansion2 'Invoke-OkxRequest -Method P').CompletionMatches.CompletionText | Should -Be 'POST'
        (TabExpansion2 'Invoke-OkxRequest /api/v5/public/').CompletionMatches.CompletionText | Should -Contain "'/api/v5/public/time'"
    }

    It 'has tables that fit 80 columns' {
        Get-OkxBalance | Out-String -Width 80 | Should -Match 'Currency\s+Available\s+Frozen\s+Equity\s+USD'
        Get-OkxTicker BTC-USDT | Out-String -Width 80 | Should -Match 'InstId\s+Last\s+Bid\s+Ask\s+Change %'
    }

    It 'needs no program of the vendor' {
        (Install-OkxAuthBinary).Source | Should -Be '(built-in)'
        (Get-OkxAuthBinary).Provider | Should -Be 'builtin'
        (Uninstall-OkxAuthBinary -Force).Status | Should -Be 'not-installed'
    }
}
