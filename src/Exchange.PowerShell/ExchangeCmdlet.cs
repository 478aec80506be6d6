using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using Exchange.Desk;
using Exchange.Http;

namespace Exchange.PowerShell;

/// <summary>
/// What every cmdlet of the module needs and nothing else: an asynchronous body on the pipeline thread, a token that Ctrl+C
/// cancels, error records from <see cref="ExchangeException"/>, and the confirmation of a draft.
/// </summary>
public abstract class ExchangeCmdlet : PSCmdlet, IDisposable
{
    private const int ProgressStep = 500;

    private readonly CancellationTokenSource _stop = new();
    private PipelinePump? _pump;
    private Heartbeat? _heartbeat;
    private (string Activity, string Status, int Percent)? _counted;
    private bool _hasBeaten;

    /// <summary>What this process shares: clock, connections, accounts, simulator.</summary>
    internal static ExchangeRuntime Runtime => ExchangeRuntime.Current;

    /// <summary>Hears of requests for the verbose stream and of warnings, from any thread.</summary>
    private protected ApiListener Listener => new(Tell, Warn) { Note = Note };

    /// <summary>True for what lasts by its nature: a stream, a simulator that waits. It shows no progress, since it makes none.</summary>
    private protected virtual bool IsEndless => false;

    /// <summary>Before the first input.</summary>
    protected virtual Task BeginAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>For each input, or once when there is none.</summary>
    protected virtual Task ProcessAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>After the last input.</summary>
    protected virtual Task EndAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing() => Run(BeginAsync);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Does each item; what is wrong with one of them is an error of that one, what is wrong for all of them ends the cmdlet.</summary>
    private protected async Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> body)
    {
        foreach (var item in items)
        {
            try
            {
                await body(item);
            }
            catch (ExchangeException trouble) when (IsOfOneItem(trouble.Kind))
            {
                WriteError(ExchangeErrors.RecordOf(trouble));
            }
        }
    }

    /// <summary>Writes items as they come, at most <paramref name="first"/> of them; long lists of a named activity show their progress.</summary>
    private protected async Task WriteAllAsync<T>(
        IAsyncEnumerable<T> items,
        int? first,
        CancellationToken cancel,
        string? activity = null
    )
    {
        if (first is <= 0)
        {
            return;
        }
        var written = 0;
        await foreach (var item in items.WithCancellation(cancel))
        {
            WriteObject(item);
            if (++written == first)
            {
                break;
            }
            if (activity is not null && written % ProgressStep == 0)
            {
                var percent = first is { } all ? (int)(100L * written / all) : -1;
                ShowProgress(activity, $"{written} items", percent);
            }
        }
        if (activity is not null && written >= ProgressStep)
        {
            EndProgress(activity, $"{written} in all");
        }
    }

    /// <summary>Shows a progress that counts; while it stands still, the seconds are counted beside it.</summary>
    /// <param name="activity">What is done.</param>
    /// <param name="status">How far it is, in few words.</param>
    /// <param name="percent">The same as a number, where it is known.</param>
    private protected void ShowProgress(string activity, string status, int percent = -1)
    {
        _counted = (activity, status, percent);
        Show(activity, $"{status}; Ctrl+C stops", percent);
    }

    /// <summary>Takes a progress away.</summary>
    private protected void EndProgress(string activity, string status)
    {
        _counted = null;
        WriteProgress(new ProgressRecord(1, activity, status) { RecordType = ProgressRecordType.Completed });
    }

    private void Show(string activity, string status, int percent) =>
        WriteProgress(new ProgressRecord(1, activity, status) { PercentComplete = percent });

    /// <summary>Shows a draft whole and asks, by the engine's rules for <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    private protected Task<bool> ConfirmAsync(IDraft draft, CancellationToken cancel) =>
        _pump!.AskAsync(() => Ask(draft)).WaitAsync(cancel);

    /// <summary>Asks for what has no draft, by the engine's rules for <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    /// <param name="target">What it is done to.</param>
    /// <param name="action">What is done.</param>
    /// <param name="service">Whose error it is when nobody can be asked.</param>
    /// <param name="remedy">What to do then, where it is not the usual.</param>
    /// <exception cref="ExchangeException"><c>Exchange.ConfirmationRequired</c>: a question was due, and nobody can be asked.</exception>
    private protected bool IsWanted(string target, string action, string service = "Exchange", string? remedy = null)
    {
        try
        {
            return Asking(() => ShouldProcess(target, action));
        }
        catch (Exception trouble) when (trouble is HostException or PSInvalidOperationException)
        {
            throw new ExchangeException(
                $"{service}.ConfirmationRequired",
                ErrorKind.ConfirmationRequired,
                $"Nothing was done: this needs a confirmation, and nobody can be asked here. {action}: {target}",
                trouble
            )
            {
                Target = target,
                Remedy = remedy ?? "Repeat with -Confirm:$false, or with -WhatIf to see what would be done.",
            };
        }
    }

    /// <summary>True when the caller wants to see what would happen, by switch or by preference.</summary>
    private protected bool IsWhatIf =>
        MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound)
            ? bound is SwitchParameter { IsPresent: true } or true
            : GetVariableValue("WhatIfPreference") is SwitchParameter { IsPresent: true } or true;

    /// <summary>True when the caller asked for the prompt by switch.</summary>
    private protected bool IsConfirmAsked =>
        MyInvocation.BoundParameters.TryGetValue("Confirm", out var bound)
        && bound is SwitchParameter { IsPresent: true } or true;

    /// <summary>Shows a draft whole and asks a person, whatever the preferences say.</summary>
    private protected Task<bool> InsistAsync(IDraft draft, CancellationToken cancel) =>
        _pump!.AskAsync(() => Insist(draft)).WaitAsync(cancel);

    /// <summary>Shows a line to whoever is there, beside the output.</summary>
    private protected void Inform(string text) =>
        WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);

    /// <summary>The same from any thread, soon.</summary>
    private protected void InformLater(string text) => _pump?.Post(() => Inform(text));

    /// <summary>Shows text and reads a line from the person there; null when nobody is.</summary>
    private protected Task<string?> AskLineAsync(string text, CancellationToken cancel) =>
        _pump!.AskAsync(() => AskLine(text)).WaitAsync(cancel);

    /// <summary>Shows a question and reads a secret that is not shown while it is typed; null when nobody is there.</summary>
    private protected Task<SecureString?> AskSecretAsync(string text, CancellationToken cancel) =>
        _pump!.AskAsync(() => AskSecret(text)).WaitAsync(cancel);

    /// <summary>A write corridor whose warnings reach the warning stream.</summary>
    private protected WriteDesk Desk => new(Runtime.Journal, Runtime.Clock, Warn);

    private protected void Warn(string message) => _pump?.Post(() => WriteWarning(message));

    private void Note(string message) => _pump?.Post(() => WriteVerbose(message));

    private void Tell(ApiEvent happened)
    {
        _heartbeat?.Count();
        _pump?.Post(() => WriteVerbose(happened.Text));
    }

    private void Beat()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }
        if (_counted is { } counted)
        {
            Show(counted.Activity, $"{counted.Status}; {_heartbeat!.Text}", counted.Percent);
            return;
        }
        _hasBeaten = true;
        Show(MyInvocation.MyCommand.Name, _heartbeat!.Text, -1);
    }

    // ShouldProcess does not ask everybody; where it does not, no time passes.
    private T Asking<T>(Func<T> ask) => _heartbeat is { } heartbeat ? heartbeat.Asking(ask) : ask();

    private bool Ask(IDraft draft)
    {
        try
        {
            var text = DraftText.Of(draft);
            return Asking(() => ShouldProcess(text, text, draft.Action));
        }
        catch (Exception trouble) when (trouble is HostException or PSInvalidOperationException)
        {
            throw NobodyThere(
                draft,
                trouble,
                "Look at the draft, then repeat with -Confirm:$false, or with -WhatIf to see it without sending."
            );
        }
    }

    private bool Insist(IDraft draft)
    {
        try
        {
            return Asking(() => ShouldContinue(DraftText.Of(draft), draft.Action));
        }
        catch (Exception trouble) when (trouble is HostException or PSInvalidOperationException)
        {
            throw NobodyThere(draft, trouble, "Run it where a person can be asked.");
        }
    }

    private static ExchangeException NobodyThere(IDraft draft, Exception trouble, string remedy) =>
        new(
            $"{draft.Service}.ConfirmationRequired",
            ErrorKind.ConfirmationRequired,
            $"Nothing was sent: this needs a confirmation, and nobody can be asked here.{Environment.NewLine}"
                + DraftText.Of(draft),
            trouble
        )
        {
            Target = draft,
            Remedy = remedy,
        };

    private string? AskLine(string text)
    {
        try
        {
            Host.UI.WriteLine(text);
            return Asking(Host.UI.ReadLine);
        }
        catch (Exception trouble) when (trouble is HostException or PSInvalidOperationException)
        {
            return null;
        }
    }

    private SecureString? AskSecret(string text)
    {
        try
        {
            Host.UI.Write(text);
            return Asking(Host.UI.ReadLineAsSecureString);
        }
        // PowerShell's console throws the plain one when its input is no keyboard.
        catch (Exception trouble) when (trouble is HostException or InvalidOperationException)
        {
            return null;
        }
    }

    private void Run(Func<CancellationToken, Task> body)
    {
        try
        {
            using var pump = _pump = new PipelinePump();
            _heartbeat ??= new Heartbeat(Runtime.Corridor.Transport.Clock);
            using var beating = IsEndless ? null : _heartbeat.Start(() => pump.Post(Beat));
            pump.Run(() => body(_stop.Token));
            if (_hasBeaten)
            {
                _hasBeaten = false;
                EndProgress(MyInvocation.MyCommand.Name, "Done");
            }
        }
        catch (ExchangeException trouble)
        {
            ThrowTerminatingError(ExchangeErrors.RecordOf(trouble));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            _pump = null;
        }
    }

    private static bool IsOfOneItem(ErrorKind kind) =>
        kind is ErrorKind.InvalidInput or ErrorKind.NotFound or ErrorKind.Service or ErrorKind.InvalidReply;

    /// <summary>Frees what the cmdlet holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the cmdlet holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }
}
