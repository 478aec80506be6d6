using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Cancels orders: one by its id (T7), several of any pairs in one call (T15), or with <c>-All</c> whatever is open (T16). What
/// will go is shown as one draft, confirmed and journalled.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "BitoProOrder",
    DefaultParameterSetName = "Id",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
[OutputType(typeof(BitoProCancellation))]
public sealed class StopBitoProOrderCommand : GuardedCmdlet
{
    private readonly List<BitoProOrderKey> _orders = [];

    /// <summary>Lower-case pair of the orders; with -All the only pair that is meant.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "All")]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string? Pair { get; set; }

    /// <summary>Ids of open orders of the pair.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(OpenOrderCompleter))]
    public string[] OrderId { get; set; } = [];

    /// <summary>Cancels whatever is open, in -Pair or, without it, in every pair.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

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
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        _orders.AddRange(OrderId.Select(id => new BitoProOrderKey(Pair ?? "", id)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndAsync(CancellationToken cancel)
    {
        if (ParameterSetName == "All")
        {
            return StopAllAsync(cancel);
        }
        // An empty pipeline has nothing to cancel, and that is no mistake.
        return _orders.Count == 0 ? Task.CompletedTask : StopSomeAsync(cancel);
    }

    private async Task StopSomeAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var draft = client.DraftCancel(_orders);
        if (AttemptId is not null && draft.Orders.Count > 1)
        {
            throw ExchangeException.BadInput(
                "Exchange.InvalidAttemptId",
                $"One attempt id cannot name {draft.Orders.Count} cancellations.",
                "Leave -AttemptId out, or cancel the orders one by one."
            );
        }
        var guarded = Guarded(draft.Orders.Select(order => order.OrderId));
        var call = client.Cancel(draft, AttemptId) with { Guard = guarded.Guard };
        if (await Desk.SubmitAsync(call, Confirmation(guarded), cancel) is not { } receipt)
        {
            return;
        }
        for (var i = 0; i < draft.Orders.Count; i++)
        {
            WriteResult(draft.Orders[i], receipt.Answer, receipt.AttemptIds[i]);
        }
    }

    private async Task StopAllAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var draft = await client.DraftCancelAllAsync(Pair, All, cancel);
        var guarded = Guarded(["ALL"]);
        var call = client.CancelAll(draft, AttemptId) with { Guard = guarded.Guard };
        if (await Desk.SubmitAsync(call, Confirmation(guarded), cancel) is { } receipt)
        {
            WriteObject(
                receipt.Answer.Select(order => order with { AttemptId = receipt.AttemptIds[0] }),
                enumerateCollection: true
            );
        }
    }

    private GuardedCall Guarded(IEnumerable<string> names) =>
        Guarded(
            new GuardInput(TradeSession, Instruction, ConfirmationText),
            step: null,
            [AttemptId],
            [.. names.Select(ConsentTerm.Cancellation)]
        );

    private void WriteResult(BitoProOrderKey order, IReadOnlyList<BitoProCancellation> cancelled, string attemptId)
    {
        if (cancelled.FirstOrDefault(done => done.OrderId == order.OrderId) is { } found)
        {
            WriteObject(found with { AttemptId = attemptId });
            return;
        }
        WriteError(
            ExchangeErrors.RecordOf(
                new ExchangeException(
                    "BitoPro.NotCancelled",
                    ErrorKind.Service,
                    $"The service did not cancel {order.OrderId} ({order.Pair})."
                )
                {
                    AttemptId = attemptId,
                    Target = order,
                    Remedy = $"It may have ended before: Get-BitoProOrder {order.Pair} {order.OrderId}",
                }
            )
        );
    }
}
