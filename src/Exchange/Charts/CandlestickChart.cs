using System.Globalization;
using System.Text;

namespace Exchange.Charts;

/// <summary>One candle to draw: quote per base.</summary>
public readonly record struct Candle(DateTimeOffset Time, decimal Open, decimal High, decimal Low, decimal Close);

/// <summary>Draws candles in a terminal: two half-rows a line, one column a candle, prices at the left, times below.</summary>
public static class CandlestickChart
{
    private const string Rising = "\u001b[32m";
    private const string Falling = "\u001b[31m";
    private const string Plain = "\u001b[0m";
    private const int Least = 4;

    /// <summary>The lines of the chart; the newest candles are kept when they do not all fit.</summary>
    /// <param name="candles">In the order of time.</param>
    /// <param name="width">Columns of the terminal, axis included.</param>
    /// <param name="height">Lines of the plot.</param>
    /// <param name="colour">Green and red, by escape sequences; without it falling bodies are drawn hollow.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Candle> candles, int width, int height, bool colour)
    {
        if (candles.Count == 0)
        {
            return [Language.Choose("(no candles)", "（沒有 K 線）")];
        }
        var labels = Labels(candles, height);
        var axis = labels.Max(label => label.Length) + 2;
        var shown = candles.TakeLast(Math.Max(Least, width - axis)).ToList();
        labels = Labels(shown, height);
        axis = labels.Max(label => label.Length) + 2;
        var scale = new Scale(shown, height * 2);
        var lines = new List<string>(height + 1);
        for (var row = 0; row < height; row++)
        {
            var label = row % 3 == 0 ? labels[row] : "";
            lines.Add(label.PadLeft(axis - 2) + " ┤" + Row(shown, scale, row, colour));
        }
        lines.Add(new string(' ', axis) + TimeAxis(shown));
        return lines;
    }

    private static string[] Labels(IReadOnlyList<Candle> candles, int height)
    {
        var scale = new Scale(candles, height * 2);
        return [.. Enumerable.Range(0, height).Select(row => PriceText(scale.PriceAt(row * 2), scale.Step))];
    }

    private static string Row(List<Candle> candles, Scale scale, int row, bool colour)
    {
        var line = new StringBuilder();
        foreach (var candle in candles)
        {
            var glyph = Glyph(candle, scale, row * 2, hollow: !colour && candle.Close < candle.Open);
            if (colour && glyph != ' ')
            {
                line.Append(candle.Close >= candle.Open ? Rising : Falling).Append(glyph).Append(Plain);
                continue;
            }
            line.Append(glyph);
        }
        return line.ToString().TrimEnd();
    }

    // Half-rows count from the top. A cell shows, for its upper and its lower half, body, wick or nothing.
    private static char Glyph(Candle candle, Scale scale, int top, bool hollow)
    {
        var upper = Part(candle, scale, top);
        var lower = Part(candle, scale, top + 1);
        return (upper, lower) switch
        {
            ('b', 'b') => hollow ? '░' : '█',
            ('b', 'w') => hollow ? '╿' : '▀',
            ('w', 'b') => hollow ? '╽' : '▄',
            ('b', _) => hollow ? '╵' : '▀',
            (_, 'b') => hollow ? '╷' : '▄',
            ('w', 'w') => '│',
            ('w', _) => '╵',
            (_, 'w') => '╷',
            _ => ' ',
        };
    }

    private static char Part(Candle candle, Scale scale, int half)
    {
        if (half < scale.RowOf(candle.High) || half > scale.RowOf(candle.Low))
        {
            return ' ';
        }
        var bodyTop = scale.RowOf(Math.Max(candle.Open, candle.Close));
        var bodyEnd = scale.RowOf(Math.Min(candle.Open, candle.Close));
        return half >= bodyTop && half <= bodyEnd ? 'b' : 'w';
    }

    private static string TimeAxis(List<Candle> candles)
    {
        var first = TimeText(candles[0].Time);
        var last = TimeText(candles[^1].Time);
        var gap = candles.Count - first.Length - last.Length;
        return gap > 0 ? first + new string(' ', gap) + last : first;
    }

    private static string TimeText(DateTimeOffset time) =>
        time.ToLocalTime().ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string PriceText(decimal price, decimal step)
    {
        var decimals = 0;
        for (var unit = step; unit is > 0 and < 1 && decimals < 8; unit *= 10)
        {
            decimals++;
        }
        return price.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }

    private readonly struct Scale
    {
        private readonly decimal _high;

        public Scale(IReadOnlyList<Candle> candles, int rows)
        {
            _high = candles.Max(candle => candle.High);
            var low = candles.Min(candle => candle.Low);
            Step = Math.Max((_high - low) / Math.Max(1, rows - 1), 0.00000001m);
        }

        public decimal Step { get; }

        public int RowOf(decimal price) => (int)decimal.Round((_high - price) / Step);

        public decimal PriceAt(int row) => _high - (row * Step);
    }
}
