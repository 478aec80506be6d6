<#
.SYNOPSIS
Connects the BitoPro account whose key a SecretManagement vault holds.
.DESCRIPTION
Once, on the machine that trades:
  Install-PSResource Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore
  Register-SecretVault trading -ModuleName Microsoft.PowerShell.SecretStore
  Set-Secret bitopro -Vault trading -Secret (Get-Credential -Message 'API key as the user, API secret as the password')
  Set-Secret bitopro-email -Vault trading -Secret you@example.com
A PSCredential travels from the vault to the cmdlet without ever being plain text in a variable, a history or a log.
#>
[CmdletBinding()]
param([string] $Name = 'bitopro', [string] $Vault = 'trading')

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Exchange)) { Import-Module Exchange }

$credential = Get-Secret $Name -Vault $Vault
if ($credential -isnot [pscredential]) { throw "The secret '$Name' is a $($credential.GetType().Name), not a PSCredential." }
Connect-BitoProAccount -Credential $credential -Email (Get-Secret "$Name-email" -Vault $Vault -AsPlainText)
