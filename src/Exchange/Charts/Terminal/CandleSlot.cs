namespace Exchange.Charts;

/// <summary>The columns that a candle has in a terminal.</summary>
/// <param name="Width">From one candle to the next.</param>
/// <param name="Body">Of these, the columns of the body; an odd number, so that the wick is in the middle.</param>
internal readonly record struct CandleSlot(int Width, int Body)
{
    /// <summary>As wide as there is room for; candles wider than that would not say more.</summary>
    public static CandleSlot For(int columns, int candles) =>
        (columns / Math.Max(1, candles)) switch
        {
            >= 4 => new CandleSlot(4, 3),
            >= 2 => new CandleSlot(2, 1),
            _ => new CandleSlot(1, 1),
        };

    /// <summary>The column of a candle's wick.</summary>
    public int CentreOf(int candle) => (candle * Width) + (Body / 2);
}
