using System.Management.Automation;
using Exchange.Guard;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Lets the guard forget an attempt id, after a person has seen that nothing was sent for it. The journal forgets nothing: what it
/// holds is still never sent a second time.
/// </summary>
[Cmdlet(VerbsCommon.Clear, "TradeAttempt", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class ClearTradeAttemptCommand : ExchangeCmdlet
{
    /// <summary>The id that the guard has paused.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttemptCompleter))]
    public string AttemptId { get; set; } = "";

    /// <summary>Another store than the one in the state folder.</summary>
    [Parameter]
    public string? DuplicateStore { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var store = DuplicateStore is null
            ? FileDuplicateStore.In(StateFolder.Locate(Runtime.Environment))
            : new FileDuplicateStore(GetUnresolvedProviderPathFromPSPath(DuplicateStore));
        if (await store.FindAsync(AttemptId, cancel) is not { } seen)
        {
            WriteVerbose($"The guard does not remember {AttemptId}.");
            return;
        }
        if (IsWanted($"{AttemptId}, first seen {seen.ToLocalTime():yyyy-MM-dd HH:mm:ss}", "Forget the attempt id"))
        {
            await store.ForgetAsync(AttemptId, cancel);
        }
    }
}
