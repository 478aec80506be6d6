using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Places orders: draft, guard, confirmation, journal, one send, receipt. One call an order (T6), or with <c>-Batch</c> one call
/// for up to ten (T14). Nothing is inferred or corrected; an order is never sent twice.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "BitoProOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BitoProOrderReceipt))]
public sealed class InvokeBitoProOrderCommand : ExchangeCmdlet
{
    private readonly List<OrderTicket> _tickets = [];
    private readonly List<string?> _attemptIds = [];

    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>Buy or Sell.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public BitoProSide Side { get; set; }

    /// <summary>Limit, Market or StopLimit.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Word]
    public BitoProOrderType Type { get; set; }

    /// <summary>Plain digits: base units; for a market buy quote units.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Amount { get; set; } = "";

    /// <summary>Plain digits, quote per base; limit and stop-limit orders only.</summary>
    [Parameter(Position = 4, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Price { get; set; }

    /// <summary>Plain digits, the trigger price; stop-limit orders only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? StopPrice { get; set; }

    /// <summary>&gt;= or &lt;=; stop-limit orders only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ConditionCompleter))]
    public string? Condition { get; set; }

    /// <summary>Gtc, or PostOnly for a limit order that must not take.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Word]
    public BitoProTimeInForce? TimeInForce { get; set; }

    /// <summary>The journal's id of this logical order; the same id is never sent twice. Without it a new one is made.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? AttemptId { get; set; }

    /// <summary>Sends the orders of the pipeline together, up to ten a call, each call confirmed as a whole.</summary>
    [Parameter]
    public SwitchParameter Batch { get; set; }

    /// <summary>The exact value in TWD of a draft above the cap, in plain digits; it confirms that draft.</summary>
    [Parameter]
    public string? ConfirmQuoteAmount { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (Batch)
        {
            _tickets.Add(Ticket());
            _attemptIds.Add(NullIfEmpty(AttemptId));
            return;
        }
        var cap = OrderCap.Read(Runtime.Environment);
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var draft = await client.DraftOrderAsync(Ticket(), cap, cancel);
        if (
            await Desk.SubmitAsync(client.Place(draft, NullIfEmpty(AttemptId)), ConfirmOrderAsync, cancel) is
            { } receipt
        )
        {
            WriteObject(receipt.Answer with { AttemptId = receipt.AttemptIds[0] });
        }
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancel)
    {
        if (!Batch)
        {
            return;
        }
        var cap = OrderCap.Read(Runtime.Environment);
        var client = Runtime.BitoPro.PrivateClient(Listener);
        // Every order is checked before the first call is sent: a mistake in the last row must not leave half a file placed.
        var drafts = new List<BitoProBatchDraft>();
        for (var start = 0; start == 0 || start < _tickets.Count; start += BitoProClient.LargestBatch)
        {
            var part = _tickets.Skip(start).Take(BitoProClient.LargestBatch).ToList();
            drafts.Add(await client.DraftBatchAsync(part, cap, cancel));
        }
        var done = 0;
        foreach (var draft in drafts)
        {
            await PlaceBatchAsync(client, draft, _attemptIds.GetRange(done, draft.Orders.Count), cancel);
            done += draft.Orders.Count;
        }
    }

    private async Task PlaceBatchAsync(
        BitoProClient client,
        BitoProBatchDraft draft,
        List<string?> attemptIds,
        CancellationToken cancel
    )
    {
        var call = client.PlaceBatch(draft, attemptIds);
        if (await Desk.SubmitAsync(call, ConfirmOrderAsync, cancel) is not { } receipt)
        {
            return;
        }
        for (var i = 0; i < draft.Orders.Count; i++)
        {
            if (receipt.Answer.Receipts[i] is { } order)
            {
                WriteObject(order with { AttemptId = receipt.AttemptIds[i] });
                continue;
            }
            WriteError(ExchangeErrors.RecordOf(Unanswered(draft.Orders[i], receipt.AttemptIds[i])));
        }
    }

    private async Task<bool> ConfirmOrderAsync(IDraft draft, CancellationToken cancel)
    {
        var capped = new CappedOrders(
            new ShownDrafts(StateFolder.Locate(Runtime.Environment), Runtime.Clock),
            ConfirmQuoteAmount
        )
        {
            AskLine = AskLineAsync,
        };
        if (IsWhatIf)
        {
            await capped.RememberAsync((ICappedDraft)draft, cancel);
            return await ConfirmAsync(draft, cancel);
        }
        var isEchoed = await capped.IsEchoedAsync((ICappedDraft)draft, cancel);
        // The exact amount, typed or given, says more than a yes.
        return isEchoed || await ConfirmAsync(draft, cancel);
    }

    private static ExchangeException Unanswered(BitoProOrderDraft order, string attemptId) =>
        new(
            "BitoPro.OutcomeUnknown",
            ErrorKind.InvalidReply,
            $"The answer to the batch does not name {order.Subject}. It is not known whether it was placed."
        )
        {
            AttemptId = attemptId,
            OutcomeUnknown = true,
            Call = "T14",
            Target = order,
            Remedy = $"Do not send it again. Run: Resolve-ExchangeAttempt -AttemptId {attemptId}",
        };

    private OrderTicket Ticket() =>
        new()
        {
            Pair = Pair,
            Side = Side,
            Type = Type,
            Amount = Amount,
            Price = NullIfEmpty(Price),
            StopPrice = NullIfEmpty(StopPrice),
            Condition = NullIfEmpty(Condition),
            TimeInForce = TimeInForce,
        };

    // An empty cell of a file says nothing.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
