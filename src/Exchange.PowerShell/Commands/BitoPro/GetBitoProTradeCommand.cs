using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>The latest public trades of pairs (T3). Needs no account.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProTrade")]
[OutputType(typeof(BitoProTrade))]
public sealed class GetBitoProTradeCommand : ExchangeCmdlet
{
    /// <summary>Lower-case pairs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string[] Pair { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PublicClient(Listener);
        await EachAsync(
            Pair,
            async pair => WriteObject(await client.GetTradesAsync(pair, cancel), enumerateCollection: true)
        );
    }
}
