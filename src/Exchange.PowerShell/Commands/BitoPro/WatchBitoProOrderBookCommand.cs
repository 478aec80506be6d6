using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Order books of pairs, whole each time, at once and whenever they change, until it is stopped. Amounts are exact in the first
/// book and rounded by the service in the later ones. Needs no account.
/// </summary>
[Cmdlet(VerbsCommon.Watch, "BitoProOrderBook")]
[OutputType(typeof(BitoProOrderBook))]
public sealed class WatchBitoProOrderBookCommand : WatchPairCmdlet
{
    /// <summary>Levels a side: 1, 5, 10, 20, 30 or 50; the service's default is 5.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BookLimitCompleter))]
    public int? Limit { get; set; }

    private protected override Task WatchAsync(
        BitoProStreamClient streams,
        IReadOnlyList<string> pairs,
        CancellationToken cancel
    ) => WatchAsync(end => streams.WatchOrderBooksAsync(pairs, Limit, end), cancel);
}
