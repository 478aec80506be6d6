using System.Globalization;
using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>Up to ten orders that go as one call (T14), complete and valid, and not sent.</summary>
/// <param name="Orders">1 to 10, in the order of sending.</param>
public sealed record BitoProBatchDraft(IReadOnlyList<BitoProOrderDraft> Orders) : ICappedDraft
{
    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Sum of the orders' values in TWD; null when one of them is not known.</summary>
    public decimal? EstimatedTwd =>
        Orders.All(order => order.EstimatedTwd is not null) ? Orders.Sum(order => order.EstimatedTwd) : null;

    /// <inheritdoc/>
    public bool ValueNeedsMarket => Orders.Any(order => order.ValueNeedsMarket);

    /// <inheritdoc/>
    public decimal? CapTwd { get; init; }

    /// <inheritdoc/>
    decimal? ICappedDraft.ReckonedTwd =>
        Orders.All(order => order.Value is not null) ? Orders.Sum(order => order.Value!.Twd) : null;

    /// <inheritdoc/>
    string ICappedDraft.Identity =>
        string.Join('\n', Orders.Select(order => ((ICappedDraft)order).Identity)) + $" {Endpoint}";

    /// <inheritdoc/>
    public string Service => "BitoPro";

    /// <inheritdoc/>
    public string Action => Language.Choose($"Place {Orders.Count} orders in one call", $"批次下單 {Orders.Count} 筆");

    /// <inheritdoc/>
    public string Subject => string.Join(", ", Orders.Select(order => order.Pair).Distinct(StringComparer.Ordinal));

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines =>
        [
            .. Orders.Select((order, i) => new DraftLine(Number(i + 1), LineOf(order))),
            new(
                Language.Choose("Estimated value", "預估價值"),
                EstimatedTwd is { } sum ? $"{ExactDecimal.Format(sum)} TWD" : Language.Choose("n/a", "無")
            ),
            .. ICappedDraft.CapLines(this),
            new("clientId", Number(BitoProOrder.SkillClientId)),
            BitoProConnection.DestinationLine(Endpoint),
        ];

    private static string LineOf(BitoProOrderDraft order) =>
        order.Subject
        + (order.TimeInForce == BitoProTimeInForce.PostOnly ? " POST_ONLY" : "")
        + (order.EstimatedTwd is { } value ? $", {ExactDecimal.Format(value)} TWD" : "");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
