using System.Globalization;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Limit orders: three in ten are far from the market and are cancelled, the rest cross it and fill.</summary>
internal sealed class BitoProUnderFaults : IServiceUnderFaults
{
    private const int FirstRestingPrice = 1_000_000;
    private const int FirstCrossingPrice = 9_000_000;
    private static readonly int[] Open = [-1, 0, 1];

    public string Name => "BitoPro orders";

    public string Operation => BitoPro.BitoProClient.PlaceOrder;

    public string MarkFact => "price";

    private static bool Rests(int number) => number % 10 < 3;

    public Write Place(int number)
    {
        var price = (Rests(number) ? FirstRestingPrice : FirstCrossingPrice) + number;
        return new([
            "Invoke-BitoProOrder",
            "btc_twd",
            "Buy",
            "Limit",
            "0.0001",
            price.ToString(CultureInfo.InvariantCulture),
            "-AttemptId",
            PlaceId.Of(Name, number),
        ]);
    }

    public Write? Follow(int number, IReadOnlyList<string> references, bool isLater) =>
        Rests(number) ? new(["Stop-BitoProOrder", "-Pair", "btc_twd", "-OrderId", references[0]]) : null;

    public IEnumerable<string> MarksOf(RequestRecord request, ReadOnlyMemory<byte> body)
    {
        if (request is not { Method: "POST", Path: "/bitopro/v3/orders/btc_twd" })
        {
            return [];
        }
        using var json = JsonDocument.Parse(body);
        return [Mark.In(json.RootElement, "price")];
    }

    public IReadOnlyList<Effect> Effects(ExchangeSimulator simulator) =>
        [.. simulator.BitoPro.Orders.Select(order => new Effect(order.Id, Mark.Of(order.Price)))];

    public bool HasFollowed(ExchangeSimulator simulator, Attempt follow, string reference) =>
        simulator.BitoPro.Orders.Any(order => order.Id == reference && !Open.Contains(order.Status));
}
