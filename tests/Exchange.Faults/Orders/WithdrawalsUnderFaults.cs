using System.Globalization;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Withdrawals to a registered address. The service has no call that would take one back.</summary>
internal sealed class WithdrawalsUnderFaults : IServiceUnderFaults
{
    private const string Address = "TXYZexampleaddr000000000000000000";
    private const decimal First = 100m;
    private const decimal Step = 0.01m;

    public string Name => "BitoPro withdrawals";

    public string Operation => BitoPro.BitoProClient.Withdrawal;

    public string MarkFact => "amount";

    public Write Place(int number) =>
        new([
            "New-BitoProWithdrawal",
            "usdt",
            (First + (number * Step)).ToString("0.00", CultureInfo.InvariantCulture),
            Address,
            "TRX",
            "-AttemptId",
            PlaceId.Of(Name, number),
        ]);

    public Write? Follow(int number, IReadOnlyList<string> references, bool isLater) => null;

    public IEnumerable<string> MarksOf(RequestRecord request, ReadOnlyMemory<byte> body)
    {
        if (request is not { Method: "POST", Path: "/bitopro/v3/wallet/withdraw/usdt" })
        {
            return [];
        }
        using var json = JsonDocument.Parse(body);
        return [Mark.In(json.RootElement, "amount")];
    }

    public IReadOnlyList<Effect> Effects(ExchangeSimulator simulator) =>
        [.. simulator.BitoPro.Withdrawals.Select(one => new Effect(one.Serial, Mark.Of(one.Total)))];

    public bool HasFollowed(ExchangeSimulator simulator, Attempt follow, string reference) => false;
}
