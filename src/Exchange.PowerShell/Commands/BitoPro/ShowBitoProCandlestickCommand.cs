using System.Management.Automation;
using System.Management.Automation.Host;
using Exchange.BitoPro;
using Exchange.Charts;

namespace Exchange.PowerShell.Commands;

/// <summary>A candle chart of a pair in the terminal (T4). Needs no account.</summary>
[Cmdlet(VerbsCommon.Show, "BitoProCandlestick")]
[OutputType(typeof(string))]
public sealed class ShowBitoProCandlestickCommand : ExchangeCmdlet
{
    private const int DefaultWidth = 80;

    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>1m 5m 15m 30m 1h 3h 4h 6h 12h 1d 1w 1M; case matters.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ResolutionCompleter))]
    public string Resolution { get; set; } = "1h";

    /// <summary>Columns; without it the window's.</summary>
    [Parameter]
    [ValidateRange(20, 500)]
    public int? Width { get; set; }

    /// <summary>Lines of the plot.</summary>
    [Parameter]
    [ValidateRange(4, 100)]
    public int Height { get; set; } = 14;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var width = Width ?? WindowWidth();
        var now = Runtime.Clock.GetUtcNow();
        var candles = await Runtime
            .BitoPro.PublicClient(Listener)
            .GetCandlesticksAsync(Pair, Resolution, CandlestickSpan.Before(now, Resolution, width), now, cancel);
        var drawn = candles.Select(Drawn).OfType<Candle>().OrderBy(candle => candle.Time).ToList();
        WriteObject(Heading(drawn, width));
        WriteObject(CandlestickChart.Lines(drawn, width, Height, HasColour()), enumerateCollection: true);
    }

    private static Candle? Drawn(BitoProCandlestick candle) =>
        candle is { Time: { } time, Open: { } open, High: { } high, Low: { } low, Close: { } close }
            ? new Candle(time, open, high, low, close)
            : null;

    // A price that is cut off is another price: it is there whole or not at all.
    private string Heading(List<Candle> candles, int width)
    {
        var market = $"{Pair}  {Resolution}";
        var whole = $"{market}  {LastPrice(candles)}".TrimEnd();
        return whole.Length <= width ? whole : market[..Math.Min(market.Length, width)];
    }

    private static string LastPrice(List<Candle> candles) =>
        candles.Count == 0 ? "" : $"{Language.Choose("last", "最新")} {ExactDecimal.Format(candles[^1].Close)}";

    private int WindowWidth()
    {
        try
        {
            var width = Host.UI.RawUI.WindowSize.Width - 1;
            return Math.Clamp(width > 0 ? width : DefaultWidth, 20, 500);
        }
        catch (Exception trouble) when (trouble is HostException or NotImplementedException)
        {
            return DefaultWidth;
        }
    }

    private bool HasColour() =>
        string.IsNullOrEmpty(Runtime.Environment("NO_COLOR"))
        && Host?.UI?.SupportsVirtualTerminal == true
        && !Console.IsOutputRedirected;
}
