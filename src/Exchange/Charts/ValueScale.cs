namespace Exchange.Charts;

/// <summary>
/// Where a value lies between two others: from 0 at the low one to 1 at the high one. The one place where a price or an amount
/// becomes a double: a picture has some thousand pixels. Differences are taken before, exactly, so that prices that differ by
/// 0.00000001 at 10^12 stay apart.
/// </summary>
internal readonly record struct ValueScale(decimal Low, decimal High)
{
    /// <summary>From 0 to 1; when there is only one value, the middle, or 0 if it is nothing.</summary>
    public double Fraction(decimal value)
    {
        if (High <= Low)
        {
            return value == 0 ? 0 : 0.5;
        }
        return Math.Clamp((double)(value - Low) / (double)(High - Low), 0, 1);
    }
}
