namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>The orders that rest at one price, oldest first.</summary>
internal sealed class PriceLevel(decimal price)
{
    public decimal Price { get; } = price;

    public LinkedList<Order> Orders { get; } = new();

    /// <summary>Sum of what remains, in base.</summary>
    public decimal Amount { get; set; }
}
