using Exchange.Simulator.Prices;

namespace Exchange.Simulator.Okx.Trading;

/// <summary>Prices that stand for ten seconds each, so that it does not matter how often one looks.</summary>
internal sealed class OkxMarket
{
    /// <summary>How long a price stands, ms.</summary>
    public const long StepMs = 10_000;

    private readonly Dictionary<string, PriceWalk> _walks;
    private readonly Dictionary<string, List<(long FromMs, double Factor)>> _moves;

    public OkxMarket(int seed)
    {
        _walks = OkxInstrument.All.ToDictionary(
            one => one.Id,
            one => new PriceWalk(SeededNoise.Derive(seed, "okx/" + one.Id), one.Reference, one.DailyVolatility),
            StringComparer.Ordinal
        );
        _moves = OkxInstrument.All.ToDictionary(one => one.Id, _ => new List<(long, double)>(), StringComparer.Ordinal);
    }

    /// <summary>The last price at an instant.</summary>
    public decimal Last(OkxInstrument instrument, long ms)
    {
        var walked = _walks[instrument.Id].At(ms - ms % StepMs);
        foreach (var (fromMs, factor) in _moves[instrument.Id])
        {
            walked *= ms >= fromMs ? factor : 1;
        }
        return Math.Max(instrument.TickSize, ToTick((decimal)walked, instrument));
    }

    public decimal Bid(OkxInstrument instrument, long ms) =>
        Math.Max(instrument.TickSize, Last(instrument, ms) - instrument.TickSize);

    public decimal Ask(OkxInstrument instrument, long ms) => Last(instrument, ms) + instrument.TickSize;

    /// <summary>Moves the price from now on.</summary>
    /// <exception cref="ArgumentException">The price is not positive, or there is no such instrument.</exception>
    public void Move(string id, decimal price, long nowMs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);
        var instrument = OkxInstrument.Find(id);
        var unrounded = _walks[instrument.Id].At(nowMs - nowMs % StepMs);
        foreach (var (_, factor) in _moves[instrument.Id])
        {
            unrounded *= factor;
        }
        _moves[instrument.Id].Add((nowMs, (double)price / unrounded));
    }

    private static decimal ToTick(decimal price, OkxInstrument instrument) =>
        Math.Round(price / instrument.TickSize, MidpointRounding.AwayFromZero) * instrument.TickSize;
}
