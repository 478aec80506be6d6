namespace Exchange.BitoPro;

/// <summary>Closed lists that a prompt can complete.</summary>
public static class BitoProChoices
{
    /// <summary>Resolutions of candlesticks, case-sensitive.</summary>
    public static IReadOnlyList<string> Resolutions => BitoProRules.Resolutions;

    /// <summary>Depths of an order book.</summary>
    public static IReadOnlyList<int> BookLimits => BitoProRules.BookLimits;

    /// <summary>Order status codes.</summary>
    public static IReadOnlyList<int> Statuses => BitoProRules.Statuses;
}
