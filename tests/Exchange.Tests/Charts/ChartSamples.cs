using System.Globalization;
using Exchange.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Charts;

/// <summary>Candles and books that charts are tried with: small ones by hand, wild ones by chance.</summary>
internal static class ChartSamples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 20, 0, 0, TimeSpan.Zero);

    /// <summary>Prices that occur: from the smallest step there is to a trillion, and everything between.</summary>
    private static readonly Gen<decimal> Prices = Gen.OneOf(
        Gen.Choose(1, 1000).Select(n => n * 0.00000001m),
        Gen.Choose(0, int.MaxValue).Select(n => n / 100m),
        Gen.Choose(1, int.MaxValue).Select(n => 1_000_000_000_000m - (n * 0.00000001m)),
        Gen.Elements(0m, 0.00000001m, 1m, 1_000_000_000_000m, 1_000_000_000_000_000_000m)
    );

    /// <summary>Candles that a service could send, well formed or not.</summary>
    public static Gen<CandlestickSeries> AnySeries { get; } =
        from close in Gen.OneOf(Gen.Constant(true), Gen.Constant(false))
        from around in Prices
        from candles in AnyCandle(close ? around : null).ListOf()
        from resolution in Gen.Elements("1m", "1h", "1d", "1w")
        from zone in Gen.Choose(-12, 14)
        select new CandlestickSeries
        {
            Pair = "btc_twd",
            Resolution = resolution,
            Candles = [.. candles],
            Interval = TimeSpan.FromMinutes(1),
            Zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(zone), "test", "test"),
        };

    /// <summary>A book that a service could send, well formed or not.</summary>
    public static Gen<OrderBookDepth> AnyDepth { get; } =
        from asks in AnyLevel.ListOf()
        from bids in AnyLevel.ListOf()
        select new OrderBookDepth("btc_twd", asks, bids);

    private static Gen<(decimal, decimal)> AnyLevel =>
        Prices.SelectMany(price => Prices.Select(amount => (price, amount)));

    /// <summary>Candles an hour apart, written <c>open high low close volume</c>.</summary>
    public static CandlestickSeries Hourly(params string[] candles) =>
        new()
        {
            Pair = "btc_twd",
            Resolution = "1h",
            Interval = TimeSpan.FromHours(1),
            Candles = [.. candles.Select((text, i) => Read(text, Start.AddHours(i)))],
        };

    private static Candle Read(string text, DateTimeOffset time)
    {
        var figures = text.Split(' ').Select(word => decimal.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new Candle(time, figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    private static Gen<Candle> AnyCandle(decimal? around) =>
        from minutes in Gen.Choose(0, 5_000_000)
        from figures in (around is { } price ? Near(price) : Prices).ArrayOf(4)
        from volume in Prices
        select new Candle(
            DateTimeOffset.UnixEpoch.AddMinutes(minutes),
            figures[0],
            figures[1],
            figures[2],
            figures[3],
            volume
        );

    private static Gen<decimal> Near(decimal price) => Gen.Choose(0, 20).Select(n => price + (n * 0.00000001m));
}
