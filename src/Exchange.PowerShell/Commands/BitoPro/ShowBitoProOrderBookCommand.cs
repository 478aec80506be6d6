using System.Management.Automation;
using Exchange.Charts;

namespace Exchange.PowerShell.Commands;

/// <summary>The order book of a pair (T2) as a picture: a ladder in the terminal, or its depth as an SVG file. Needs no account.</summary>
[Cmdlet(
    VerbsCommon.Show,
    "BitoProOrderBook",
    SupportsShouldProcess = true,
    DefaultParameterSetName = "Terminal",
    ConfirmImpact = ConfirmImpact.Low
)]
[OutputType(typeof(string), ParameterSetName = ["Terminal"])]
[OutputType(typeof(FileInfo), ParameterSetName = ["File"])]
public sealed class ShowBitoProOrderBookCommand : ExchangeCmdlet
{
    private const int UsualLimit = 10;
    private const int UsualLimitInFile = 50;

    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>Levels a side: 1, 5, 10, 20, 30 or 50; without it 10, or 50 in a file.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(BookLimitCompleter))]
    public int? Limit { get; set; }

    /// <summary>How coarsely prices are merged, 0 up to the pair's OrderBookQuoteScaleLevel.</summary>
    [Parameter]
    public int? Scale { get; set; }

    /// <summary>Columns; without it the window's.</summary>
    [Parameter(ParameterSetName = "Terminal")]
    [ValidateRange(TerminalScreen.LeastWidth, TerminalScreen.MostWidth)]
    public int? Width { get; set; }

    /// <summary>Writes the depth to this .svg file instead, and emits the file.</summary>
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
        var depth = await DepthAsync(Limit ?? UsualLimit, cancel);
        var colour = TerminalScreen.HasColour(Host, SessionState, Runtime.Environment);
        var width = Width ?? TerminalScreen.WidthOf(Host);
        WriteObject(OrderBookLadder.Lines(depth, width, colour), enumerateCollection: true);
    }

    private async Task WriteFileAsync(CancellationToken cancel)
    {
        var file = PictureFile.At(Path, SessionState, Force);
        if (IsWanted(file.ToString(), Language.Choose("Write a picture", "寫入圖檔")))
        {
            WriteObject(file.Write(OrderBookSvg.Draw(await DepthAsync(Limit ?? UsualLimitInFile, cancel))));
        }
    }

    private async Task<OrderBookDepth> DepthAsync(int limit, CancellationToken cancel) =>
        BitoProPictures.DepthOf(
            await Runtime.BitoPro.PublicClient(Listener).GetOrderBookAsync(Pair, limit, Scale, cancel)
        );
}
