using Exchange.Simulator.BitoPro.Prices;

namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>The public trades of a pair: the tape of everybody else and what happened on this venue's book.</summary>
internal sealed class TradeHistory(TradingPair pair, TradeTape tape)
{
    /// <summary>How many trades T3 shows; the specification names no number.</summary>
    public const int Shown = 100;

    private const long DayMs = 86_400_000;

    private readonly Queue<PublicTrade> _own = new();
    private (long Second, long Own) _tickerKey;
    private Ticker? _ticker;

    public CandleSeries Candles { get; } = new(tape);

    /// <summary>How many trades happened on this venue's book.</summary>
    public long OwnCount { get; private set; }

    public void Add(in PublicTrade trade)
    {
        OwnCount++;
        Candles.Add(trade);
        _own.Enqueue(trade);
        if (_own.Count > Shown)
        {
            _own.Dequeue();
        }
    }

    /// <summary>The last trades, newest first.</summary>
    public List<PublicTrade> Last(long nowMs)
    {
        var trades = new List<PublicTrade>(_own);
        var wanted = trades.Count + Shown;
        Span<PublicTrade> minuteTrades = stackalloc PublicTrade[TradeTape.MostPerMinute];
        for (var minute = nowMs / TradeTape.MinuteMs; trades.Count < wanted; minute--)
        {
            foreach (ref readonly var trade in minuteTrades[..tape.Minute(minute, minuteTrades)])
            {
                if (trade.TimeMs <= nowMs)
                {
                    trades.Add(trade);
                }
            }
        }
        // A stable sort: trades of the same millisecond stay in the order in which they happened.
        return [.. trades.OrderBy(trade => trade.TimeMs).Reverse().Take(Shown)];
    }

    /// <summary>The last 24 hours, at most a second old.</summary>
    public Ticker Ticker(decimal lastPrice, bool isBuyer, long nowMs)
    {
        var key = (nowMs / 1000, OwnCount);
        if (_ticker is not null && _tickerKey == key)
        {
            return _ticker;
        }
        var candle = Candles.Range(nowMs - DayMs, nowMs + TradeTape.MinuteMs, nowMs);
        var open = Price(candle.Open);
        _tickerKey = key;
        return _ticker = new(
            pair.Name,
            lastPrice,
            isBuyer,
            Math.Round((lastPrice - open) / open * 100, 2),
            PowerOfTen.FromUnits(candle.Volume, PublicTrade.UnitDecimals),
            Math.Max(Price(candle.High), lastPrice),
            Math.Min(Price(candle.Low), lastPrice)
        );
    }

    private decimal Price(long ticks) => PowerOfTen.FromUnits(ticks, pair.QuotePrecision);
}
