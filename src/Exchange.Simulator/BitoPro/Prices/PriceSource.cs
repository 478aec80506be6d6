using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.Prices;

namespace Exchange.Simulator.BitoPro.Prices;

/// <summary>The reference price of a pair: its coins' walks, times the moves that a test or a rehearsal made.</summary>
internal sealed class PriceSource(PriceWalk baseCoin, PriceWalk quoteCoin)
{
    private (long FromMs, double Factor)[] _moves = [];

    /// <summary>Quote per base without any moves.</summary>
    public double Unmoved(long ms) => baseCoin.At(ms) / quoteCoin.At(ms);

    public double At(long ms) => Unmoved(ms) * FactorAt(ms);

    /// <summary>By how much the moves made before an instant have changed the price.</summary>
    public double FactorAt(long ms)
    {
        var moves = _moves;
        for (var i = moves.Length - 1; i >= 0; i--)
        {
            if (moves[i].FromMs <= ms)
            {
                return moves[i].Factor;
            }
        }
        return 1;
    }

    /// <summary>Makes the price <paramref name="price"/> at an instant; from there the walk goes on. The past stays as it was.</summary>
    public void MoveTo(decimal price, long ms) =>
        _moves = [.. _moves.Where(move => move.FromMs < ms), (ms, (double)price / Unmoved(ms))];

    /// <summary>The sources of all pairs of a seed.</summary>
    public static PriceSource For(TradingPair pair, int seed) => new(Walk(pair.Base, seed), Walk(pair.Quote, seed));

    /// <summary>A coin's walk, TWD.</summary>
    public static PriceWalk Walk(string code, int seed)
    {
        var coin = Array.Find(Coin.All, coin => string.Equals(coin.Code, code, StringComparison.Ordinal))!;
        return new(SeededNoise.Derive(seed, $"walk/{code}"), coin.ReferenceTwd, coin.DailyVolatility);
    }
}
