using Exchange.Simulator.Http;

namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>Sign-ins in a browser: opened by the page, decided by a person, collected by the client (strategy.md 14.2).</summary>
internal sealed class SignInDesk(WalletSessions sessions, SimulatorClock clock)
{
    private const long LifeMs = 300_000;

    private readonly List<PendingSignIn> _all = [];

    public IReadOnlyList<PendingSignIn> All => _all;

    public PendingSignIn? Find(string? id) => _all.Find(one => one.Id == id);

    /// <summary>The sign-in of an address that the client opens; null when the address makes no sense.</summary>
    public PendingSignIn? Open(QueryValues query)
    {
        var (id, key) = (query.Text("authSessionId"), KeyOf(query.Text("tempPubKey")));
        if (key is null || !Guid.TryParseExact(id, "D", out _))
        {
            return null;
        }
        if (Find(id) is { } known)
        {
            // An id belongs to the key that it was opened with.
            return known.TemporaryKey.AsSpan().SequenceEqual(key) ? known : null;
        }
        var opened = new PendingSignIn
        {
            Id = id,
            TemporaryKey = key,
            ExpiresMs = clock.NowMs + LifeMs,
        };
        _all.Add(opened);
        return opened;
    }

    /// <exception cref="ArgumentException">No sign-in waits there, or the login type is unknown.</exception>
    public void Decide(string? signIn, string loginType, Web3Behaviour behaviour)
    {
        var found = signIn is null ? OnlyWaiting() : Named(signIn);
        if (found?.StateName(clock.NowMs) != "pending")
        {
            throw new ArgumentException($"No sign-in waits at '{signIn}'.", nameof(signIn));
        }
        Decide(found, loginType, behaviour);
    }

    public void Decide(PendingSignIn signIn, string loginType, Web3Behaviour behaviour)
    {
        switch (loginType)
        {
            case "deny":
                signIn.IsDenied = true;
                return;
            case "google" or "apple" or "email":
                signIn.Session = sessions.Open(signIn.TemporaryKey, loginType, hasSaTeeId: true, behaviour);
                return;
            default:
                throw new ArgumentException("Name google, apple, email or deny.", nameof(loginType));
        }
    }

    /// <summary>A public key of 32 bytes in standard Base64.</summary>
    public static byte[]? KeyOf(string? text)
    {
        var key = new byte[33];
        return Convert.TryFromBase64String(text ?? "", key, out var length) && length == 32 ? key[..32] : null;
    }

    private PendingSignIn? OnlyWaiting()
    {
        var waiting = _all.FindAll(one => one.StateName(clock.NowMs) == "pending");
        return waiting.Count == 1 ? waiting[0] : null;
    }

    private PendingSignIn? Named(string text)
    {
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? Find(text) : Open(QueryValues.Parse(text[(mark + 1)..]));
    }
}
