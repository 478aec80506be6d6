using System.Collections;

namespace Exchange.PowerShell;

/// <summary>OKX's spot instruments, from what this process has asked for already, else from the site if it answers at once.</summary>
public sealed class OkxInstrumentCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => ChoicesBeside(new Hashtable());

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed) =>
        ExchangeRuntime
            .Current.Okx.Prompt.Instruments(TypedTexts.Of(typed["Site"]).FirstOrDefault())
            .Select(one => (one.InstId, $"{one.Base} in {one.Quote}"));
}

/// <summary>The currencies of OKX's spot instruments.</summary>
public sealed class OkxCurrencyCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => ChoicesBeside(new Hashtable());

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed) =>
        ExchangeRuntime
            .Current.Okx.Prompt.Instruments(TypedTexts.Of(typed["Site"]).FirstOrDefault())
            .SelectMany(one => new[] { one.Base, one.Quote })
            .Where(currency => currency.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(currency => (currency, currency));
}
