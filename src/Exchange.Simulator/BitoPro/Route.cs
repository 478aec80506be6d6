using System.Text.Json;
using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Limits;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro;

/// <summary>A row of bitopro.md 2.0. <c>{}</c> in the template stands for any one segment.</summary>
internal sealed record Route(int Tool, string Method, string[] Template, RateLimit Limit, Action<RouteCall> Answer)
{
    /// <summary>What the key must be allowed to do; null is a public endpoint.</summary>
    public SimulatorPermissions? Needs { get; init; }

    /// <summary>Whether the answer takes the venue's lock itself, and only briefly, because it is long work.</summary>
    public bool IsUnlocked { get; init; }

    /// <summary>Fills in the values of <c>{}</c> when the route is the call's.</summary>
    public bool Matches(string method, ReadOnlySpan<string> path, Span<string> values, out int count)
    {
        count = 0;
        if (path.Length != Template.Length || !string.Equals(method, Method, StringComparison.Ordinal))
        {
            return false;
        }
        for (var i = 0; i < path.Length; i++)
        {
            if (Template[i] == "{}")
            {
                values[count++] = path[i];
            }
            else if (!string.Equals(Template[i], path[i], StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }
}

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
