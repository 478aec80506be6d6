using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Prices;

namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>One pair alive: its book, its makers, its last price, its trades. Used under the venue's lock.</summary>
internal sealed class Market
{
    /// <summary>How often the makers quote anew.</summary>
    public const long QuoteMs = 5_000;

    private readonly MarketRecords _records;
    private readonly TradeTape _tape;
    private readonly MakerQuotes _makers;
    private readonly Dictionary<long, Order> _customers = [];
    private long _seenMs;
    private long _lastSequence = 10_000_000;
    private long _quotedAt = -1;

    public Market(TradingPair pair, int seed, Account house, MarketRecords records, long startMs)
    {
        Pair = pair;
        _records = records;
        Prices = PriceSource.For(pair, seed);
        _tape = new(pair, Prices, SeededNoise.Derive(seed, $"tape/{pair.Name}"));
        _makers = new(pair, house, SeededNoise.Derive(seed, $"quotes/{pair.Name}"));
        Engine = new(pair, Executed, Changed);
        Trades = new(pair, _tape);
        _seenMs = startMs;
        Print(_tape.Last(startMs));
        Quote(startMs);
    }

    public TradingPair Pair { get; }

    public PriceSource Prices { get; }

    public MatchingEngine Engine { get; }

    public TradeHistory Trades { get; }

    /// <summary>The price of the last trade, quote per base.</summary>
    public decimal LastPrice { get; private set; }

    public bool LastIsBuyer { get; private set; }

    /// <summary>Goes up whenever the book changes, for streams.</summary>
    public long BookVersion { get; private set; }

    /// <summary>Lets everything happen that the time up to now brings: trades of others, new quotes, triggered stops, fills.</summary>
    public void CatchUp(long nowMs)
    {
        if (nowMs <= _seenMs)
        {
            return;
        }
        Walk(nowMs);
        _seenMs = nowMs;
        Quote(nowMs);
    }

    /// <summary>The last 24 hours.</summary>
    public Ticker Ticker(long nowMs) => Trades.Ticker(LastPrice, LastIsBuyer, nowMs);

    public void Submit(Order order, long nowMs)
    {
        Engine.Submit(order, LastPrice, nowMs);
        Settle(nowMs);
    }

    /// <summary>The place of the next order of the pair; generated history has lower ones.</summary>
    public long NextSequence() => ++_lastSequence;

    public void Cancel(Order order, long nowMs) => Engine.Cancel(order, nowMs);

    /// <summary>Moves the reference price, prints one small trade there and lets quotes and stops follow.</summary>
    public void MovePrice(decimal price, long nowMs)
    {
        CatchUp(nowMs);
        Prices.MoveTo(price, nowMs);
        var ticks = (long)(price / Pair.Tick);
        var units = (long)(PowerOfTen.Fraction(Pair.AmountPrecision) / PowerOfTen.Fraction(PublicTrade.UnitDecimals));
        var trade = new PublicTrade(nowMs, ticks, units, IsBuyer: price >= LastPrice);
        Trades.Add(trade);
        Print(trade);
        Requote(nowMs);
        Settle(nowMs);
    }

    private void Walk(long nowMs)
    {
        Span<PublicTrade> trades = stackalloc PublicTrade[TradeTape.MostPerMinute];
        for (var minute = _seenMs / TradeTape.MinuteMs; minute <= nowMs / TradeTape.MinuteMs; minute++)
        {
            var seen = trades[.._tape.Minute(minute, trades)];
            var isTouched = IsTouched(seen);
            foreach (ref readonly var trade in seen)
            {
                if (trade.TimeMs <= _seenMs || trade.TimeMs > nowMs)
                {
                    continue;
                }
                if (isTouched)
                {
                    Replay(trade);
                }
                Print(trade);
            }
        }
    }

    private void Replay(in PublicTrade trade)
    {
        Requote(trade.TimeMs);
        Print(trade);
        Settle(trade.TimeMs);
        _quotedAt = -1;
    }

    // Between two looks at the market only customers' orders can be missed, so only minutes that reach one are replayed.
    private bool IsTouched(ReadOnlySpan<PublicTrade> trades)
    {
        if (trades.IsEmpty || (_customers.Count == 0 && Engine.Stops.Count == 0))
        {
            return false;
        }
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (ref readonly var trade in trades)
        {
            (low, high) = (Math.Min(low, trade.Ticks), Math.Max(high, trade.Ticks));
        }
        var lowest = PowerOfTen.FromUnits(low, Pair.QuotePrecision);
        var highest = PowerOfTen.FromUnits(high, Pair.QuotePrecision);
        return Engine.Stops.Touches(lowest, highest)
            || _customers.Values.Any(order => order.IsBuy ? order.Price >= lowest : order.Price <= highest);
    }

    private void Quote(long nowMs)
    {
        var tick = nowMs / QuoteMs;
        if (tick == _quotedAt)
        {
            return;
        }
        _quotedAt = tick;
        // At the start of the tick, so that two simulators agree whenever in it they are asked; a price moved within the tick counts.
        _makers.Requote(Engine, Prices.Unmoved(tick * QuoteMs) * Prices.FactorAt(nowMs), tick, nowMs);
        BookVersion++;
        Settle(nowMs);
    }

    private void Requote(long nowMs)
    {
        _makers.Requote(Engine, Prices.At(nowMs), nowMs, nowMs);
        BookVersion++;
    }

    private void Settle(long nowMs)
    {
        // A triggered order may trade and so move the last price, which is read anew each time.
        while (Engine.TryTrigger(LastPrice, nowMs)) { }
        if (_makers.IsExhausted)
        {
            Requote(nowMs);
        }
    }

    private void Print(in PublicTrade trade)
    {
        LastPrice = PowerOfTen.FromUnits(trade.Ticks, Pair.QuotePrecision);
        LastIsBuyer = trade.IsBuyer;
    }

    private void Executed(Execution execution)
    {
        var trade = new PublicTrade(
            execution.TimeMs,
            (long)(execution.Price / Pair.Tick),
            (long)(execution.BaseAmount / PowerOfTen.Fraction(PublicTrade.UnitDecimals)),
            execution.Taker.IsBuy
        );
        Trades.Add(trade);
        Print(trade);
        _records.Executed(execution);
    }

    private void Changed(Order order)
    {
        BookVersion++;
        if (order.Owner.IsHouse)
        {
            return;
        }
        if (order.IsOpen && order.Status != OrderStatus.NotTriggered)
        {
            _customers[order.Number] = order;
        }
        else
        {
            _customers.Remove(order.Number);
        }
        MarketRecords.Changed(order);
    }
}
