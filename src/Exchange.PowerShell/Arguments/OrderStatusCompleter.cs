using System.Globalization;
using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Status codes of orders.</summary>
public sealed class OrderStatusCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        BitoProChoices.Statuses.Select(code =>
            (code.ToString(CultureInfo.InvariantCulture), BitoProOrderStatusLabels.LabelOf((BitoProOrderStatus)code))
        );
}
