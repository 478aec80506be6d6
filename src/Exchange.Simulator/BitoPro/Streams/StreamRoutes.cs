using System.Globalization;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>The paths of bitopro.md section 8 below <c>/bitopro/ws/v1/pub</c>.</summary>
internal sealed class StreamRoutes(BitoProVenue venue)
{
    private static readonly string[] Prefix = ["ws", "v1", "pub"];

    /// <summary>Whether a path is one of a stream.</summary>
    public static bool Owns(IReadOnlyList<string> segments) =>
        segments.Count > Prefix.Length && segments.Take(Prefix.Length).SequenceEqual(Prefix, StringComparer.Ordinal);

    /// <summary>The sources of a subscription; none when the path or its pairs are unknown.</summary>
    /// <exception cref="Refusal">A private stream is not signed well.</exception>
    public IReadOnlyList<IStreamSource> Find(Call call)
    {
        var segments = call.Segments;
        var kind = segments[Prefix.Length];
        if (kind == "auth")
        {
            return Private(call, string.Join('/', segments.Skip(Prefix.Length + 1)));
        }
        var pairs = segments.Count > Prefix.Length + 1 ? segments[Prefix.Length + 1] : call.Query.Text("pairs") ?? "";
        lock (venue.Gate)
        {
            return [.. pairs.Split(',').Select(pair => Public(kind, pair)).OfType<IStreamSource>()];
        }
    }

    private IStreamSource? Public(string kind, string pairAndLimit)
    {
        var parts = pairAndLimit.Split(':');
        if (venue.Find(parts[0].ToLowerInvariant()) is not { } market)
        {
            return null;
        }
        return kind switch
        {
            "order-books" => new OrderBookStream(market, LimitOf(parts)),
            "tickers" => new TickerStream(market),
            "trades" => new TradeStream(market),
            _ => null,
        };
    }

    private IReadOnlyList<IStreamSource> Private(Call call, string kind)
    {
        if (kind is not ("orders" or "orders/histories" or "account-balance" or "user-trades"))
        {
            return [];
        }
        var account = venue.Authenticator.Authenticate(call, SimulatorPermissions.Read);
        lock (venue.Gate)
        {
            return kind switch
            {
                "orders" => [new OrderStream(venue, account, isHistory: false)],
                "orders/histories" => [new OrderStream(venue, account, isHistory: true)],
                "account-balance" => [new BalanceStream(venue, account)],
                _ => [new UserTradeStream(venue, account)],
            };
        }
    }

    // An unknown limit is silently 5, as live.
    private static int LimitOf(string[] parts) =>
        parts.Length > 1
        && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        && BookJson.Limits.Contains(limit)
            ? limit
            : BookJson.DefaultLimit;
}
