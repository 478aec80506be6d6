using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>The pairs and their rules: decimals, limits, maintenance (T10). Needs no account.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProTradingPair")]
[OutputType(typeof(BitoProTradingPair))]
public sealed class GetBitoProTradingPairCommand : ExchangeCmdlet
{
    /// <summary>Only pairs that match, wildcards allowed: <c>*_twd</c>.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string[] Pair { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var pairs = await Runtime.BitoPro.PublicClient(Listener).GetTradingPairsAsync(cancel);
        var patterns = Array.ConvertAll(Pair, text => new WildcardPattern(text, WildcardOptions.IgnoreCase));
        foreach (var pair in pairs)
        {
            if (patterns.Length == 0 || Array.Exists(patterns, pattern => pattern.IsMatch(pair.Pair)))
            {
                WriteObject(pair);
            }
        }
    }
}
