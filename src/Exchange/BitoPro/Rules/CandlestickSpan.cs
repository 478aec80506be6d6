namespace Exchange.BitoPro;

/// <summary>How long candles of a resolution are.</summary>
public static class CandlestickSpan
{
    /// <summary>The moment that lies <paramref name="count"/> candles before <paramref name="to"/>; months count 31 days.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidResolution</c></exception>
    public static DateTimeOffset Before(DateTimeOffset to, string resolution, int count) =>
        to - (Length(BitoProRules.Resolution(resolution)) * count);

    /// <summary>The length of one candle.</summary>
    public static TimeSpan Length(string resolution) =>
        resolution switch
        {
            "1m" => TimeSpan.FromMinutes(1),
            "5m" => TimeSpan.FromMinutes(5),
            "15m" => TimeSpan.FromMinutes(15),
            "30m" => TimeSpan.FromMinutes(30),
            "1h" => TimeSpan.FromHours(1),
            "3h" => TimeSpan.FromHours(3),
            "4h" => TimeSpan.FromHours(4),
            "6h" => TimeSpan.FromHours(6),
            "12h" => TimeSpan.FromHours(12),
            "1d" => TimeSpan.FromDays(1),
            "1w" => TimeSpan.FromDays(7),
            _ => TimeSpan.FromDays(31),
        };
}
