namespace Exchange.Charts;

/// <summary>One candle to draw.</summary>
/// <param name="Time">When it opens.</param>
/// <param name="Open">First price, quote per base.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Base units traded.</param>
public readonly record struct Candle(
    DateTimeOffset Time,
    decimal Open,
    decimal High,
    decimal Low,
    decimal Close,
    decimal Volume = 0
)
{
    /// <summary>True when it closed at its opening or above.</summary>
    public bool IsRising => Close >= Open;

    internal decimal BodyTop => Math.Max(Open, Close);

    internal decimal BodyEnd => Math.Min(Open, Close);

    internal bool IsDrawable =>
        Drawable.Is(Open) && Drawable.Is(High) && Drawable.Is(Low) && Drawable.Is(Close) && Drawable.Is(Volume);

    // A service can round its figures apart; a body never sticks out of its wick here.
    internal Candle Closed() => this with { High = Math.Max(High, BodyTop), Low = Math.Min(Low, BodyEnd) };
}
