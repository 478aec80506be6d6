namespace Exchange.Charts;

/// <summary>How candles are drawn in a terminal.</summary>
public sealed record CandlestickChartOptions
{
    /// <summary>Columns of the terminal; no line is wider.</summary>
    public required int Width { get; init; }

    /// <summary>Lines of the plot, volume included.</summary>
    public required int Height { get; init; }

    /// <summary>Green and red, by escape sequences; without it falling bodies are drawn hollow.</summary>
    public bool Colour { get; init; }

    /// <summary>Bars of volume in the lowest fifth of the plot, if there is room and volume.</summary>
    public bool Volume { get; init; } = true;

    /// <summary>Keeps so few of the newest candles that there is a blank between two.</summary>
    public bool Spaced { get; init; }

    private const int LeastForVolume = 10;

    internal int VolumeRows(CandlestickSeries series) =>
        Volume && Height >= LeastForVolume && series.MostVolume > 0 ? Height / 5 : 0;

    /// <summary>How many candles fit beside an axis of so many columns.</summary>
    internal int MostCandles(int axisWidth) => Math.Max(1, (Width - axisWidth) / (Spaced ? 2 : 1));
}
