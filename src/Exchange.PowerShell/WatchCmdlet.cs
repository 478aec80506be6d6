using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>What every cmdlet has that watches a live stream: it ends by Ctrl+C, by <c>-First</c>, by <c>-TimeoutSec</c>, or with the pipeline.</summary>
public abstract class WatchCmdlet : ExchangeCmdlet
{
    // A timer waits 24 days at most.
    private const int LongestTimeout = 2_000_000;

    /// <summary>Ends after so many objects.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>Ends after so many seconds, without an error and whatever has come until then.</summary>
    [Parameter]
    [ValidateRange(1, LongestTimeout)]
    public int? TimeoutSec { get; set; }

    private protected override bool IsEndless => true;

    /// <summary>Writes objects as they come.</summary>
    private protected async Task WatchAsync<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> watch,
        CancellationToken cancel
    )
    {
        var limit = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan;
        using var over = new CancellationTokenSource(limit, Runtime.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        try
        {
            await WriteAllAsync(watch(either.Token), First, either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            WriteVerbose($"The {TimeoutSec} seconds are over.");
        }
    }
}
