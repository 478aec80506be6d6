<#
.SYNOPSIS
A runbook of Azure Automation (PowerShell 7.4): reports what is open, and what became of orders whose answer was lost.
.DESCRIPTION
In the Automation account:
  Modules      Exchange, runtime 7.4.
  Credentials  BitoPro: the API key as the user name, the API secret as the password. Automation keeps it encrypted.
  Variables    BitoProEmail, encrypted.
An Automation worker is new for every job: its journal is gone afterwards. Let a runbook that places orders run on a hybrid worker, whose
EXCHANGE_HOME stays, so that Resolve-ExchangeAttempt can find out later what became of an order.
#>
[CmdletBinding()]
param([string] $CredentialName = 'BitoPro')

$ErrorActionPreference = 'Stop'
# Automation shows every verbose line of a job to whoever may read its output; the cmdlets put no secret into it.
if (-not (Get-Module Exchange)) { Import-Module Exchange }

$credential = Get-AutomationPSCredential -Name $CredentialName
if (-not $credential) { throw "This Automation account has no credential named $CredentialName." }
$null = Connect-BitoProAccount -Credential $credential -Email (Get-AutomationVariable -Name 'BitoProEmail')
try {
    Resolve-ExchangeAttempt -Confirm:$false
    Get-BitoProOrder -Open | Select-Object OrderId, Pair, Side, Type, Price, RemainingAmount, StatusLabel, CreatedAt
}
finally { $null = Disconnect-BitoProAccount }
