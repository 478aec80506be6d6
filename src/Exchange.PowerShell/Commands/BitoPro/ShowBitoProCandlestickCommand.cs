using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Charts;

namespace Exchange.PowerShell.Commands;

/// <summary>A candle chart of a pair (T4): in the terminal, or as an SVG file that a browser opens. Needs no account.</summary>
[Cmdlet(
    VerbsCommon.Show,
    "BitoProCandlestick",
    SupportsShouldProcess = true,
    DefaultParameterSetName = "Terminal",
    ConfirmImpact = ConfirmImpact.Low
)]
[OutputType(typeof(string), ParameterSetName = ["Terminal"])]
[OutputType(typeof(FileInfo), ParameterSetName = ["File"])]
public sealed class ShowBitoProCandlestickCommand : ExchangeCmdlet
{
    private const int UsualCountInFile = 120;

    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>1m 5m 15m 30m 1h 3h 4h 6h 12h 1d 1w 1M; case matters.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ResolutionCompleter))]
    public string Resolution { get; set; } = "1h";

    /// <summary>At most so many candles, the newest; without it a window full, or 120 in a file.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? Count { get; set; }

    /// <summary>First moment; without it -Count candles before the last.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? From { get; set; }

    /// <summary>Last moment; without it now.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? To { get; set; }

    /// <summary>Columns; without it the window's.</summary>
    [Parameter(ParameterSetName = "Terminal")]
    [ValidateRange(TerminalScreen.LeastWidth, TerminalScreen.MostWidth)]
    public int? Width { get; set; }

    /// <summary>Lines of the plot, volume included.</summary>
    [Parameter(ParameterSetName = "Terminal")]
    [ValidateRange(4, 100)]
    public int Height { get; set; } = 16;

    /// <summary>Leaves out the bars of volume.</summary>
    [Parameter(ParameterSetName = "Terminal")]
    public SwitchParameter NoVolume { get; set; }

    /// <summary>Writes the chart to this .svg file instead, and emits the file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "File")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(ParameterSetName = "File")]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel) =>
        ParameterSetName is "File" ? WriteFileAsync(cancel) : WriteLinesAsync(cancel);

    private async Task WriteLinesAsync(CancellationToken cancel)
    {
        var width = Width ?? TerminalScreen.WidthOf(Host);
        var options = new CandlestickChartOptions
        {
            Width = width,
            Height = Height,
            Colour = TerminalScreen.HasColour(Host, SessionState, Runtime.Environment),
            Volume = !NoVolume,
            Spaced = Count is null,
        };
        WriteObject(
            CandlestickChart.Lines(await SeriesAsync(Count ?? width / 2, cancel), options),
            enumerateCollection: true
        );
    }

    private async Task WriteFileAsync(CancellationToken cancel)
    {
        var file = PictureFile.At(Path, SessionState, Force);
        if (IsWanted(file.ToString(), Language.Choose("Write a picture", "寫入圖檔")))
        {
            WriteObject(file.Write(CandlestickSvg.Draw(await SeriesAsync(Count ?? UsualCountInFile, cancel))));
        }
    }

    private async Task<CandlestickSeries> SeriesAsync(int count, CancellationToken cancel)
    {
        var to = To ?? Runtime.Clock.GetUtcNow();
        var from = From ?? CandlestickSpan.Before(to, Resolution, count);
        var client = Runtime.BitoPro.PublicClient(Listener);
        var candles = await client.GetCandlesticksAsync(Pair, Resolution, from, to, cancel);
        return BitoProPictures.SeriesOf(Pair, Resolution, candles, count, Runtime.Clock.LocalTimeZone);
    }
}
