using System.Management.Automation;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Cancels strategy orders: those that are named, collected from the pipeline and sent as one request an account, or with -All every
/// live one. Emits how many the service took, not how many have ended.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "StrategyOrder",
    DefaultParameterSetName = "Id",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium
)]
[Alias("Remove-StrategyOrder")]
[OutputType(typeof(StrategyCancellation))]
public sealed class StopStrategyOrderCommand : StrategyCmdlet
{
    private readonly List<(string? AccountId, string OrderId)> _orders = [];
    private bool _wasNamed;

    /// <summary>Ids of live orders.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyOrderCompleter))]
    public string[] OrderId { get; set; } = [];

    /// <summary>Cancels every live order of the account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    /// <summary>The wallet's account; without it the active one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WalletAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Looks once, three seconds after the cancellation was accepted; not with -All.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Stands for a yes. The guard's refusal it does not turn.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The journal's id of a single cancellation, or of a cancellation of all. Without it a new one is made.</summary>
    [Parameter]
    public string? AttemptId { get; set; }

    /// <summary>The session that is active; its summary is shown. A cancellation is no step of it.</summary>
    [Parameter]
    [Alias("StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>The words that led to the cancellation, for the guard to look at.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Instruction { get; set; }

    /// <summary>Words that confirm the draft where nobody can be asked: cancel, and every order's id, or ALL.</summary>
    [Parameter]
    public string? ConfirmationText { get; set; }

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancel)
    {
        if (All && Wait)
        {
            throw ExchangeException.BadInput(
                "Strategy.WaitWithAll",
                "-Wait cannot be combined with -All.",
                "Leave -Wait out, and look with Get-StrategyOrder afterwards.",
                "wait"
            );
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        _wasNamed |= ParameterSetName == "Id";
        _orders.AddRange(OrderId.SelectMany(text => text.Split(',')).Select(id => (AccountId, id)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancel)
    {
        if (ParameterSetName == "All")
        {
            var client = Client;
            await StopAsync(client, await client.DraftCancelAllAsync(AccountId, cancel), cancel);
            return;
        }
        // An empty pipeline has nothing to cancel, and that is no mistake.
        if (_wasNamed)
        {
            await StopNamedAsync(cancel);
        }
    }

    private async Task StopNamedAsync(CancellationToken cancel)
    {
        var client = Client;
        // Every id is checked before the first account's orders are cancelled.
        var drafts = new List<StrategyCancelDraft>();
        foreach (var ofAccount in _orders.GroupBy(order => order.AccountId, StringComparer.Ordinal))
        {
            drafts.Add(
                await client.DraftCancelAsync([.. ofAccount.Select(order => order.OrderId)], ofAccount.Key, cancel)
            );
        }
        foreach (var draft in drafts)
        {
            await StopAsync(client, draft, cancel);
        }
    }

    private async Task StopAsync(StrategyClient client, StrategyCancelDraft draft, CancellationToken cancel)
    {
        var attemptId = CheckedAttemptId(AttemptId, draft.IsEverything ? 1 : draft.OrderIds.Count);
        var guarded = GuardedOrders(
            TradeSession,
            Instruction,
            ConfirmationText,
            attemptId,
            draft.IsEverything ? ["ALL"] : draft.OrderIds
        );
        var call = client.Cancel(draft, attemptId) with { Guard = guarded.Guard };
        if (await Desk.SubmitAsync(call, ConfirmationOf(draft, guarded), cancel) is { } done)
        {
            var cancellation = done.Answer with { AttemptIds = done.AttemptIds };
            WriteObject(Wait ? await client.WaitAsync(cancellation, cancel) : cancellation);
        }
    }

    // Every order at once is worth a question even where single ones are not.
    private DraftConfirmation ConfirmationOf(StrategyCancelDraft draft, GuardedCall guarded)
    {
        var usual = Confirmation(guarded, Force);
        var isAsked =
            draft.IsEverything && !IsWhatIf && !IsConfirmGiven && !IsNeverAsked && !Force && ConfirmationText is null;
        return isAsked ? InsistAsync : usual;
    }
}
