using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Auth;
using Exchange.Simulator.BitoPro.Limits;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wallet;

namespace Exchange.Simulator.BitoPro;

/// <summary>The state of the simulated BitoPro: inspected here, changed over HTTP. One lock guards all of it.</summary>
public sealed class BitoProVenue
{
    /// <summary>The number of the first order placed on the simulator; generated history has lower ones.</summary>
    public const long FirstOrderNumber = 5_550_000_001;

    private const decimal HouseFunds = 10_000_000_000m;

    private readonly SimulatorClock _clock;
    private readonly Dictionary<string, Market> _markets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> _byKey = new(StringComparer.Ordinal);
    private long _lastOrder = FirstOrderNumber - 1;
    private int _openStreams;

    internal BitoProVenue(SimulatorOptions options, SimulatorClock clock)
    {
        _clock = clock;
        var startMs = clock.NowMs;
        House = new(HouseOptions(), isHouse: true);
        foreach (var account in options.Accounts)
        {
            _byKey.Add(account.ApiKey, new(account));
        }
        foreach (var pair in TradingPairs.All)
        {
            _markets.Add(pair.Name, new(pair, options.Seed, House, Records, startMs));
        }
        Authenticator = new(_byKey, clock, options.ClockSkewTolerance);
        RateLimiter = new(options.RateLimits);
        PastOrders = new(options, _byKey.Values.FirstOrDefault(), _markets["btc_twd"], startMs);
        Transfers = new(options.Seed, startMs);
    }

    /// <summary>All orders that customers placed on the simulator, oldest first. Generated history is not among them.</summary>
    public IReadOnlyList<OrderSnapshot> Orders
    {
        get
        {
            lock (Gate)
            {
                return
                [
                    .. AllRecords()
                        .SelectMany(records => records.Orders)
                        .Where(order => order.Number >= FirstOrderNumber)
                        .OrderBy(order => order.Number)
                        .Select(OrderSnapshot.Of),
                ];
            }
        }
    }

    /// <summary>All fills of those orders, oldest first. A match of two customers is two fills with one trade id.</summary>
    public IReadOnlyList<FillSnapshot> Fills
    {
        get
        {
            lock (Gate)
            {
                return
                [
                    .. AllRecords()
                        .SelectMany(records => records.Fills)
                        .Where(fill => fill.Order.Number >= FirstOrderNumber)
                        .OrderBy(fill => fill.TradeNumber)
                        .Select(FillSnapshot.Of),
                ];
            }
        }
    }

    /// <summary>All withdrawals that customers made on the simulator, oldest first. The generated past is not among them.</summary>
    public IReadOnlyList<WithdrawalSnapshot> Withdrawals
    {
        get
        {
            lock (Gate)
            {
                return
                [
                    .. _byKey
                        .Values.SelectMany(account => Transfers.Of(account))
                        .Where(transfer => transfer is { IsWithdrawal: true, FixedStatus: null })
                        .OrderBy(transfer => transfer.Number)
                        .Select(transfer => WithdrawalSnapshot.Of(transfer, _clock.NowMs)),
                ];
            }
        }
    }

    /// <summary>How many streams are open now.</summary>
    public int OpenStreams => Volatile.Read(ref _openStreams);

    /// <summary>The accounts that may sign in.</summary>
    public IReadOnlyList<SimulatorAccount> Accounts => [.. _byKey.Values.Select(account => account.Options)];

    internal object Gate { get; } = new();

    internal MarketRecords Records { get; } = new();

    internal Account House { get; }

    internal Authenticator Authenticator { get; }

    internal RateLimiter RateLimiter { get; }

    internal PastOrders PastOrders { get; }

    internal TransferLedger Transfers { get; }

    internal IReadOnlyCollection<Market> Markets => _markets.Values;

    internal IReadOnlyCollection<Account> Customers => _byKey.Values;

    internal SimulatorClock Clock => _clock;

    /// <summary>What the account with this name owns of a currency: total and available units.</summary>
    public (decimal Amount, decimal Available) BalanceOf(string account, string currency)
    {
        lock (Gate)
        {
            CatchUp();
            var balance = _byKey
                .Values.Single(one => string.Equals(one.Name, account, StringComparison.Ordinal))
                .Balance(currency);
            return (balance.Amount, balance.Available);
        }
    }

    /// <summary>The price of the last trade of a pair, quote per base.</summary>
    public decimal LastPrice(string pair)
    {
        lock (Gate)
        {
            return Awake(pair).LastPrice;
        }
    }

    /// <summary>The best prices of a pair, quote per base.</summary>
    public (decimal Bid, decimal Ask) BestPrices(string pair)
    {
        lock (Gate)
        {
            var book = Awake(pair).Engine.Book;
            return (book.Bids.Best?.Price ?? 0, book.Asks.Best?.Price ?? 0);
        }
    }

    /// <summary>Moves a pair's market to a price, as if the world had: quotes follow, stops trigger, crossed orders fill.</summary>
    public void MovePrice(string pair, decimal price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);
        lock (Gate)
        {
            Awake(pair).MovePrice(price, _clock.NowMs);
        }
    }

    internal Market? Find(string pair) => _markets.GetValueOrDefault(pair);

    internal void StreamOpened() => Interlocked.Increment(ref _openStreams);

    internal void StreamClosed() => Interlocked.Decrement(ref _openStreams);

    internal long NextOrderNumber() => ++_lastOrder;

    /// <summary>Lets every market catch up with the clock.</summary>
    internal void CatchUp()
    {
        var nowMs = _clock.NowMs;
        foreach (var market in _markets.Values)
        {
            market.CatchUp(nowMs);
        }
    }

    private Market Awake(string pair)
    {
        var market = Find(pair) ?? throw new ArgumentException($"Unknown pair '{pair}'.", nameof(pair));
        market.CatchUp(_clock.NowMs);
        return market;
    }

    private IEnumerable<PairRecords> AllRecords()
    {
        CatchUp();
        return _byKey.Values.SelectMany(account => account.History.Pairs.Values);
    }

    private static SimulatorAccount HouseOptions() =>
        new()
        {
            Name = "market-makers",
            MakerFee = 0,
            TakerFee = 0,
            Balances = Coin.All.ToDictionary(coin => coin.Code, _ => HouseFunds, StringComparer.Ordinal),
        };
}
