using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>What names an order at the service.</summary>
/// <param name="Pair">Lower-case pair.</param>
/// <param name="OrderId">The service's id.</param>
public sealed record BitoProOrderKey(string Pair, string OrderId);

/// <summary>A cancellation of named orders that is valid and not sent.</summary>
/// <param name="Orders">At least one, each once.</param>
public sealed record BitoProCancelDraft(IReadOnlyList<BitoProOrderKey> Orders) : IDraft
{
    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <inheritdoc/>
    public string Service => "BitoPro";

    /// <inheritdoc/>
    public string Action =>
        Orders.Count == 1
            ? Language.Choose("Cancel order", "取消訂單")
            : Language.Choose($"Cancel {Orders.Count} orders", $"取消 {Orders.Count} 筆訂單");

    /// <inheritdoc/>
    public string Subject =>
        Orders is [var only]
            ? $"{only.OrderId} ({only.Pair})"
            : string.Join(", ", Orders.Select(order => order.Pair).Distinct(StringComparer.Ordinal));

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines =>
        [.. Orders.SelectMany(order => LinesOf(order)), BitoProConnection.DestinationLine(Endpoint)];

    private IEnumerable<DraftLine> LinesOf(BitoProOrderKey order) =>
        Orders.Count == 1
            ?
            [
                new(Language.Choose("Pair", "交易對"), order.Pair),
                new(Language.Choose("Order id", "訂單編號"), order.OrderId),
            ]
            : [new(order.Pair, order.OrderId)];
}

/// <summary>A cancellation of whatever is open, valid and not sent.</summary>
/// <param name="Pair">Lower-case pair; null for every pair.</param>
/// <param name="OpenOrders">What was open when the draft was made; null when it could not be read.</param>
public sealed record BitoProCancelAllDraft(string? Pair, IReadOnlyList<BitoProOrder>? OpenOrders) : IDraft
{
    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <inheritdoc/>
    public string Service => "BitoPro";

    /// <inheritdoc/>
    public string Action => Language.Choose("Cancel ALL open orders", "取消全部 (ALL) 未成交訂單");

    /// <inheritdoc/>
    public string Subject => Pair ?? Language.Choose("every pair", "所有交易對");

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines =>
        [
            .. (OpenOrders ?? []).Select(order => new DraftLine(order.OrderId, Describe(order))),
            new(Language.Choose("Open now", "目前未成交"), CountText()),
            BitoProConnection.DestinationLine(Endpoint),
        ];

    private string CountText() =>
        OpenOrders is { } open
            ? $"{open.Count}"
            : Language.Choose("not known: the list could not be read", "未知：無法讀取清單");

    private static string Describe(BitoProOrder order) =>
        $"{order.Pair} {(order.Side is { } side ? BitoProWords.Of(side) : "")} {order.Type} "
        + $"{Plain(order.RemainingAmount)} @ {Plain(order.Price)}";

    private static string Plain(decimal? value) => value is { } known ? ExactDecimal.Format(known) : "-";
}
