using Exchange.Codex.Apply;
using Exchange.Codex.Locks;
using Exchange.Codex.Pending;
using Exchange.Codex.Store;
using Exchange.Http;

namespace Exchange.Codex;

/// <summary>The sign-in to Codex and the logins that another program shares (codex-auth.md): begun, completed, renewed, looked at.</summary>
public sealed partial class CodexSignIn
{
    private readonly CodexEndpoint _endpoint;
    private readonly CodexPlaces _places;
    private readonly TimeProvider _clock;
    private readonly Func<decimal> _chance;
    private readonly RandomBytes _random;
    private readonly Func<string, string?> _environment;
    private readonly Action<string> _warn;
    private readonly CodexClient _client;
    private readonly PendingStore _pending;

    /// <summary>Everything that it needs; nothing is touched or asked for yet.</summary>
    /// <param name="endpoint">The live hosts, or a simulator on this machine.</param>
    /// <param name="places">Which files are used.</param>
    /// <param name="corridor">Connections, clock and chance, shared by all clients of a process.</param>
    /// <param name="random">Verifiers and states.</param>
    /// <param name="environment">Variables: the path, on which the other program's command is.</param>
    /// <param name="listener">Hears of requests and warnings.</param>
    public CodexSignIn(
        CodexEndpoint endpoint,
        CodexPlaces places,
        ReadCorridor corridor,
        RandomBytes random,
        Func<string, string?> environment,
        ApiListener listener
    )
    {
        ArgumentNullException.ThrowIfNull(corridor);
        ArgumentNullException.ThrowIfNull(listener);
        _endpoint = endpoint;
        _places = places;
        _clock = corridor.Clock;
        _chance = () => (decimal)corridor.Chance();
        _random = random;
        _environment = environment;
        _warn = listener.Warn;
        _client = new CodexClient(endpoint, corridor, listener);
        _pending = new PendingStore(places, _clock, _chance);
    }

    /// <summary>The contract's limit for waiting for a lock: 45 seconds.</summary>
    public static TimeSpan UsualLockLimit => LockPatience.Usual.Limit;

    /// <summary>How long a lock is waited for.</summary>
    public TimeSpan LockLimit { get; init; } = UsualLockLimit;

    /// <summary>Where it goes: the live hosts, or a simulator on this machine.</summary>
    public CodexEndpoint Endpoint => _endpoint;

    /// <summary>Begins a sign-in: makes the address at which a person signs in, and keeps what completing it needs.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.bad_selector</c>, <c>CodexAuth.unsafe_tmp_dir</c>, and those of reading the store</exception>
    public async Task<CodexAuthStart> StartAsync(string? profile, CancellationToken cancel) =>
        (await BeginAsync(profile, cancel).ConfigureAwait(false)).Shown;

    private async Task<(CodexAuthStart Shown, PendingSignIn Pending)> BeginAsync(
        string? profile,
        CancellationToken cancel
    )
    {
        var selector = CodexSelector.Normalize(profile);
        var (profileId, isFallback) = await ResolveAsync(selector, cancel).ConfigureAwait(false);
        if (StoreEra.Of(_places) == CodexStoreKind.SqlitePresent)
        {
            _warn(StoreEra.Superseded);
        }
        if (isFallback)
        {
            _warn($"There is no profile {CodexConstants.ProviderPrefix}default; this sign-in is for {profileId}.");
        }
        var verifier = Pkce.NewVerifier(_random);
        var pending = new PendingSignIn
        {
            ProfileId = profileId,
            Verifier = verifier,
            State = Pkce.NewState(_random),
            CreatedAt = _clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Selector = selector,
            AuthPath = _places.StorePath,
            FallbackUsed = isFallback,
        };
        await _pending.KeepAsync(pending, cancel).ConfigureAwait(false);
        var shown = new CodexAuthStart
        {
            ProfileId = profileId,
            Selector = selector,
            LoginUrl = AuthorizeUrl.For(_endpoint, Pkce.Challenge(verifier), pending.State),
            ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(pending.ExpiresAt),
            FallbackUsed = isFallback,
            Instructions =
                "Open LoginUrl in a browser and sign in. The browser then shows an address that begins with "
                + $"{CodexConstants.RedirectUri}, even if the page cannot be opened. Copy it whole, and run "
                + $"Complete-CodexAuth -Profile {selector}, which asks for it without showing it.",
        };
        return (shown, pending);
    }

    // A store that cannot be read is told now, and not after the person has signed in.
    private async Task<(string ProfileId, bool IsFallback)> ResolveAsync(string selector, CancellationToken cancel)
    {
        if (selector != CodexConstants.DefaultSelector)
        {
            return (CodexConstants.ProviderPrefix + selector, false);
        }
        var store = await Store(_places).ReadAsync(cancel).ConfigureAwait(false);
        return CodexSelector.Resolve(selector, store.Ids, store.Discovered);
    }

    private AuthStore Store(CodexPlaces places) =>
        new(places, _clock, _chance) { Patience = new LockPatience(LockLimit) };

    private GatewayCli? Gateway() =>
        GatewayCli.Find(_environment) is { } program ? new GatewayCli(program, new GatewayLimits()) : null;
}
