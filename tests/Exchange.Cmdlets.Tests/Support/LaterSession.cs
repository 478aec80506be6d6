using Exchange.Engine;
using Exchange.Http;
using Exchange.PowerShell;
using Exchange.Testing;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>The user of a shell comes back when no request of before can be under way any more.</summary>
internal sealed class LaterSession(ProcessHarness shell) : IAsyncDisposable
{
    private readonly ManualClock _clock = new(DateTimeOffset.UtcNow + (2 * Desk.AttemptResolver.QuietAfter));
    private ExchangeRuntime? _runtime;

    /// <summary>Runs a line to its end; whenever it waits on the clock, the clock moves.</summary>
    public async Task<CmdletRun> RunAsync(string line)
    {
        _runtime ??= new ExchangeRuntime(
            _clock,
            name => shell.Variables.GetValueOrDefault(name),
            () => 0.5,
            new ApiTransport(TimeProvider.System)
        );
        var running = Task.Factory.StartNew(
            () =>
            {
                ExchangeRuntime.Use(_runtime);
                return new CmdletPipeline().Run(CommandText.Read(line), input: null);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        await _clock.LeapUntilDone(running.ContinueWith(_ => { }, TaskScheduler.Default));
        var run = await running;
        run.Done();
        return run;
    }

    public ValueTask DisposeAsync()
    {
        _runtime?.Dispose();
        return ValueTask.CompletedTask;
    }
}
