using System.Text.Json;
using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro;

/// <summary>A call on its route: whose it is, and the values of the path.</summary>
internal sealed record RouteCall(Call Http, BitoProVenue Venue, Account? Signer, string[] Values)
{
    public Account Account => Signer ?? throw new InvalidOperationException("A private route without a signer.");

    public Utf8JsonWriter Json => Http.Json;

    /// <summary>Read under the lock where there is one, so that what happens first is never later.</summary>
    public long NowMs { get; } = Venue.Clock.NowMs;

    public QueryValues Query => Http.Query;

    /// <summary>The market of the first path value, up to date. Upper case is accepted, as on the live service.</summary>
    /// <exception cref="Refusal">422, with the live text.</exception>
    public Market Market() => Market(Values[0]);

    /// <inheritdoc cref="Market()"/>
    public Market Market(string pair)
    {
        var market = Venue.Find(pair) ?? Venue.Find(pair.ToLowerInvariant());
        if (market is null)
        {
            throw new Refusal(422, $"Unsupported trading pair {pair}.");
        }
        market.CatchUp(NowMs);
        return market;
    }
}
