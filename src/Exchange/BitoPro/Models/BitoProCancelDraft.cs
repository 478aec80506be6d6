using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>A cancellation that is valid and not sent.</summary>
/// <param name="Pair">Lower-case pair.</param>
/// <param name="OrderId">The service's id.</param>
/// <param name="Endpoint">Where it will be sent.</param>
public sealed record BitoProCancelDraft(string Pair, string OrderId, Uri? Endpoint = null) : IDraft
{
    /// <inheritdoc/>
    public string Service => "BitoPro";

    /// <inheritdoc/>
    public string Action => Language.Choose("Cancel order", "取消訂單");

    /// <inheritdoc/>
    public string Subject => $"{OrderId} ({Pair})";

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines =>
        [
            new(Language.Choose("Pair", "交易對"), Pair),
            new(Language.Choose("Order id", "訂單編號"), OrderId),
            BitoProConnection.DestinationLine(Endpoint),
        ];
}
