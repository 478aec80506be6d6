using System.Globalization;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Limit orders: most are far from the market and are cancelled, the rest cross it and fill.</summary>
internal sealed class BitoProUnderFaults : IServiceUnderFaults
{
    private const int FirstRestingPrice = 1_000_000;
    private const int FirstCrossingPrice = 9_000_000;
    private static readonly int[] Open = [-1, 0, 1];

    public string Name => "BitoPro";

    public string Operation => BitoPro.BitoProClient.PlaceOrder;

    /// <summary>One in five rests, so that it can be cancelled.</summary>
    private static bool Rests(int number) => number % 5 == 0;

    public void Prepare(ExchangeSimulator simulator, string home) { }

    public string[] Place(int number)
    {
        var price = (Rests(number) ? FirstRestingPrice : FirstCrossingPrice) + number;
        return
        [
            "Invoke-BitoProOrder",
            "btc_twd",
            "Buy",
            "Limit",
            "0.0001",
            price.ToString(CultureInfo.InvariantCulture),
        ];
    }

    public string[]? Cancel(int number, string reference) =>
        Rests(number) ? ["Stop-BitoProOrder", "-Pair", "btc_twd", "-OrderId", reference] : null;

    public IReadOnlyList<Effect> Effects(ExchangeSimulator simulator) =>
        [
            .. simulator.BitoPro.Orders.Select(order => new Effect(
                order.Id,
                order.Price.ToString(CultureInfo.InvariantCulture)
            )),
        ];

    public bool HasEnded(ExchangeSimulator simulator, string reference) =>
        simulator.BitoPro.Orders.Any(order => order.Id == reference && !Open.Contains(order.Status));
}
