using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Places orders: draft, guard, confirmation, journal, one send, receipt. One call an order (T6), or with <c>-Batch</c> one call
/// for up to ten (T14). Nothing is inferred or corrected; an order is never sent twice. In a trade session one step a command.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "BitoProOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BitoProOrderReceipt), typeof(TradeStepReport))]
public sealed class InvokeBitoProOrderCommand : GuardedCmdlet
{
    private readonly List<OrderTicket> _tickets = [];
    private readonly List<string?> _attemptIds = [];

    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>Buy or Sell.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Word(typeof(BitoProSide))]
    public BitoProSide Side { get; set; }

    /// <summary>Limit, Market or StopLimit.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Word(typeof(BitoProOrderType))]
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
    [Word(typeof(BitoProTimeInForce))]
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

    /// <summary>The approved session that this is a step of; its limits take the place of the cap, and the output is the step's report.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>The words that led to the order, for the guard to look at.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Instruction { get; set; }

    /// <summary>Words that confirm the draft where nobody can be asked: side, pair or asset, and exact amount.</summary>
    [Parameter]
    public string? ConfirmationText { get; set; }

    /// <summary>What the caller reckons the order, or with -Batch the call, to be worth in TWD: a cross-check, never the value itself.</summary>
    [Parameter]
    public decimal? SizeQuote { get; set; }

    private GuardInput Input => new(TradeSession, Instruction, ConfirmationText) { SizeQuote = SizeQuote };

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        // A session is brought up to date between its steps, so that all of them must be known before the first is taken.
        if (Batch || TradeSession is not null)
        {
            _tickets.Add(Ticket());
            _attemptIds.Add(NullIfEmpty(AttemptId));
            return;
        }
        await PlaceAsync(Ticket(), NullIfEmpty(AttemptId), cancel);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancel)
    {
        if (TradeSession is not null && _tickets.Count > (Batch ? BitoProClient.LargestBatch : 1))
        {
            throw OneStepPerCall(GuardedService.BitoPro, TradeSession, _tickets.Count);
        }
        if (Batch)
        {
            await PlaceBatchesAsync(cancel);
        }
        else if (_tickets.Count == 1)
        {
            await PlaceAsync(_tickets[0], _attemptIds[0], cancel);
        }
    }

    private async Task PlaceAsync(OrderTicket ticket, string? attemptId, CancellationToken cancel)
    {
        var cap = Cap();
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var draft = await client.DraftOrderAsync(ticket, cap, cancel);
        draft = Input.IsInSession ? await client.ValueAsync(draft, cancel) : draft;
        var guarded = Guarded(draft, [draft], [attemptId]);
        var call = client.Place(draft, attemptId) with { Guard = guarded.Guard };
        if (await Desk.SubmitAsync(call, Confirmation(guarded), cancel) is { } receipt)
        {
            await WriteDoneAsync(client, guarded, [receipt.Answer with { AttemptId = receipt.AttemptIds[0] }], cancel);
        }
    }

    private async Task PlaceBatchesAsync(CancellationToken cancel)
    {
        var cap = Cap();
        var client = Runtime.BitoPro.PrivateClient(Listener);
        // Every order is checked before the first call is sent: a mistake in the last row must not leave half a file placed.
        var drafts = new List<BitoProBatchDraft>();
        for (var start = 0; start == 0 || start < _tickets.Count; start += BitoProClient.LargestBatch)
        {
            var part = _tickets.Skip(start).Take(BitoProClient.LargestBatch).ToList();
            var draft = await client.DraftBatchAsync(part, cap, cancel);
            drafts.Add(Input.IsInSession ? await client.ValueAsync(draft, cancel) : draft);
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
        var guarded = Guarded(draft, draft.Orders, attemptIds);
        var call = client.PlaceBatch(draft, attemptIds) with { Guard = guarded.Guard };
        if (await Desk.SubmitAsync(call, Confirmation(guarded), cancel) is not { } receipt)
        {
            return;
        }
        var placed = new List<BitoProOrderReceipt>();
        for (var i = 0; i < draft.Orders.Count; i++)
        {
            if (receipt.Answer.Receipts[i] is { } order)
            {
                placed.Add(order with { AttemptId = receipt.AttemptIds[i] });
                continue;
            }
            WriteError(ExchangeErrors.RecordOf(Unanswered(draft.Orders[i], receipt.AttemptIds[i])));
        }
        await WriteDoneAsync(client, guarded, placed, cancel);
    }

    private async Task WriteDoneAsync(
        BitoProClient client,
        GuardedCall guarded,
        IReadOnlyList<BitoProOrderReceipt> placed,
        CancellationToken cancel
    )
    {
        if (!guarded.IsStep)
        {
            WriteObject(placed, enumerateCollection: true);
            return;
        }
        var rows = await new StepReports(client, Runtime.Clock).RowsAsync(placed, cancel);
        if (
            await new ActiveStrategy(client, Runtime.Clock, WriteVerbose).TextAsync(TradeSession, null, cancel) is
            { } text
        )
        {
            Inform(text);
        }
        WriteObject(guarded.Report(rows, Runtime.Clock.GetUtcNow()));
    }

    // bitopro.md section 7: inside a session its own limit governs instead.
    private OrderCap? Cap() => Input.IsInSession ? null : OrderCap.Read(Runtime.Environment);

    private GuardedCall Guarded(
        ICappedDraft draft,
        IReadOnlyList<BitoProOrderDraft> orders,
        IEnumerable<string?> attemptIds
    ) =>
        Guarded(
            Input,
            // Without a cap or a session no value is reckoned, and no row asks for one.
            new PendingStep(draft.ReckonedTwd)
            {
                Pairs = [.. orders.Select(order => order.Pair).Distinct(StringComparer.Ordinal)],
            },
            attemptIds,
            [.. orders.Select(order => ConsentTerm.Order(order.Side == BitoProSide.Buy, order.Pair, order.Amount))]
        );

    private protected override Task PreviewedAsync(IDraft draft, CancellationToken cancel) =>
        Capped().RememberAsync((ICappedDraft)draft, cancel);

    private protected override Task<bool> IsEchoedAsync(IDraft draft, TradeGuard guard, CancellationToken cancel) =>
        Capped().IsEchoedAsync(UnderCap((ICappedDraft)draft, guard), cancel);

    // A guard that cannot be used leaves no session, and without one the cap counts (trade-guard.md 9.2).
    private ICappedDraft UnderCap(ICappedDraft draft, TradeGuard guard)
    {
        if (
            guard.Pass != GuardPass.Insist
            || !Input.IsInSession
            || OrderCap.Read(Runtime.Environment) is not { Twd: var cap }
        )
        {
            return draft;
        }
        if (draft.ReckonedTwd is null)
        {
            throw OrderCap.NotVerifiable(draft);
        }
        return draft is BitoProBatchDraft batch
            ? batch with
            {
                CapTwd = cap,
            }
            : (BitoProOrderDraft)draft with
            {
                CapTwd = cap,
            };
    }

    private CappedOrders Capped() =>
        new(new ShownDrafts(StateFolder.Locate(Runtime.Environment), Runtime.Clock), ConfirmQuoteAmount)
        {
            AskLine = AskLineAsync,
        };

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
