using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Simulator;
using Exchange.Storage;

namespace Exchange.Bench.Micro;

/// <summary>A client of the rehearsal account, and the order that every benchmark places.</summary>
internal static class Rehearsal
{
    /// <summary>The order that the peers place too.</summary>
    public static OrderTicket Ticket { get; } =
        new()
        {
            Pair = "btc_twd",
            Side = BitoProSide.Buy,
            Type = BitoProOrderType.Limit,
            Amount = "0.001",
            Price = "2800000",
        };

    public static BitoProCredentials Credentials()
    {
        var account = SimulatorAccount.Default;
        return BitoProCredentials.From(Secret.From(account.ApiKey), Secret.From(account.ApiSecret), account.Email);
    }

    public static BitoProClient Client(Uri address, ReadCorridor corridor) =>
        new(
            new BitoProConnection(address, Credentials()),
            corridor,
            new NonceSource(corridor.Clock),
            new TradingPairCache(corridor.Clock),
            ApiListener.Silent
        );
}
