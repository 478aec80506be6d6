using System.Globalization;

namespace Exchange.Simulator.Codex;

/// <summary>Who is at the sign-in page of the simulated Codex.</summary>
/// <param name="AccountId">What its tokens name.</param>
/// <param name="Email">What its tokens name.</param>
/// <param name="Plan">plus, pro, team.</param>
public sealed record CodexAccount(string AccountId, string Email, string Plan);

/// <summary>The state of the simulated Codex sign-in: inspected and arranged here, changed over HTTP. One lock guards all of it.</summary>
public sealed class CodexVenue
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly object _gate = new();
    private readonly ulong _seed;
    private readonly Dictionary<string, IssuedCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedRefresh> _refreshes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedAccess> _accesses = new(StringComparer.Ordinal);
    private long _issued;

    internal CodexVenue(int seed) => _seed = SeededNoise.Derive(seed, "codex");

    /// <summary>Who signs in next.</summary>
    public CodexAccount Account { get; set; } = new("acct-rehearsal-0001", "codex@example.com", "plus");

    /// <summary>How long an access token is good for.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromDays(10);

    /// <summary>False makes the usage endpoint refuse every token with 401, good as it may be (codex-auth.md section 12).</summary>
    public bool AcceptsUsage { get; set; } = true;

    /// <summary>Percent of the five-hour window that are used.</summary>
    public int UsedPercent { get; set; } = 23;

    /// <summary>How many sign-ins have led to tokens.</summary>
    public int SignIns { get; private set; }

    /// <summary>How many tokens were renewed.</summary>
    public int Renewals { get; private set; }

    internal string NewCode(string challenge, long nowMs)
    {
        lock (_gate)
        {
            var code = "ac_simulator_" + Text(2);
            _codes[code] = new(challenge, Account, nowMs + (long)CodeLifetime.TotalMilliseconds);
            return code;
        }
    }

    /// <summary>Tokens for a code, once; null when code and verifier do not belong together, or no more.</summary>
    internal IssuedTokens? Exchange(string code, string challenge, long nowMs)
    {
        lock (_gate)
        {
            // Whoever guesses has one try: a code is spent by being shown.
            if (!_codes.Remove(code, out var issued) || issued.Challenge != challenge || issued.ExpiresMs < nowMs)
            {
                return null;
            }
            SignIns++;
            return Issue(new Session(issued.Account), nowMs);
        }
    }

    /// <summary>New tokens for a refresh token, once; showing one again ends its session.</summary>
    internal (IssuedTokens? Tokens, string? Error) Refresh(string refresh, long nowMs)
    {
        lock (_gate)
        {
            if (!_refreshes.TryGetValue(refresh, out var issued))
            {
                return (null, "refresh_token_invalidated");
            }
            if (issued.IsUsed)
            {
                issued.Session.IsEnded = true;
                return (null, "refresh_token_reused");
            }
            if (issued.Session.IsEnded)
            {
                return (null, "refresh_token_invalidated");
            }
            issued.IsUsed = true;
            Renewals++;
            return (Issue(issued.Session, nowMs), null);
        }
    }

    /// <summary>Whose token it is; null when it is none, has ended, or is not accepted here.</summary>
    internal CodexAccount? Owner(string access, long nowMs)
    {
        lock (_gate)
        {
            return
                AcceptsUsage
                && _accesses.TryGetValue(access, out var issued)
                && !issued.Session.IsEnded
                && issued.ExpiresMs > nowMs
                ? issued.Session.Account
                : null;
        }
    }

    private IssuedTokens Issue(Session session, long nowMs)
    {
        var expires = nowMs + (long)TokenLifetime.TotalMilliseconds;
        var access = SimulatedJwt.Of(session.Account, nowMs, expires, Text(1), Text(4));
        var refresh = SimulatedJwt.RefreshPrefix + Text(3);
        _accesses[access] = new(session, expires);
        _refreshes[refresh] = new(session);
        return new(access, refresh, SimulatedJwt.Of(session.Account, nowMs, expires, Text(1), Text(4)), TokenLifetime);
    }

    private string Text(int words)
    {
        var text = "";
        for (var i = 0; i < words; i++)
        {
            text += SeededNoise.Hash(_seed, ++_issued).ToString("x16", CultureInfo.InvariantCulture);
        }
        return text;
    }

    private sealed record IssuedCode(string Challenge, CodexAccount Account, long ExpiresMs);

    private sealed record IssuedAccess(Session Session, long ExpiresMs);

    private sealed class IssuedRefresh(Session session)
    {
        public Session Session => session;

        public bool IsUsed { get; set; }
    }

    private sealed class Session(CodexAccount account)
    {
        public CodexAccount Account => account;

        public bool IsEnded { get; set; }
    }
}

/// <summary>What a client gets at once.</summary>
internal sealed record IssuedTokens(string Access, string Refresh, string Id, TimeSpan Lifetime);
