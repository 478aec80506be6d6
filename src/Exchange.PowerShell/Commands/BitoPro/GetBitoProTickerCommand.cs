using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Last price and 24-hour figures of pairs, or of every pair (T1). Needs no account.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProTicker")]
[OutputType(typeof(BitoProTicker))]
public sealed class GetBitoProTickerCommand : ExchangeCmdlet
{
    /// <summary>Lower-case pairs; without them every pair.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string[] Pair { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PublicClient(Listener);
        IReadOnlyList<string?> asked = Pair.Length == 0 ? [null] : [.. Pair];
        await EachAsync(
            asked,
            async pair => WriteObject(await client.GetTickersAsync(pair, cancel), enumerateCollection: true)
        );
    }
}
