using Exchange.Simulator.Http;
using Exchange.Simulator.Okx.Errors;
using Exchange.Simulator.Okx.OAuth;

namespace Exchange.Simulator.Okx.Signing;

/// <summary>Finds out who a request is from: an API key (okx-account.md 8) or a signed-in application (4, 5.7).</summary>
internal sealed class OkxAuthenticator(
    OkxSimulatorAccount account,
    OAuthSessions sessions,
    SimulatorClock clock,
    TimeSpan tolerance
)
{
    private static readonly (string Header, string WhenEmpty)[] Needed =
    [
        ("OK-ACCESS-KEY", "50103"),
        ("OK-ACCESS-SIGN", "50106"),
        ("OK-ACCESS-TIMESTAMP", "50107"),
        ("OK-ACCESS-PASSPHRASE", "50104"),
    ];

    /// <summary>Whether the request is for simulated trading.</summary>
    public static bool IsDemo(Call call) => call.Headers["x-simulated-trading"] == "1";

    /// <summary>Lets the request pass, or refuses it with a code of 9.2.</summary>
    /// <exception cref="OkxRefusal">Who sent it is not known, or may not do this.</exception>
    public void Pass(Call call, bool isTrade)
    {
        var bearer = call.Headers["Authorization"];
        if (bearer is null)
        {
            PassKey(call, isTrade);
        }
        else
        {
            PassBearer(call, bearer, isTrade);
        }
        call.AccountName = account.Name;
    }

    private void PassKey(Call call, bool isTrade)
    {
        foreach (var (header, code) in Needed)
        {
            if (string.IsNullOrEmpty(call.Headers[header]))
            {
                throw new OkxRefusal(code);
            }
        }
        var timestamp = call.Headers["OK-ACCESS-TIMESTAMP"]!;
        CheckTime(call, OkxSignature.Milliseconds(timestamp) ?? throw new OkxRefusal("50112"));
        var key = KeyOf(call);
        if (!key.Passphrase.Equals(call.Headers["OK-ACCESS-PASSPHRASE"], StringComparison.Ordinal))
        {
            throw new OkxRefusal("50105");
        }
        var path = OkxSignature.SignedPath(call.Path, call.QueryText);
        var signature = call.Headers["OK-ACCESS-SIGN"]!;
        if (!OkxSignature.IsValid(signature, key.Secret, timestamp, call.Method, path, call.Body.Span))
        {
            throw new OkxRefusal("50113");
        }
        if (isTrade && !key.CanTrade)
        {
            throw new OkxRefusal("50120");
        }
    }

    private OkxSimulatorKey KeyOf(Call call)
    {
        var sent = call.Headers["OK-ACCESS-KEY"]!;
        var isLive = sent.Equals(account.Live.Key, StringComparison.Ordinal);
        if (!isLive && !sent.Equals(account.Demo.Key, StringComparison.Ordinal))
        {
            throw new OkxRefusal("50111");
        }
        return isLive == !IsDemo(call) ? (isLive ? account.Live : account.Demo) : throw new OkxRefusal("50101");
    }

    // A client that runs on the real time keeps working when only the venue's clock was moved. A skew fault moves both.
    private void CheckTime(Call call, long timestamp)
    {
        var sourceMs = clock.SourceNow.ToUnixTimeMilliseconds() + (call.NowMs - clock.NowMs);
        if (!IsNear(timestamp, call.NowMs) && !IsNear(timestamp, sourceMs))
        {
            throw new OkxRefusal("50102");
        }
    }

    private bool IsNear(long timestamp, long nowMs) => Math.Abs(timestamp - nowMs) <= tolerance.TotalMilliseconds;

    private void PassBearer(Call call, string header, bool isTrade)
    {
        const string Scheme = "Bearer ";
        var hasKeyHeaders = Needed.Any(needed => call.Headers[needed.Header] is not null);
        // okx-account.md 8: a bearer token, and none of the key's headers.
        if (hasKeyHeaders || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new OkxRefusal("50114");
        }
        var session = sessions.ByAccessToken(header[Scheme.Length..]) ?? throw new OkxRefusal("50114");
        var scope = (IsDemo(call) ? "demo:" : "live:") + (isTrade ? "trade" : "read");
        if (!session.Scopes.Contains(scope, StringComparer.Ordinal))
        {
            throw new OkxRefusal("50120", $"This token was not granted {scope}.");
        }
        session.LastUsedMs = call.NowMs;
    }
}
