using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell;

/// <summary>Watches pairs of BitoPro, all of the pipeline over one connection.</summary>
public abstract class WatchPairCmdlet : WatchCmdlet
{
    private readonly List<string> _pairs = [];
    private BitoProStreamClient? _streams;

    /// <summary>Lower-case pairs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string[] Pair { get; set; } = [];

    /// <inheritdoc/>
    protected sealed override Task BeginAsync(CancellationToken cancel)
    {
        _streams = Runtime.BitoPro.PublicStreams(Listener);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override Task ProcessAsync(CancellationToken cancel) =>
        EachAsync(
            Pair,
            pair =>
            {
                _pairs.Add(_streams!.CheckedPair(pair));
                return Task.CompletedTask;
            }
        );

    /// <inheritdoc/>
    protected sealed override Task EndAsync(CancellationToken cancel) =>
        _pairs.Count == 0 ? Task.CompletedTask : WatchAsync(_streams!, _pairs, cancel);

    /// <summary>Watches the pairs; there is at least one.</summary>
    private protected abstract Task WatchAsync(
        BitoProStreamClient streams,
        IReadOnlyList<string> pairs,
        CancellationToken cancel
    );
}
