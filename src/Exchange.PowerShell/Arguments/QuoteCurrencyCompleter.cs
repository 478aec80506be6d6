namespace Exchange.PowerShell;

/// <summary>Currencies that a session's limits can be in: what BitoPro's pairs are quoted in, and the dollars of strategy orders.</summary>
public sealed class QuoteCurrencyCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime
            .Current.BitoPro.Prompt.Pairs()
            .Select(pair => pair.Quote?.ToUpperInvariant())
            .OfType<string>()
            .Append("TWD")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(currency => (currency, "BitoPro's orders"))
            .Append(("USD", "strategy orders"));
}
