using System.Globalization;

namespace Exchange.Strategy;

/// <summary>The eight columns of strategy.md 9.3, as they are shown.</summary>
public sealed record StrategyOrderRow(
    string OrderId,
    string OrderStatus,
    string OrderType,
    string EstimatedAmount,
    string ToTokenAddr,
    string Value,
    string TriggerPrice,
    string ExpireAfter
)
{
    private const string Missing = "-";
    private const string TimeFormat = "MM'/'dd'/'yyyy HH':'mm':'ss";

    /// <summary>The headings in the language of the UI culture, in their order.</summary>
    public static IReadOnlyList<string> Headings =>
        Language.IsChinese
            ? ["订单ID", "订单状态", "订单类型", "预估数量", "买入代币地址", "价值", "触发价", "到期时间"]
            :
            [
                "Order id",
                "Order Status",
                "Order Type",
                "Estimated Amount",
                "To Token addr",
                "Value",
                "Trigger price",
                "Expire after",
            ];

    /// <summary>The cells, in the order of the headings.</summary>
    public IReadOnlyList<string> GetCells() =>
        [OrderId, OrderStatus, OrderType, EstimatedAmount, ToTokenAddr, Value, TriggerPrice, ExpireAfter];

    internal static StrategyOrderRow Of(StrategyOrder order, TimeZoneInfo zone) =>
        new(
            order.OrderId,
            order.StatusLabel,
            order.StrategyTypeLabel ?? Missing,
            Amount(order),
            Short(order.ToTokenAddress),
            Usd(order.ValueText),
            Trigger(order),
            Time(order.ExpiresAt, zone)
        );

    /// <summary>The first six and the last four characters; what is shorter than ten stays.</summary>
    internal static string Short(string? address) =>
        address is not { Length: > 0 } ? Missing
        : address.Length < 10 ? address
        : $"{address[..6]}...{address[^4..]}";

    /// <summary>A value as it came; with more than two decimals rounded to two, or to four digits where that would be nothing.</summary>
    internal static string Usd(string? text)
    {
        if (text is not { Length: > 0 })
        {
            return Missing;
        }
        if (!ExactDecimal.TryReadJson(text, out var value) || ExactDecimal.PlacesOf(text) <= 2)
        {
            return $"{text} USD";
        }
        var rounded = value.RoundedToPlaces(2);
        var isNothing = rounded == ExactDecimal.Zero && value != ExactDecimal.Zero;
        return $"{(isNothing ? value.RoundedToDigits(4) : rounded)} USD";
    }

    internal static string Time(DateTimeOffset? time, TimeZoneInfo zone) =>
        time is { } known
            ? TimeZoneInfo.ConvertTime(known, zone).ToString(TimeFormat, CultureInfo.InvariantCulture)
            : Missing;

    private static string Amount(StrategyOrder order) =>
        order.ToAmountText is { Length: > 0 } amount ? $"{amount} {order.ToSymbol}".TrimEnd() : Missing;

    private static string Trigger(StrategyOrder order) =>
        order.TriggerPriceText is { Length: > 0 } price ? "$" + price
        : order.TriggerRate is { Length: > 0 } rate ? rate
        : Missing;
}
