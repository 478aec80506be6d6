namespace Exchange.Charts;

/// <summary>Bars of block characters, in eighths of a cell.</summary>
internal static class Blocks
{
    private const string Upwards = " ▁▂▃▄▅▆▇█";
    private const string Rightwards = " ▏▎▍▌▋▊▉█";

    /// <summary>A horizontal bar; what is more than nothing is seen.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="columns">The length of a whole bar.</param>
    public static string Bar(double fraction, int columns)
    {
        var eighths = Eighths(fraction, columns);
        return (new string('█', eighths / 8) + Rightwards[eighths % 8]).TrimEnd();
    }

    /// <summary>The part of a vertical bar that is seen in one row.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <param name="rows">The height of a whole bar.</param>
    /// <param name="row">Which row, 0 at the top.</param>
    public static char Cell(double fraction, int rows, int row) =>
        Upwards[Math.Clamp(Eighths(fraction, rows) - ((rows - 1 - row) * 8), 0, 8)];

    private static int Eighths(double fraction, int cells) =>
        fraction <= 0 || cells <= 0 ? 0 : Math.Clamp((int)Math.Round(fraction * cells * 8), 1, cells * 8);
}
