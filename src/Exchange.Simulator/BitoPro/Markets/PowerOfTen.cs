namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>Exact powers of ten, and rounding to them.</summary>
internal static class PowerOfTen
{
    /// <summary>10 to the minus <paramref name="decimals"/>.</summary>
    public static decimal Fraction(int decimals) => new(1, 0, 0, isNegative: false, (byte)decimals);

    /// <summary>The number of <paramref name="decimals"/> as an integer count of the smallest unit.</summary>
    public static decimal FromUnits(long units, int decimals)
    {
        var magnitude = (ulong)Math.Abs(units);
        return new((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, units < 0, (byte)decimals);
    }

    /// <summary>Rounds towards zero.</summary>
    public static decimal Floor(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.ToZero);

    /// <summary>The number of decimals that a value needs.</summary>
    public static int DecimalsOf(decimal value)
    {
        var scale = value.Scale;
        while (scale > 0 && Math.Round(value, scale - 1, MidpointRounding.ToZero) == value)
        {
            scale--;
        }
        return scale;
    }
}
