using System.Globalization;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Simulator;
using Exchange.Strategy;

namespace Exchange.Faults.Orders;

/// <summary>
/// Price-triggered orders of one wallet. The market swings around the trigger of six in ten, which trade; three in ten stay far away and are
/// cancelled; one in ten is suspended by its chain between the passes and resumed.
/// </summary>
internal sealed class StrategyUnderFaults : IServiceUnderFaults
{
    private const string Coin = "sol:SOL";
    private const string Trigger = "145";
    private const string FarTrigger = "10";
    private const string DipTrigger = "100";
    private const decimal FirstAmount = 100m;
    private const decimal Step = 0.01m;

    // An event of strategy.md 13 that leaves the order to be taken up again.
    private const int LowLiquidity = 3015;
    private static readonly TimeSpan ToTrade = TimeSpan.FromSeconds(5);
    private static readonly int[] Cancelled = [-3, -2];
    private const int Suspended = 4;

    private bool _isUp;

    public string Name => "Strategy orders";

    public string Operation => StrategyClient.PlaceOrder;

    public string MarkFact => "amount";

    public bool MayRepeatRefused => true;

    public IReadOnlyList<Write> Preparations => [new(["Connect-AgenticWallet"])];

    private static bool Rests(int number) => number % 10 < 3;

    private static bool Dips(int number) => number % 10 == 3;

    public Write Place(int number) =>
        new([
            "New-StrategyLimitOrder",
            "sol",
            "usdc",
            "sol",
            (FirstAmount + (number * Step)).ToString("0.00", CultureInfo.InvariantCulture),
            "Buy",
            Rests(number) ? FarTrigger
            : Dips(number) ? DipTrigger
            : Trigger,
            "-AttemptId",
            PlaceId.Of(Name, number),
        ]);

    public Write? Follow(int number, IReadOnlyList<string> references, bool isLater) =>
        Rests(number) ? new(["Stop-StrategyOrder", references[0]])
        : Dips(number) && isLater ? new(["Resume-StrategyOrder", references[0]])
        : null;

    // Within the slippage of either side, so that whatever waits at the trigger trades.
    public void Move(ExchangeSimulator simulator)
    {
        _isUp = !_isUp;
        simulator.Web3.MovePrice(Coin, _isUp ? 147 : 143);
    }

    // The market falls to the dip, where each attempt to trade meets an obstacle and is given up until somebody resumes it.
    public void Turn(ExchangeSimulator simulator, IReadOnlyList<Attempt> attempts)
    {
        foreach (var order in simulator.Web3.Orders.Where(order => order is { Status: 3, TriggerPrice: 100m }))
        {
            simulator.Web3.Obstruct(LowLiquidity, then: "suspend", orderId: order.OrderId);
        }
        simulator.Web3.MovePrice(Coin, 99);
        simulator.Clock.Advance(ToTrade);
        simulator.Web3.MovePrice(Coin, 150);
    }

    public IEnumerable<string> MarksOf(RequestRecord request, ReadOnlyMemory<byte> body)
    {
        if (!request.Path.EndsWith("/createOrder", StringComparison.Ordinal))
        {
            return [];
        }
        using var json = JsonDocument.Parse(body);
        return [Mark.In(json.RootElement.GetProperty("rule"), "fromAmount")];
    }

    public IReadOnlyList<Effect> Effects(ExchangeSimulator simulator) =>
        [.. simulator.Web3.Orders.Select(order => new Effect(order.OrderId, Mark.Of(order.Amount)))];

    public bool HasFollowed(ExchangeSimulator simulator, Attempt follow, string reference) =>
        simulator.Web3.Orders.Any(order =>
            order.OrderId == reference
            && (
                follow.Operation == StrategyClient.ResumeOrder
                    ? order.Status != Suspended
                    : Cancelled.Contains(order.Status)
            )
        );
}
