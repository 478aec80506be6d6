# Buys the same amount step by step under one approved session. It can be killed at any moment and started again: what the journal
# holds decides, and no step is taken twice.
#
# Once, by a person:
#   New-TradeSession dca-7 -MaxSteps 30 -MaxTotalExposureQuote 60000 -MaxSingleOrderQuote 2000 -MaxDailyLossQuote 3000 `
#       -SessionExpiryAt 2027-01-01T00:00:00Z -StrategyType dca -Pair btc_twd -Path dca-7.json
#   Approve-TradeSession -Path dca-7.json
# Then, as a scheduled task or by hand:
#   pwsh -NonInteractive -File samples/Dca.ps1 dca-7.json btc_twd 2000 [seconds between steps, 0 without]
#
# Exit codes: 0 every step is done, or the session was ended; 75 something must settle first, start it again in a few minutes; others as
# those of exchange: 1 it failed, 2 the session is a draft, 3 the guard refused, 4 a person must confirm.
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Session,
    [Parameter(Mandatory)] [string] $Pair,
    [Parameter(Mandatory)] [string] $Amount,
    [ValidateRange(0, 2147483)] [int] $Pause = 0
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not (Get-Command Invoke-BitoProOrder -ErrorAction Ignore)) {
    Import-Module (Join-Path (Split-Path $PSScriptRoot) 'out/Exchange')
}
$later = 75

while ($true) {
    $json = Get-Content -LiteralPath $Session -Raw
    $now = $json | ConvertFrom-Json
    if ($now.status -ceq 'stopped') {
        exit 0
    }
    if ($now.status -ceq 'draft') {
        Write-Warning "$Session is a draft: a person approves it first, with Approve-TradeSession -Path $Session"
        exit 2
    }
    if ($now.risk_state.current_step -ge $now.policy.max_steps) {
        $null = Stop-TradeSession -Path $Session
        continue
    }
    $step = "$($now.strategy_session_id)-step-$($now.risk_state.current_step + 1)"
    $known = @(Get-ExchangeAttempt -Service BitoPro | Where-Object { $_.AttemptId.StartsWith("$step-", [StringComparison]::Ordinal) })

    # Sent by one of us who did not live to count it.
    $accepted = @($known | Where-Object State -EQ Accepted)
    if ($accepted.Count -gt 0) {
        $null = $accepted[0] | Update-TradeSession -Path $Session
        continue
    }

    # Perhaps sent: the service is asked, and nothing is sent before it has answered.
    $unknown = @($known | Where-Object State -EQ Unknown)
    if ($unknown.Count -gt 0) {
        if ((Resolve-ExchangeAttempt $unknown[0].AttemptId).State -eq 'Unknown') {
            Write-Warning "$($unknown[0].AttemptId) is not settled yet."
            exit $later
        }
        continue
    }

    # One id for the step, until the service has refused it or never had it: then the next.
    $attempt = "$step-$(@($known | Where-Object State -EQ Rejected).Count + 1)"
    try {
        $report = Invoke-BitoProOrder $Pair Buy Market $Amount -TradeSession $json -AttemptId $attempt
    }
    catch {
        $id = $_.FullyQualifiedErrorId.Split(',')[0]
        Write-Warning "${attempt}: $id. $_"
        # Seen a moment ago by one who did not live to send it, or held by another of us, or gone without an answer: the next start sees.
        if ($id -like '*.Guard.PAUSE' -or $id -eq 'Exchange.AttemptExists' -or $_.Exception.PSObject.Properties['OutcomeUnknown']?.Value) {
            exit $later
        }
        exit ($id -like '*.Guard.*' ? 3 : $id -like '*.ConfirmationRequired' ? 4 : 1)
    }
    $null = $report | Update-TradeSession -Path $Session
    Write-Verbose "$attempt is done."
    Start-Sleep $Pause
}
