namespace Exchange.Simulator.BitoPro.Prices;

/// <summary>First, highest, lowest and last price of a span in ticks, and its volume in 1e-8 base. Default is "no trade".</summary>
internal readonly record struct Candle(
    long FirstMs,
    long LastMs,
    long Open,
    long High,
    long Low,
    long Close,
    long Volume
)
{
    public bool IsEmpty => Open == 0;

    public static Candle Of(in PublicTrade trade) =>
        new(trade.TimeMs, trade.TimeMs, trade.Ticks, trade.Ticks, trade.Ticks, trade.Ticks, trade.Units);

    /// <summary>Both spans together; what came first opens, what came last closes.</summary>
    public Candle With(in Candle other)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty ? other : this;
        }
        var opens = other.FirstMs < FirstMs ? other : this;
        var closes = other.LastMs >= LastMs ? other : this;
        return new(
            opens.FirstMs,
            closes.LastMs,
            opens.Open,
            Math.Max(High, other.High),
            Math.Min(Low, other.Low),
            closes.Close,
            Volume + other.Volume
        );
    }
}
