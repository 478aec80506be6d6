namespace Exchange.Simulator.Prices;

/// <summary>
/// A price at any instant, past or future: noise of several periods laid over each other, so that it looks
/// like a walk and costs the same wherever it is asked for.
/// </summary>
internal sealed class PriceWalk(ulong seed, double reference, double dailyVolatility)
{
    private const double DayMs = 86_400_000;

    private static readonly (long PeriodMs, double Weight)[] Octaves =
    [
        .. new[]
        {
            64 * DayMs,
            16 * DayMs,
            4 * DayMs,
            DayMs,
            DayMs / 4,
            DayMs / 16,
            DayMs / 64,
            DayMs / 256,
            DayMs / 1024,
        }.Select(period => ((long)period, 0.8 * Math.Sqrt(period / DayMs))),
    ];

    /// <summary>The price at Unix ms, in the unit of the reference.</summary>
    public double At(long ms)
    {
        if (dailyVolatility == 0)
        {
            return reference;
        }
        var drift = 0.0;
        for (var octave = 0; octave < Octaves.Length; octave++)
        {
            var (period, weight) = Octaves[octave];
            var cell = Math.DivRem(ms, period, out var inside);
            var from = Knot(cell, octave);
            drift += weight * (from + (Knot(cell + 1, octave) - from) * inside / period);
        }
        return reference * Math.Exp(dailyVolatility * drift);
    }

    private double Knot(long cell, int octave) => 2 * SeededNoise.Unit(seed, cell, octave + 1) - 1;
}
