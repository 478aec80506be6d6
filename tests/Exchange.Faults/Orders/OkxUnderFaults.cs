using System.Globalization;
using Exchange.Okx;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Spot limit orders as free requests: some are far below the market and are cancelled, the rest cross it and fill.</summary>
internal sealed class OkxUnderFaults : IServiceUnderFaults
{
    private const string Instrument = "BTC-USDT";
    private const decimal FirstRestingPrice = 1_000m;
    private const decimal FirstCrossingPrice = 200_000m;
    private const decimal Tick = 0.1m;

    public string Name => "Okx";

    public string Operation => OkxOrderFacts.PlaceOrder;

    /// <summary>Two in five rest, so that they can be cancelled.</summary>
    private static bool Rests(int number) => number % 5 < 2;

    public void Prepare(ExchangeSimulator simulator, string home) { }

    public string[] Place(int number)
    {
        var price = (Rests(number) ? FirstRestingPrice : FirstCrossingPrice) + (number * Tick);
        return Post(
            "/api/v5/trade/order",
            $$"""{"instId":"{{Instrument}}","tdMode":"cash","side":"buy","ordType":"limit","px":"{{Text(price)}}","sz":"0.00001"}"""
        );
    }

    public string[]? Cancel(int number, string reference) =>
        Rests(number)
            ? Post("/api/v5/trade/cancel-order", $$"""{"instId":"{{Instrument}}","ordId":"{{reference}}"}""")
            : null;

    public IReadOnlyList<Effect> Effects(ExchangeSimulator simulator) =>
        [.. simulator.Okx.Orders.Select(order => new Effect(order.Id, Text(order.Price)))];

    public bool HasEnded(ExchangeSimulator simulator, string reference) =>
        simulator.Okx.Orders.Any(order => order.Id == reference && order.State != "live");

    private static string[] Post(string path, string body) =>
        ["Invoke-OkxRequest", "-Method", "POST", path, "-Live", "-Body", body];

    private static string Text(decimal price) => price.ToString("0.0", CultureInfo.InvariantCulture);
}
