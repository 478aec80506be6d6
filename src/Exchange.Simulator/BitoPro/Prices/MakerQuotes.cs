using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Prices;

/// <summary>The market makers of one pair: they quote many levels on both sides of the reference price, seeded.</summary>
internal sealed class MakerQuotes(TradingPair pair, Account house, ulong seed)
{
    /// <summary>T2 shows up to 50 levels; some more are kept behind them.</summary>
    private const int Levels = 60;

    private const double LevelDistance = 0.0002;
    private const double TypicalTwd = 200_000;
    private const double TwoOrdersShare = 0.25;

    private readonly List<Order> _quotes = [];
    private readonly double _priceUnits = Math.Pow(10, pair.QuotePrecision);
    private readonly double _amountUnits = Math.Pow(10, pair.AmountPrecision);
    private readonly double _typicalBase =
        TypicalTwd
        / Array.Find(Coin.All, coin => string.Equals(coin.Code, pair.Base, StringComparison.Ordinal))!.ReferenceTwd;

    /// <summary>Whether one side has been bought or sold out.</summary>
    public bool IsExhausted =>
        !_quotes.Exists(quote => quote is { IsOpen: true, IsBuy: true })
        || !_quotes.Exists(quote => quote is { IsOpen: true, IsBuy: false });

    /// <summary>Withdraws all quotes and quotes anew around <paramref name="mid"/>; a quote that crosses a customer's order fills it.</summary>
    public void Requote(MatchingEngine engine, double mid, long salt, long nowMs)
    {
        foreach (var quote in _quotes.Where(quote => quote.IsOpen))
        {
            engine.Cancel(quote, nowMs);
        }
        _quotes.Clear();
        Quote(engine, OrderSide.Buy, mid, salt, nowMs);
        Quote(engine, OrderSide.Sell, mid, salt, nowMs);
    }

    private void Quote(MatchingEngine engine, OrderSide side, double mid, long salt, long nowMs)
    {
        var outwards = side == OrderSide.Buy ? -1 : 1;
        var distance = TradeTape.HalfSpread;
        var last = (long)Math.Round(mid * _priceUnits);
        for (var level = 0; level < Levels; level++)
        {
            var hash = SeededNoise.Hash(seed, salt, outwards * (level + 1));
            var ticks = (long)Math.Round(mid * (1 + outwards * distance) * _priceUnits);
            // Where the tick is coarse, levels still differ by at least one.
            last = side == OrderSide.Buy ? Math.Min(ticks, last - 1) : Math.Max(ticks, last + 1);
            if (last <= 0)
            {
                return;
            }
            var size = _typicalBase * (0.3 + 1.4 * SeededNoise.ToUnit(hash)) * (1 + 0.1 * level);
            Place(engine, side, last, size, nowMs);
            if (SeededNoise.Unit(hash, 2) < TwoOrdersShare)
            {
                Place(engine, side, last, size / 2, nowMs);
            }
            distance += LevelDistance * (0.5 + SeededNoise.Unit(hash, 1));
        }
    }

    private void Place(MatchingEngine engine, OrderSide side, long ticks, double size, long nowMs)
    {
        var units = Math.Max(1, (long)Math.Round(size * _amountUnits));
        var quote = new Order
        {
            Number = 0,
            Owner = house,
            Pair = pair,
            Side = side,
            Type = OrderType.Limit,
            Price = PowerOfTen.FromUnits(ticks, pair.QuotePrecision),
            OriginalAmount = PowerOfTen.FromUnits(units, pair.AmountPrecision),
            CreatedMs = nowMs,
        };
        _quotes.Add(quote);
        engine.Submit(quote, lastPrice: 0, nowMs);
    }
}
