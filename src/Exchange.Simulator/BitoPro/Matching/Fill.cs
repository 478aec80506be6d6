namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>One side of one match. Both sides share <paramref name="TradeNumber"/>.</summary>
internal sealed record Fill(
    long TradeNumber,
    Order Order,
    decimal Price,
    decimal BaseAmount,
    decimal QuoteAmount,
    decimal Fee,
    bool IsTaker,
    long TimeMs
);
