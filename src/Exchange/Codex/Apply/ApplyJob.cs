using Exchange.Codex.Locks;
using Exchange.Codex.Store;

namespace Exchange.Codex.Apply;

/// <summary>
/// Stop the gateway, write the login, start the gateway (codex-auth.md section 6, steps 4 to 8). What was stopped is started again, whatever
/// happened in between.
/// </summary>
internal sealed class ApplyJob(
    ApplyPayload payload,
    CodexPlaces places,
    string folder,
    LockFile held,
    TimeProvider clock,
    Func<decimal> random,
    GatewayLimits limits
)
{
    private readonly GatewayCli _gateway = new(payload.Gateway, limits);
    private readonly ApplyLog _log = new(folder, payload.JobId, clock);
    private readonly List<CodexStepError> _errors = [];
    private ApplyStatus _status = new()
    {
        JobId = payload.JobId,
        ProfileId = payload.ProfileId,
        ProcessId = Environment.ProcessId,
        State = ApplyState.Queued,
        StartedAt = clock.GetUtcNow(),
        ChangedAt = clock.GetUtcNow(),
    };

    /// <summary>Says that the job has begun: from now on it is found by its status.</summary>
    public void Announce() => Enter(ApplyState.Queued);

    /// <summary>True when the login was written and the gateway is as it was.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        try
        {
            if (await PreflightAsync(cancel).ConfigureAwait(false))
            {
                await StopWriteStartAsync(cancel).ConfigureAwait(false);
            }
        }
        catch (ExchangeException trouble)
        {
            Note("preflight", CodexError.ShortId(trouble));
        }
        catch (OperationCanceledException)
        {
            Note("verify", "time_limit");
        }
        _status = _status with { FinishedAt = clock.GetUtcNow() };
        Enter(_errors.Count == 0 ? ApplyState.Succeeded : ApplyState.Failed);
        return _errors.Count == 0;
    }

    private async Task<bool> PreflightAsync(CancellationToken cancel)
    {
        var (isRunning, answer) = await _gateway.StatusAsync(cancel).ConfigureAwait(false);
        if (isRunning is null)
        {
            Note("preflight", answer.Trouble);
            return false;
        }
        _status = _status with { WasRunning = isRunning };
        return true;
    }

    private async Task StopWriteStartAsync(CancellationToken cancel)
    {
        try
        {
            if (_status.WasRunning == true)
            {
                Enter(ApplyState.Stopping);
                if (await _gateway.StopAsync(cancel).ConfigureAwait(false) is { Worked: false } answer)
                {
                    // Nothing is written behind the back of a gateway that may still run.
                    Note("stop", answer.Trouble);
                    return;
                }
            }
            Enter(ApplyState.Writing);
            await WriteAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            if (_status.WasRunning == true)
            {
                await StartAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        var store = new AuthStore(places, clock, random);
        try
        {
            var written = await store
                .WriteAsync(payload.ProfileId, payload.Tokens, payload.SetOrder, payload.Force, cancel)
                .ConfigureAwait(false);
            _status = _status with
            {
                Backup = written.BackupPath,
                RevertCommand = RevertCommand.For(places.StorePath, written.BackupPath),
            };
        }
        catch (ExchangeException trouble)
        {
            Note("write", CodexError.ShortId(trouble));
        }
    }

    // Not ended by the job's own time limit: a gateway that was stopped is started.
    private async Task StartAsync()
    {
        Enter(ApplyState.Starting);
        if (await _gateway.StartAsync(CancellationToken.None).ConfigureAwait(false) is { Worked: false } answer)
        {
            Note("start", answer.Trouble);
        }
        Enter(ApplyState.Verifying);
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < limits.Restart)
        {
            if ((await _gateway.StatusAsync(CancellationToken.None).ConfigureAwait(false)).IsRunning == true)
            {
                _status = _status with { Restarted = true };
                return;
            }
            await Task.Delay(limits.BetweenLooks, clock, CancellationToken.None).ConfigureAwait(false);
        }
        _status = _status with { Restarted = false };
        Note("verify", "gateway_not_running");
    }

    private void Enter(string state)
    {
        _status = _status with { State = state, ChangedAt = clock.GetUtcNow(), Errors = [.. _errors] };
        _log.Add(state);
        _status.Write(folder);
        try
        {
            held.Renew();
        }
        catch (ExchangeException lost)
        {
            // Another job can begin now; this one still has to put the gateway back.
            _log.Add(CodexError.ShortId(lost));
        }
    }

    private void Note(string step, string error)
    {
        _errors.Add(new CodexStepError(step, error));
        _log.Add($"{step}: {error}");
    }
}
