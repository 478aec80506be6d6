<#
.SYNOPSIS
Says whether OKX can be used from here unattended: by an API key, or by a session that a person has signed in to. Asks nobody and signs in nothing.
.DESCRIPTION
For a scheduler or a monitor, and as the first line of a runbook:

  pwsh -NonInteractive -File samples/SignInCheck.ps1 || exit
  pwsh -NonInteractive -File samples/SignInCheck.ps1 -Probe

One line of JSON on standard output: ready, by (key, session, environment or none), action, site, profile, error. It holds no key, no token and no time. What a person
has to do stands on the warning stream.

Exit codes: 0 ready; 75 a code waits for a person's approval, or the service did not answer: try again later; 4 a person must sign in; 1 the
configuration cannot be read, or the service refused.
#>
[CmdletBinding()]
param(
    # Proves it by one signed read of the balances. Without it only what is kept here is looked at, and a waiting code is asked about once.
    [switch] $Probe
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if (-not (Get-Command Test-OkxAccount -ErrorAction Ignore)) {
    Import-Module (Join-Path (Split-Path $PSScriptRoot) 'out/Exchange')
}

function Complete-Check([int] $Code, [string] $By, $Check, [string] $Failure) {
    [ordered]@{
        ready = $Code -eq 0; by = $By; action = "$($Check.Action)"; site = $Check.Site; profile = $Check.Profile; error = $Failure ? $Failure : $null
    } | ConvertTo-Json -Compress
    exit $Code
}

$check = Test-OkxAccount
$isEnvironment = -not @('OKX_API_KEY', 'OKX_SECRET_KEY', 'OKX_PASSPHRASE').Where({ -not [Environment]::GetEnvironmentVariable($_) })
switch ("$($check.Action)") {
    ApiKeyConfigured { $by = 'key' }
    LoggedIn { $by = 'session' }
    Error {
        Write-Warning $check.Message
        Complete-Check 1 none $check Okx.ConfigError
    }
    default {
        if ($isEnvironment) {
            $by = 'environment'
        }
        elseif ($_ -eq 'PendingWait') {
            Write-Warning 'A code waits for a person who approves it in a browser.'
            Complete-Check 75 none $check ''
        }
        else {
            # Only a person chooses a site, so none is chosen here.
            Write-Warning 'Nobody is signed in, and no profile holds an API key. A person runs Connect-OkxAccount, or Initialize-OkxConfig.'
            Complete-Check 4 none $check ''
        }
    }
}
if ($Probe) {
    try {
        $null = Get-OkxBalance
    }
    catch {
        $id = $_.FullyQualifiedErrorId.Split(',')[0]
        Write-Warning "${id}: $_ $($_.ErrorDetails?.RecommendedAction)"
        $isOver = $by -eq 'session' -and $id -like 'Okx.AuthenticationError*'
        Complete-Check ($isOver ? 4 : $id -match 'NetworkError|RateLimitError' ? 75 : 1) $by $check $id
    }
}
Complete-Check 0 $by $check ''
