@{
    RootModule           = 'Exchange.psm1'
    ModuleVersion        = '0.1.0'
    CompatiblePSEditions = @('Core')
    GUID                 = '6f0a2f5e-6f0b-4c7a-9d39-1c5b2f6f7d10'
    Author               = 'Exchange contributors'
    CompanyName          = 'Exchange contributors'
    Copyright            = 'MIT licence'
    Description          = 'Trading from a prompt and from runbooks: BitoPro spot orders through one corridor of draft, guard, confirmation, journal, one send and receipt; with a simulator on loopback to rehearse against.'
    PowerShellVersion    = '7.4'
    FormatsToProcess     = @('Exchange.Format.ps1xml')
    TypesToProcess       = @('Exchange.Types.ps1xml', 'Exchange.Times.ps1xml')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Add-OkxProfile'
        'Approve-TradeSession'
        'Clear-TradeAttempt'
        'Connect-BitoProAccount'
        'Disconnect-BitoProAccount'
        'Get-BitoProAccount'
        'Get-BitoProBalance'
        'Get-BitoProCandlestick'
        'Get-BitoProCurrency'
        'Get-BitoProDeposit'
        'Get-BitoProFee'
        'Get-BitoProFill'
        'Get-BitoProOrder'
        'Get-BitoProOrderBook'
        'Get-BitoProOtcPrice'
        'Get-BitoProTicker'
        'Get-BitoProTrade'
        'Get-BitoProTradingPair'
        'Get-BitoProWithdrawal'
        'Get-ExchangeAttempt'
        'Get-ExchangeSimulator'
        'Get-OkxConfig'
        'Get-OkxProfile'
        'Initialize-OkxConfig'
        'Invoke-BitoProOrder'
        'New-BitoProWithdrawal'
        'New-TradeSession'
        'Remove-OkxProfile'
        'Resolve-ExchangeAttempt'
        'Resume-TradeSession'
        'Set-ExchangeSimulator'
        'Show-BitoProCandlestick'
        'Show-BitoProOrderBook'
        'Start-ExchangeSimulator'
        'Stop-BitoProOrder'
        'Stop-ExchangeSimulator'
        'Stop-TradeSession'
        'Suspend-TradeSession'
        'Test-OkxAccount'
        'Test-TradeGuard'
        'Update-TradeSession'
        'Use-OkxProfile'
        'Watch-BitoProBalance'
        'Watch-BitoProFill'
        'Watch-BitoProOrder'
        'Watch-BitoProOrderBook'
        'Watch-BitoProTicker'
        'Watch-BitoProTrade'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Tags       = @('trading', 'exchange', 'bitopro', 'orders', 'simulator', 'PSEdition_Core', 'Linux', 'MacOS', 'Windows')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
