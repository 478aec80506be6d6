using System.Globalization;
using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Pairs, from what this process has asked for already, else from the endpoint if it answers at once.</summary>
public sealed class PairCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime.Current.BitoPro.Prompt.Pairs().Select(pair => (pair.Pair, $"{pair.Base} in {pair.Quote}"));
}

/// <summary>Depths of an order book.</summary>
public sealed class BookLimitCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        BitoProChoices.BookLimits.Select(limit => (limit.ToString(CultureInfo.InvariantCulture), "levels a side"));
}
