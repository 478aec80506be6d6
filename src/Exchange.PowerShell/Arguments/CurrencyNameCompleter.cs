namespace Exchange.PowerShell;

/// <summary>Currencies as the service names them, which can hold a network: <c>USDT (ETH-ERC20)</c>.</summary>
public sealed class CurrencyNameCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime.Current.BitoPro.Prompt.Currencies().Select(currency => (currency.Currency, currency.Currency));
}
