using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Candlesticks of pairs (T4). The service leaves out candles without trades. Needs no account.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProCandlestick")]
[OutputType(typeof(BitoProCandlestick))]
public sealed class GetBitoProCandlestickCommand : ExchangeCmdlet
{
    /// <summary>Lower-case pairs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string[] Pair { get; set; } = [];

    /// <summary>1m 5m 15m 30m 1h 3h 4h 6h 12h 1d 1w 1M; case matters.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ResolutionCompleter))]
    public string Resolution { get; set; } = "1h";

    /// <summary>First moment; without it 100 candles before the last.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? From { get; set; }

    /// <summary>Last moment; without it now.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? To { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PublicClient(Listener);
        var to = To ?? Runtime.Clock.GetUtcNow();
        var from = From ?? CandlestickSpan.Before(to, Resolution, 100);
        await EachAsync(
            Pair,
            async pair =>
                WriteObject(
                    await client.GetCandlesticksAsync(pair, Resolution, from, to, cancel),
                    enumerateCollection: true
                )
        );
    }
}
