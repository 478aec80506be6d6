using System.Collections;
using System.Management.Automation;
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
        var pairs = Texts(typed["Pair"]).ToList();
        return ExchangeRuntime
            .Current.BitoPro.Prompt.OpenOrders()
            .Where(order => pairs.Count == 0 || pairs.Contains(order.Pair, StringComparer.Ordinal))
            .Select(order => (order.OrderId, Tip(order)));
    }

    private static IEnumerable<string> Texts(object? value)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        return value switch
        {
            string text => [text],
            IEnumerable several => several.Cast<object?>().SelectMany(Texts),
            _ => [],
        };
    }

    private static string Tip(BitoProOrder order)
    {
        var amount = order.RemainingAmount is { } rest ? ExactDecimal.Format(rest) : "?";
        var price = order.Price is { } limit ? ExactDecimal.Format(limit) : "?";
        return $"{order.Pair} {order.Side} {order.Type} {amount} @ {price}, {order.StatusLabel}";
    }
}
