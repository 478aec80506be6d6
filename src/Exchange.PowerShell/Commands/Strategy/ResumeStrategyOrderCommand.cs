using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Takes up suspended strategy orders again: those that are named, or all that can be resumed. Orders whose trigger already holds
/// may execute at once.
/// </summary>
[Cmdlet(VerbsLifecycle.Resume, "StrategyOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StrategyResumption))]
public sealed class ResumeStrategyOrderCommand : StrategyCmdlet
{
    private readonly List<(string? AccountId, string OrderId)> _orders = [];
    private bool _wasNamed;
    private bool _hasInput;

    /// <summary>Ids of suspended orders; without them those that can be resumed are found.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(StrategyOrderCompleter))]
    public string[] OrderId { get; set; } = [];

    /// <summary>The wallet's account; without it the active one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WalletAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Looks once, three seconds after the resumption was accepted.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Stands for a yes.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The journal's id of a single resumption. Without it a new one is made.</summary>
    [Parameter]
    public string? AttemptId { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        _hasInput = true;
        _wasNamed |= MyInvocation.BoundParameters.ContainsKey(nameof(OrderId));
        _orders.AddRange(OrderId.SelectMany(text => text.Split(',')).Select(id => (AccountId, id)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancel)
    {
        // An empty pipeline names nothing, which is not the same as asking for everything.
        if (!_hasInput)
        {
            return;
        }
        var client = Client;
        if (!_wasNamed)
        {
            await ResumeAsync(client, await client.DraftResumeAsync(null, AccountId, cancel), cancel);
            return;
        }
        var drafts = new List<StrategyResumeDraft?>();
        foreach (var ofAccount in _orders.GroupBy(order => order.AccountId, StringComparer.Ordinal))
        {
            drafts.Add(
                await client.DraftResumeAsync([.. ofAccount.Select(order => order.OrderId)], ofAccount.Key, cancel)
            );
        }
        foreach (var draft in drafts.DefaultIfEmpty(null))
        {
            await ResumeAsync(client, draft, cancel);
        }
    }

    private async Task ResumeAsync(StrategyClient client, StrategyResumeDraft? draft, CancellationToken cancel)
    {
        if (draft is null)
        {
            WriteObject(new StrategyResumption { Note = StrategyWording.NothingToResume });
            return;
        }
        var call = client.Resume(draft, CheckedAttemptId(AttemptId, draft.OrderIds.Count));
        if (
            await Desk.SubmitAsync(call, async (shown, stop) => IsYes || await ConfirmAsync(shown, stop), cancel)
            is not { } done
        )
        {
            return;
        }
        var resumption = done.Answer with { AttemptIds = done.AttemptIds };
        WriteObject(Wait ? await client.WaitAsync(resumption, draft.OrderIds, cancel) : resumption);
    }

    private bool IsYes => Force && !IsWhatIf && !IsConfirmAsked;
}
