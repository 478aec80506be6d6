using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx.OAuth;

/// <summary>Every device code that was handed out, and what became of it.</summary>
internal sealed class DeviceGrants(SeededTokens tokens)
{
    // RFC 8628 6.1: consonants only, so that no code is a word and no letter looks like a digit.
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    // A poll may be a hair early by the client's timer without being a poll too many.
    private const long EarlyMs = 100;

    private readonly List<DeviceGrant> _all = [];

    public IReadOnlyList<DeviceGrant> All => _all;

    public DeviceGrant Issue(
        OAuthClient client,
        IReadOnlyList<string> scopes,
        string? resource,
        OkxBehaviour behaviour,
        long nowMs
    )
    {
        var grant = new DeviceGrant
        {
            UserCode = NextUserCode(),
            DeviceCode = tokens.Next("simulator-device-"),
            ClientId = client.Id,
            Scopes = scopes,
            Resource = resource,
            ExpiresMs = nowMs + behaviour.DeviceCodeLife * 1000L,
            IntervalMs = behaviour.Interval * 1000L,
        };
        _all.Add(grant);
        return grant;
    }

    /// <summary>The grant that a person means: case, dashes and spaces do not matter. Null when there is none.</summary>
    public DeviceGrant? ByUserCode(string? typed)
    {
        var letters = Plain(typed ?? "");
        return letters.Length == 0 ? null : _all.Find(grant => Plain(grant.UserCode) == letters);
    }

    /// <summary>The only grant that waits for a person; null when there is none or more than one.</summary>
    public DeviceGrant? OnlyWaiting(long nowMs)
    {
        var waiting = _all.FindAll(grant => grant.State == DeviceGrantState.Pending && !grant.IsOver(nowMs));
        return waiting.Count == 1 ? waiting[0] : null;
    }

    /// <summary>The approved grant of a poll, used up by it.</summary>
    /// <exception cref="OAuthRefusal">One of the errors of RFC 8628 3.5.</exception>
    public DeviceGrant Redeem(string? deviceCode, OAuthClient client, long nowMs)
    {
        var grant =
            _all.Find(one => one.DeviceCode == deviceCode && one.ClientId == client.Id)
            ?? throw new OAuthRefusal("invalid_grant", "Unknown device code.");
        if (grant.State == DeviceGrantState.Redeemed)
        {
            throw new OAuthRefusal("invalid_grant", "The device code was used already.");
        }
        if (grant.IsOver(nowMs))
        {
            throw new OAuthRefusal("expired_token", "The device code has expired.");
        }
        if (grant.State == DeviceGrantState.Denied)
        {
            throw new OAuthRefusal("access_denied", "The request was denied.");
        }
        Pace(grant, nowMs);
        if (grant.State == DeviceGrantState.Pending)
        {
            throw new OAuthRefusal("authorization_pending", "The request has not been approved yet.");
        }
        grant.State = DeviceGrantState.Redeemed;
        return grant;
    }

    /// <summary>Ends the life of every code now.</summary>
    public void Expire(long nowMs) => _all.ForEach(grant => grant.ExpiresMs = Math.Min(grant.ExpiresMs, nowMs));

    private static void Pace(DeviceGrant grant, long nowMs)
    {
        var isEarly = nowMs < grant.EarliestPollMs - EarlyMs;
        if (isEarly)
        {
            grant.IntervalMs += 5000;
        }
        grant.EarliestPollMs = nowMs + grant.IntervalMs;
        if (isEarly)
        {
            throw new OAuthRefusal("slow_down", "Polled before the interval was over.");
        }
    }

    private string NextUserCode()
    {
        var bytes = tokens.NextBytes();
        var letters = new char[9];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = i == 4 ? '-' : Letters[bytes[i] % Letters.Length];
        }
        return new(letters);
    }

    private static string Plain(string code) => new([.. code.Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]);
}
