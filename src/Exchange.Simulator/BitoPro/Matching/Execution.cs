namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>One match of a taker with a resting maker, at the maker's price.</summary>
internal readonly record struct Execution(Order Taker, Order Maker, decimal Price, decimal BaseAmount, long TimeMs)
{
    public decimal QuoteAmount => Price * BaseAmount;
}
