using Exchange.Simulator.Http;
using Exchange.Simulator.Okx.OAuth;
using Exchange.Simulator.Okx.Signing;
using Exchange.Simulator.Okx.Trading;

namespace Exchange.Simulator.Okx;

/// <summary>The state of the simulated OKX: inspected and approved here, changed over HTTP. One lock guards all of it.</summary>
public sealed class OkxVenue
{
    private readonly OkxDesk _live;
    private readonly OkxDesk _demo;

    internal OkxVenue(SimulatorOptions options, SimulatorClock clock)
    {
        Clock = clock;
        Account = options.Okx;
        Behaviour = options.OkxBehaviour;
        var tokens = new SeededTokens(options.Seed, clock.NowMs, "okx");
        Clients = new(tokens);
        Grants = new(tokens);
        Sessions = new(tokens, clock);
        Authenticator = new(Account, Sessions, clock, options.ClockSkewTolerance);
        Market = new(options.Seed);
        _live = new(Account, Account.LiveBalances, Market, clock.NowMs, firstOrder: 2_310_000_000_000_000_000);
        _demo = new(Account, Account.DemoBalances, Market, clock.NowMs, firstOrder: 2_320_000_000_000_000_000);
    }

    /// <summary>Whose account it is.</summary>
    public OkxSimulatorAccount Account { get; }

    /// <summary>The forms of sign-in answers in force.</summary>
    public OkxBehaviour Behaviour { get; set; }

    /// <summary>The sign-ins that were started, oldest first: the code that a person types, and where each stands
    /// (<c>pending</c>, <c>approved</c>, <c>denied</c>, <c>redeemed</c>, <c>expired</c>).</summary>
    public IReadOnlyList<(string UserCode, string State)> SignIns
    {
        get
        {
            lock (Gate)
            {
                return [.. Grants.All.Select(grant => (grant.UserCode, grant.StateName(Clock.NowMs)))];
            }
        }
    }

    /// <summary>All orders that were placed, the live account's before the demo account's, each oldest first.</summary>
    public IReadOnlyList<OkxOrderSnapshot> Orders
    {
        get
        {
            lock (Gate)
            {
                return
                [
                    .. _live.Orders.Select(order => OkxOrderSnapshot.Of(order, isDemo: false)),
                    .. _demo.Orders.Select(order => OkxOrderSnapshot.Of(order, isDemo: true)),
                ];
            }
        }
    }

    internal object Gate { get; } = new();

    internal SimulatorClock Clock { get; }

    internal ClientRegistry Clients { get; }

    internal DeviceGrants Grants { get; }

    internal OAuthSessions Sessions { get; }

    internal OkxAuthenticator Authenticator { get; }

    internal OkxMarket Market { get; }

    /// <summary>Decides a sign-in as the person would on the page; without a code the only one that waits.</summary>
    /// <param name="userCode">The code that the client shows; case and dashes do not matter.</param>
    /// <param name="isApproved">Approve or deny.</param>
    /// <param name="scope">The scopes to grant, separated by spaces; null grants those that were asked for.</param>
    /// <exception cref="ArgumentException">No sign-in waits under this code.</exception>
    public void Decide(string? userCode, bool isApproved, string? scope = null)
    {
        lock (Gate)
        {
            var grant = userCode is null ? Grants.OnlyWaiting(Clock.NowMs) : Grants.ByUserCode(userCode);
            if (grant is not { State: DeviceGrantState.Pending } || grant.IsOver(Clock.NowMs))
            {
                throw new ArgumentException($"No sign-in waits under '{userCode}'.", nameof(userCode));
            }
            grant.GrantedScopes = scope is null ? null : OAuthScopes.Parse(scope);
            grant.State = isApproved ? DeviceGrantState.Approved : DeviceGrantState.Denied;
        }
    }

    /// <summary>Ends the life of every access token, refresh token or device code.</summary>
    /// <exception cref="ArgumentException">Not one of <c>access</c>, <c>refresh</c>, <c>device</c>.</exception>
    public void Expire(string what)
    {
        lock (Gate)
        {
            switch (what)
            {
                case "access":
                    Sessions.ExpireAccessTokens();
                    return;
                case "refresh":
                    Sessions.ExpireRefreshTokens();
                    return;
                case "device":
                    Grants.Expire(Clock.NowMs);
                    return;
                default:
                    throw new ArgumentException("Name access, refresh or device.", nameof(what));
            }
        }
    }

    /// <summary>Takes back what the person granted: every session ends.</summary>
    public void Revoke()
    {
        lock (Gate)
        {
            Sessions.Revoke(id: null);
        }
    }

    /// <summary>Moves a market to a price, as if the world had: crossed orders fill.</summary>
    public void MovePrice(string instrument, decimal price)
    {
        lock (Gate)
        {
            var nowMs = Clock.NowMs;
            _live.CatchUp(nowMs);
            _demo.CatchUp(nowMs);
            Market.Move(instrument, price, nowMs);
            _live.CatchUp(nowMs);
            _demo.CatchUp(nowMs);
        }
    }

    /// <summary>The last price of an instrument, quote per base.</summary>
    public decimal LastPrice(string instrument)
    {
        lock (Gate)
        {
            return Market.Last(OkxInstrument.Find(instrument), Clock.NowMs);
        }
    }

    internal OkxDesk DeskOf(bool isDemo) => isDemo ? _demo : _live;

    /// <summary>Where the caller reached the service, without a trailing slash.</summary>
    internal static string AddressOf(Call call) => $"http://{call.Headers["Host"]}/{OkxService.Prefix}";
}
