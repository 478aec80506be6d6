using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Batches of five limit orders in one call, far from the market; what was taken of three batches in ten is cancelled in one call.</summary>
internal sealed class BatchesUnderFaults : IServiceUnderFaults
{
    private const int FirstPrice = 1_000_000;
    private static readonly int[] Open = [-1, 0, 1];

    public string Name => "BitoPro batches";

    public string Operation => BitoPro.BitoProClient.PlaceOrder;

    public string MarkFact => "price";

    public int ThingsEach => 5;

    public IReadOnlyList<string> PlaceIds(int number) =>
        [.. Enumerable.Range(0, ThingsEach).Select(i => Id(number, i))];

    public Write Place(int number) =>
        new(
            ["Invoke-BitoProOrder", "-Batch"],
            [.. Enumerable.Range(0, ThingsEach).Select(i => Row(FirstPrice + (number * ThingsEach) + i, Id(number, i)))]
        );

    public Write? Follow(int number, IReadOnlyList<string> references, bool isLater) =>
        number % 10 < 3
            ? new(["Stop-BitoProOrder", "-Pair", "btc_twd", "-OrderId", string.Join(',', references)])
            : null;

    public IEnumerable<string> MarksOf(RequestRecord request, ReadOnlyMemory<byte> body)
    {
        if (request is not { Method: "POST", Path: "/bitopro/v3/orders/batch" })
        {
            return [];
        }
        using var json = JsonDocument.Parse(body);
        var orders =
            json.RootElement.ValueKind == JsonValueKind.Array
                ? json.RootElement
                : json
                    .RootElement.EnumerateObject()
                    .First(member => member.Value.ValueKind == JsonValueKind.Array)
                    .Value;
        return [.. orders.EnumerateArray().Select(order => Mark.In(order, "price"))];
    }

    public IReadOnlyList<Effect> Effects(ExchangeSimulator simulator) =>
        [.. simulator.BitoPro.Orders.Select(order => new Effect(order.Id, Mark.Of(order.Price)))];

    public bool HasFollowed(ExchangeSimulator simulator, Attempt follow, string reference) =>
        simulator.BitoPro.Orders.Any(order => order.Id == reference && !Open.Contains(order.Status));

    private string Id(int number, int place) => FormattableString.Invariant($"{PlaceId.Of(Name, number)}-{place}");

    private static PSObject Row(int price, string attemptId)
    {
        var row = new PSObject();
        (string Name, string Value)[] cells =
        [
            ("Pair", "btc_twd"),
            ("Side", "Buy"),
            ("Type", "Limit"),
            ("Amount", "0.0001"),
            ("Price", price.ToString(CultureInfo.InvariantCulture)),
            ("AttemptId", attemptId),
        ];
        foreach (var (name, value) in cells)
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }
        return row;
    }
}
