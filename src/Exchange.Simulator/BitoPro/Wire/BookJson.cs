using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Wire;

/// <summary>The sides of a book as T2 and the stream show them.</summary>
internal static class BookJson
{
    public const int DefaultLimit = 5;

    public static readonly long[] Limits = [1, 5, 10, 20, 30, 50];

    /// <summary>Writes <c>asks</c> ascending and <c>bids</c> descending; <c>total</c> runs from the touch.</summary>
    public static void WriteSides(Utf8JsonWriter json, Market market, int limit, int scale, bool isExact)
    {
        var step = market.Pair.Tick / PowerOfTen.Fraction(scale);
        var decimals = isExact ? market.Pair.BasePrecision : market.Pair.AmountPrecision;
        WriteSide(json, "asks", market.Engine.Book.Asks, limit, price => Math.Ceiling(price / step) * step, decimals);
        WriteSide(json, "bids", market.Engine.Book.Bids, limit, price => Math.Floor(price / step) * step, decimals);
    }

    private static void WriteSide(
        Utf8JsonWriter json,
        string name,
        BookSide side,
        int limit,
        Func<decimal, decimal> round,
        int decimals
    )
    {
        json.WriteStartArray(name);
        var total = 0m;
        var shown = (Price: 0m, Amount: 0m, Count: 0);
        var rows = 0;
        foreach (var level in side.Levels)
        {
            var price = round(level.Price);
            if (shown.Count > 0 && price != shown.Price)
            {
                WriteLevel(json, shown, total, decimals);
                shown = default;
                if (++rows == limit)
                {
                    break;
                }
            }
            total += level.Amount;
            shown = (price, shown.Amount + level.Amount, shown.Count + level.Orders.Count);
        }
        if (shown.Count > 0 && rows < limit)
        {
            WriteLevel(json, shown, total, decimals);
        }
        json.WriteEndArray();
    }

    private static void WriteLevel(
        Utf8JsonWriter json,
        (decimal Price, decimal Amount, int Count) level,
        decimal total,
        int decimals
    )
    {
        json.WriteStartObject();
        json.WriteDecimal("price"u8, level.Price);
        json.WriteDecimal("amount"u8, Math.Round(level.Amount, decimals));
        json.WriteNumber("count"u8, level.Count);
        json.WriteDecimal("total"u8, Math.Round(total, decimals));
        json.WriteEndObject();
    }
}
