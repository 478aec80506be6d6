namespace Exchange.Charts;

/// <summary>A rectangle of a picture in which values are drawn, in pixels.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Inset">What is left free above the highest and below the lowest value.</param>
internal readonly record struct SvgPlot(double Left, double Top, double Right, double Bottom, double Inset = 0)
{
    public double Width => Right - Left;

    /// <summary>Where a fraction of the height lies; 0 is below.</summary>
    public double Y(double fraction) => Bottom - Inset - (fraction * (Bottom - Top - (2 * Inset)));

    /// <summary>Where a fraction of the width lies; 0 is at the left.</summary>
    public double X(double fraction) => Left + Inset + (fraction * (Right - Left - (2 * Inset)));
}
