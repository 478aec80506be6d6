using System.Collections.Concurrent;

namespace Exchange.PowerShell;

/// <summary>
/// Runs an asynchronous cmdlet body on the pipeline thread: what follows an await comes back here, so that the body can
/// write to the engine wherever it is.
/// </summary>
internal sealed class PipelinePump : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Run, object? State)> _queue = [];

    /// <summary>Runs <paramref name="body"/> to its end on the calling thread and throws what it threw.</summary>
    public void Run(Func<Task> body)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var task = body();
            // Completing the queue ends the loop below; what was posted before is still run.
            _ = task.ContinueWith(
                _ => _queue.CompleteAdding(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            foreach (var (run, state) in _queue.GetConsumingEnumerable())
            {
                run(state);
            }
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs <paramref name="action"/> on the pipeline thread, soon; dropped when the body has ended.</summary>
    public void Post(Action action) => Post(_ => action(), null);

    /// <summary>Runs <paramref name="question"/> on the pipeline thread and brings back its answer.</summary>
    public Task<T> AskAsync<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                answer.SetResult(question());
            }
#pragma warning disable CA1031 // Whatever the engine throws belongs to the asker, who rethrows it on this thread.
            catch (Exception trouble)
            {
                answer.SetException(trouble);
            }
#pragma warning restore CA1031
        });
        return answer.Task;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _queue.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            // The body has ended; only tales of finished requests come this late.
            return;
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();
}
