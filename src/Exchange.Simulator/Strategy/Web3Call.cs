using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy.Wallet;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy;

/// <summary>A call on its route, under the venue's lock.</summary>
internal sealed class Web3Call(Call http, Web3Venue venue, WalletSession? session)
{
    public Web3Venue Venue => venue;

    public QueryValues Query => http.Query;

    public long NowMs { get; } = venue.Clock.NowMs;

    /// <summary>Who calls, on a route that needs a session.</summary>
    public WalletSession Session =>
        session ?? throw new InvalidOperationException("A private route without a session.");

    /// <summary>The body as an object.</summary>
    /// <exception cref="BackendRefusal">100: it is none.</exception>
    public StrictFields Body()
    {
        var body = Parsed();
        return body.ValueKind == JsonValueKind.Object
            ? new(body)
            : throw BackendRefusal.Parameter("body", "is not an object");
    }

    /// <summary>The items of a body that is an array.</summary>
    /// <exception cref="BackendRefusal">100: it is none.</exception>
    public IReadOnlyList<JsonElement> Items()
    {
        var body = Parsed();
        return body.ValueKind == JsonValueKind.Array
            ? [.. body.EnumerateArray()]
            : throw BackendRefusal.Parameter("body", "is not an array");
    }

    public void Data(Action<WireWriter> write) => Envelope.Write(http, venue.Behaviour, write);

    /// <summary>The account of the wallet that the caller names.</summary>
    /// <exception cref="BackendRefusal">100: it has no such account.</exception>
    public WalletSimulatorAccount Account(string? id) =>
        venue.Accounts.FirstOrDefault(account => account.Id == id) ?? throw BackendRefusal.Parameter("accountId");

    /// <summary>Whether an instant is about now, by the venue's clock or by that of a client that never moved its own.</summary>
    public bool IsNear(long ms, TimeSpan tolerance)
    {
        var sourceMs = venue.Clock.SourceNow.ToUnixTimeMilliseconds() + (http.NowMs - venue.Clock.NowMs);
        return Math.Min(Math.Abs(ms - http.NowMs), Math.Abs(ms - sourceMs)) <= tolerance.TotalMilliseconds;
    }

    private JsonElement Parsed()
    {
        try
        {
            using var document = JsonDocument.Parse(http.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw BackendRefusal.Parameter("body", "is not JSON");
        }
    }
}
