using System.Globalization;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Okx;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Spot limit orders as free requests: three in ten are far below the market and are cancelled, the rest cross it and fill.</summary>
internal sealed class OkxUnderFaults : IServiceUnderFaults
{
    private const string Instrument = "BTC-USDT";
    private const string OrderPath = "/api/v5/trade/order";
    private const decimal FirstRestingPrice = 1_000m;
    private const decimal FirstCrossingPrice = 200_000m;
    private const decimal Tick = 0.1m;

    public string Name => "Okx orders";

    public string Operation => OkxOrderFacts.PlaceOrder;

    public string ReferenceFact => "ordId";

    public string MarkFact => "px";

    private static bool Rests(int number) => number % 10 < 3;

    public Write Place(int number)
    {
        var price = (Rests(number) ? FirstRestingPrice : FirstCrossingPrice) + (number * Tick);
        return Post(
                OrderPath,
                $$"""{"instId":"{{Instrument}}","tdMode":"cash","side":"buy","ordType":"limit","px":"{{Text(price)}}","sz":"0.00001"}"""
            )
            .As(PlaceId.Of(Name, number));
    }

    public Write? Follow(int number, IReadOnlyList<string> references, bool isLater) =>
        Rests(number)
            ? Post(OkxEndpoints.CancelOrder, $$"""{"instId":"{{Instrument}}","ordId":"{{references[0]}}"}""")
            : null;

    public IEnumerable<string> MarksOf(RequestRecord request, ReadOnlyMemory<byte> body)
    {
        if (request.Method != "POST" || request.Path != "/okx" + OrderPath)
        {
            return [];
        }
        using var json = JsonDocument.Parse(body);
        return [Mark.In(json.RootElement, "px")];
    }

    public IReadOnlyList<Effect> Effects(ExchangeSimulator simulator) =>
        [.. simulator.Okx.Orders.Select(order => new Effect(order.Id, Mark.Of(order.Price)))];

    public bool HasFollowed(ExchangeSimulator simulator, Attempt follow, string reference) =>
        simulator.Okx.Orders.Any(order => order.Id == reference && order.State != "live");

    private static Write Post(string path, string body) =>
        new(["Invoke-OkxRequest", "-Method", "POST", path, "-Live", "-Body", body]);

    private static string Text(decimal price) => price.ToString("0.0", CultureInfo.InvariantCulture);
}
