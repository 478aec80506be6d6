namespace Exchange.Charts;

/// <summary>The round values of an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
internal sealed class RoundTicks
{
    private const decimal SmallestStep = 0.00000000000000000001m;

    private readonly int _decimals;

    private RoundTicks(IReadOnlyList<decimal> values, int decimals)
    {
        Values = values;
        _decimals = decimals;
    }

    /// <summary>From the lowest up.</summary>
    public IReadOnlyList<decimal> Values { get; }

    /// <summary>As many as there is room for, and never more.</summary>
    /// <param name="low">Where the axis begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="most">How many labels there is room for.</param>
    public static RoundTicks Between(decimal low, decimal high, int most)
    {
        var step = StepAbove((high - low) / Math.Max(1, most));
        if (high <= low || !IsStep(step, high))
        {
            return OneAt(low);
        }
        var ticks = Multiples(step, low, high, most);
        while (IsStep(StepBelow(step), high))
        {
            var finer = Multiples(StepBelow(step), low, high, most);
            if (finer.Count > most)
            {
                break;
            }
            (step, ticks) = (StepBelow(step), finer);
        }
        return ticks.Count is 0 || ticks.Count > most
            ? OneAt(low)
            : new RoundTicks(ticks, ExactDecimal.DecimalPlaces(step));
    }

    /// <summary>The label of one of the values, with as many decimals as all of them.</summary>
    public string Label(decimal value) => ExactDecimal.Format(value, _decimals);

    private static RoundTicks OneAt(decimal value) => new([value], ExactDecimal.DecimalPlaces(value));

    // A decimal has 28 digits: a step below the last of them would lead nowhere.
    private static bool IsStep(decimal step, decimal high) => step >= SmallestStep && high + step > high;

    private static List<decimal> Multiples(decimal step, decimal low, decimal high, int most)
    {
        var ticks = new List<decimal>();
        var rest = low % step;
        for (var tick = rest == 0 ? low : low - rest + step; tick <= high && ticks.Count <= most; tick += step)
        {
            ticks.Add(tick);
        }
        return ticks;
    }

    private static decimal StepAbove(decimal least)
    {
        var step = 1m;
        while (step < least)
        {
            step *= 10;
        }
        while (step > SmallestStep && StepBelow(step) >= least)
        {
            step = StepBelow(step);
        }
        return step;
    }

    // 1 is followed by 0.5, 0.5 by 0.2, 0.2 by 0.1; the first digit is the coefficient without its point and zeros.
    private static decimal StepBelow(decimal step) =>
        FirstDigit(step) == 5 ? ExactDecimal.Trim(step / 2.5m) : ExactDecimal.Trim(step / 2);

    private static int FirstDigit(decimal step)
    {
        var digits = step;
        while (digits < 1)
        {
            digits *= 10;
        }
        while (digits >= 10)
        {
            digits /= 10;
        }
        return (int)digits;
    }
}
