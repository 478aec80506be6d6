using System.Collections.Concurrent;

namespace Exchange.Simulator.BitoPro.Prices;

/// <summary>Candles of any range, summed from the tape and from the venue's own trades. Finished hours are kept.</summary>
internal sealed class CandleSeries(TradeTape tape)
{
    private const long MinutesPerHour = 60;

    private readonly ConcurrentDictionary<long, Candle> _ownMinutes = new();
    private readonly ConcurrentDictionary<long, Candle> _hours = new();

    /// <summary>Adds a trade that happened on this venue's book.</summary>
    public void Add(in PublicTrade trade)
    {
        var minute = trade.TimeMs / TradeTape.MinuteMs;
        _ownMinutes[minute] = _ownMinutes.GetValueOrDefault(minute).With(Candle.Of(trade));
        _hours.TryRemove(minute / MinutesPerHour, out _);
    }

    /// <summary>The trades from <paramref name="fromMs"/> to before <paramref name="toMs"/>, both at whole minutes, none after now.</summary>
    public Candle Range(long fromMs, long toMs, long nowMs)
    {
        var minute = fromMs / TradeTape.MinuteMs;
        var end = Math.Min(toMs / TradeTape.MinuteMs, nowMs / TradeTape.MinuteMs + 1);
        var candle = default(Candle);
        while (minute < end)
        {
            if (minute % MinutesPerHour == 0 && minute + MinutesPerHour <= end)
            {
                candle = candle.With(Hour(minute / MinutesPerHour, nowMs));
                minute += MinutesPerHour;
                continue;
            }
            candle = candle.With(Minute(minute, nowMs));
            minute++;
        }
        return candle;
    }

    private Candle Hour(long hour, long nowMs)
    {
        if (_hours.TryGetValue(hour, out var known))
        {
            return known;
        }
        var candle = default(Candle);
        for (var minute = hour * MinutesPerHour; minute < (hour + 1) * MinutesPerHour; minute++)
        {
            candle = candle.With(Minute(minute, nowMs));
        }
        if ((hour + 1) * MinutesPerHour * TradeTape.MinuteMs <= nowMs)
        {
            _hours[hour] = candle;
        }
        return candle;
    }

    private Candle Minute(long minute, long nowMs)
    {
        Span<PublicTrade> trades = stackalloc PublicTrade[TradeTape.MostPerMinute];
        var candle = _ownMinutes.IsEmpty ? default : _ownMinutes.GetValueOrDefault(minute);
        foreach (ref readonly var trade in trades[..tape.Minute(minute, trades)])
        {
            if (trade.TimeMs <= nowMs)
            {
                candle = candle.With(Candle.Of(trade));
            }
        }
        return candle;
    }
}
