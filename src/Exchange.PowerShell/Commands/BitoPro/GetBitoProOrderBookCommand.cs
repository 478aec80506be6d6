using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Order books (T2). Needs no account.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProOrderBook")]
[OutputType(typeof(BitoProOrderBook))]
public sealed class GetBitoProOrderBookCommand : ExchangeCmdlet
{
    /// <summary>Lower-case pairs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string[] Pair { get; set; } = [];

    /// <summary>Levels a side: 1, 5, 10, 20, 30 or 50; the service's default is 5.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BookLimitCompleter))]
    public int? Limit { get; set; }

    /// <summary>How coarsely prices are merged, 0 up to the pair's OrderBookQuoteScaleLevel.</summary>
    [Parameter]
    public int? Scale { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PublicClient(Listener);
        await EachAsync(Pair, async pair => WriteObject(await client.GetOrderBookAsync(pair, Limit, Scale, cancel)));
    }
}
