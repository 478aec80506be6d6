using System.Collections;
using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Ids of open orders: of the pair that has been typed already, or of every pair.</summary>
public sealed class OpenOrderCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices => ChoicesBeside(new Hashtable());

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> ChoicesBeside(IDictionary typed)
    {
        var pairs = TypedTexts.Of(typed["Pair"]).ToList();
        return ExchangeRuntime
            .Current.BitoPro.Prompt.OpenOrders()
            .Where(order => pairs.Count == 0 || pairs.Contains(order.Pair, StringComparer.Ordinal))
            .Select(order => (order.OrderId, TipOf(order)));
    }

    internal static string TipOf(BitoProOrder order)
    {
        var amount = order.RemainingAmount is { } rest ? ExactDecimal.Format(rest) : "?";
        var price = order.Price is { } limit ? ExactDecimal.Format(limit) : "?";
        return $"{order.Pair} {order.Side} {order.Type} {amount} @ {price}, {order.StatusLabel}";
    }
}
