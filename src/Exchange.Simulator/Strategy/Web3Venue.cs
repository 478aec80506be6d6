using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy.Orders;
using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Strategy.Wallet;

namespace Exchange.Simulator.Strategy;

/// <summary>The state of the simulated wallet and its strategy orders: inspected and moved here, changed over HTTP. One lock guards all of it.</summary>
public sealed class Web3Venue
{
    internal const string ProjectId = "p1";

    private readonly List<WalletSimulatorAccount> _accounts;

    internal Web3Venue(SimulatorOptions options, SimulatorClock clock)
    {
        Clock = clock;
        User = options.Wallet;
        Behaviour = options.Web3Behaviour;
        ClockSkewTolerance = options.ClockSkewTolerance;
        _accounts = [.. User.Accounts];
        Tokens = new SeededTokens(options.Seed, clock.NowMs, "web3");
        Sessions = new(User, Tokens, clock);
        SignInDesk = new(Sessions, clock);
        AttestDocument = Convert
            .ToHexString([.. Tokens.NextBytes(), .. Tokens.NextBytes(), .. Tokens.NextBytes()])
            .ToLowerInvariant();
        Desk = new(Prices, Funds, SeededNoise.Derive(options.Seed, "web3"));
    }

    /// <summary>Whose wallet it is.</summary>
    public WalletSimulatorUser User { get; }

    /// <summary>The forms of answers in force.</summary>
    public Web3Behaviour Behaviour { get; set; }

    /// <summary>What the service hands out to be signed at activation, in hex.</summary>
    public string AttestDocument { get; set; }

    /// <summary>The accounts of the wallet; the first is the default one.</summary>
    public IReadOnlyList<WalletSimulatorAccount> Accounts => _accounts;

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<StrategyOrderSnapshot> Orders
    {
        get
        {
            lock (Gate)
            {
                Desk.CatchUp(Clock.NowMs);
                return [.. Desk.Orders.Select(StrategyOrderSnapshot.Of)];
            }
        }
    }

    internal object Gate { get; } = new();

    internal SimulatorClock Clock { get; }

    internal TimeSpan ClockSkewTolerance { get; }

    internal SeededTokens Tokens { get; }

    internal WalletSessions Sessions { get; }

    internal SignInDesk SignInDesk { get; }

    internal TokenPrices Prices { get; } = new();

    internal WalletFunds Funds { get; } = new();

    internal StrategyDesk Desk { get; }

    /// <summary>Addresses that risk control blocks: code 100005.</summary>
    internal HashSet<string> Blocked { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The USD price of a token now.</summary>
    /// <param name="token"><c>42161:0x912c...</c> or <c>arb:ARB</c>.</param>
    public decimal PriceOf(string token)
    {
        lock (Gate)
        {
            return Prices.At(Token.Named(token), Clock.NowMs);
        }
    }

    /// <summary>Moves a token's price now, or after a while: orders trigger at that very instant.</summary>
    /// <param name="token"><c>42161:0x912c...</c> or <c>arb:ARB</c>.</param>
    /// <param name="price">USD.</param>
    /// <param name="after">How long from now; whatever was laid out behind that instant is dropped.</param>
    public void MovePrice(string token, decimal price, TimeSpan after = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        lock (Gate)
        {
            var nowMs = Clock.NowMs;
            Desk.CatchUp(nowMs);
            Prices.Set(Token.Named(token), nowMs + (long)after.TotalMilliseconds, price);
            Desk.CatchUp(nowMs);
        }
    }

    /// <summary>Decides a sign-in as the person would on the page.</summary>
    /// <param name="signIn">The address that the client opens, or its authSessionId once the page was opened; null is the only one that waits.</param>
    /// <param name="loginType"><c>google</c>, <c>apple</c> or <c>email</c> approves, <c>deny</c> does not.</param>
    /// <exception cref="ArgumentException">No sign-in waits there.</exception>
    public void DecideSignIn(string? signIn, string loginType = "email")
    {
        lock (Gate)
        {
            SignInDesk.Decide(signIn, loginType, Behaviour);
        }
    }

    /// <summary>Forgets every activation: the next order is answered 60018 until the session is registered again.</summary>
    public void Deactivate()
    {
        lock (Gate)
        {
            Sessions.Deactivate();
        }
    }

    /// <summary>Ends every session.</summary>
    public void Revoke()
    {
        lock (Gate)
        {
            Sessions.Revoke();
        }
    }

    /// <summary>Ends the life of every access or refresh token.</summary>
    /// <exception cref="ArgumentException">Neither <c>access</c> nor <c>refresh</c>.</exception>
    public void Expire(string what)
    {
        Action expire = what switch
        {
            "access" => Sessions.ExpireAccessTokens,
            "refresh" => Sessions.ExpireRefreshTokens,
            _ => throw new ArgumentException("Name access or refresh.", nameof(what)),
        };
        lock (Gate)
        {
            expire();
        }
    }

    /// <summary>Says how much an account owns of a token; without that it has enough of everything.</summary>
    public void SetBalance(string accountId, string token, decimal amount)
    {
        lock (Gate)
        {
            Desk.CatchUp(Clock.NowMs);
            Funds.Set(accountId, Token.Named(token), amount);
        }
    }

    /// <summary>Puts an event of strategy.md 13 in the way of the next attempts to trade.</summary>
    /// <param name="code">The event.</param>
    /// <param name="count">How many attempts fail with it.</param>
    /// <param name="then"><c>fill</c>, <c>suspend</c> or <c>fail</c> behind the last of them.</param>
    /// <param name="orderId">Only this order; null is any.</param>
    public void Obstruct(int code, int count = 1, string then = "fill", string? orderId = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (then is not ("fill" or "suspend" or "fail"))
        {
            throw new ArgumentException("Name fill, suspend or fail.", nameof(then));
        }
        lock (Gate)
        {
            Desk.Engine.Obstruct(new(code, count, then, orderId));
        }
    }

    /// <summary>Adds an account, which clients learn of at their next refresh.</summary>
    public void AddAccount(WalletSimulatorAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        lock (Gate)
        {
            _accounts.Add(account);
        }
    }

    /// <summary>Blocks an address by risk control: its orders are answered 100005.</summary>
    public void Block(string address)
    {
        lock (Gate)
        {
            Blocked.Add(address);
        }
    }
}
