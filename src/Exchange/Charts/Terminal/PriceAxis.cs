namespace Exchange.Charts;

/// <summary>The left edge of a candle chart: labels at round prices, each in the row in which its price lies.</summary>
internal sealed class PriceAxis
{
    private const string LabelledEdge = " ┤";
    private const string Edge = " │";
    private const int LeastColumns = 8;
    private const int RowsPerLabel = 3;

    private readonly string[] _labels;
    private readonly string _volume;
    private readonly int _labelWidth;

    private PriceAxis(CandlestickSeries series, int rows, bool hasVolume)
    {
        Rows = rows;
        Scale = new ValueScale(series.Low, series.High);
        _labels = Labels(Scale, rows);
        _volume = hasVolume ? ShortAmount.Of(series.MostVolume) : "";
        _labelWidth = Math.Max(_volume.Length, _labels.Max(label => label.Length));
    }

    /// <summary>Rows of the prices.</summary>
    public int Rows { get; }

    /// <summary>The prices of the lowest and the highest row.</summary>
    public ValueScale Scale { get; }

    /// <summary>Columns of the axis; 0 where labels would leave no room for candles.</summary>
    public int Width { get; private set; }

    /// <summary>The axis of the newest candles that fit beside it.</summary>
    public static PriceAxis For(CandlestickSeries series, CandlestickChartOptions options)
    {
        var volumeRows = options.VolumeRows(series);
        var axis = Of(0);
        var reserved = 0;
        // Fewer candles have other prices and so other labels, which can be longer and leave room for fewer candles still.
        while (axis._labelWidth + Edge.Length > reserved)
        {
            reserved = axis._labelWidth + Edge.Length;
            if (options.Width - reserved < LeastColumns)
            {
                return Of(0);
            }
            axis = Of(reserved);
        }
        axis.Width = reserved;
        return axis;

        PriceAxis Of(int width) =>
            new(series.Newest(options.MostCandles(width)), options.Height - volumeRows, volumeRows > 0);
    }

    /// <summary>The axis in a row of the prices.</summary>
    public string Label(int row) => Padded(_labels[row]);

    /// <summary>The axis in a row of the volume: the most that was traded stands at the top.</summary>
    public string VolumeLabel(int row) => Padded(row == 0 ? _volume : "");

    private string Padded(string label) =>
        Width == 0 ? "" : label.PadLeft(Width - Edge.Length) + (label.Length > 0 ? LabelledEdge : Edge);

    private static string[] Labels(ValueScale scale, int rows)
    {
        var labels = new string[rows];
        Array.Fill(labels, "");
        var ticks = RoundTicks.Between(scale.Low, scale.High, Math.Max(2, rows / RowsPerLabel));
        foreach (var price in ticks.Values)
        {
            labels[CandleGlyphs.HalfRowOf(scale, price, rows) / 2] = ticks.Label(price);
        }
        return labels;
    }
}
