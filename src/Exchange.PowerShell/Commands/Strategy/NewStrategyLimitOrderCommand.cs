using System.Globalization;
using System.Management.Automation;
using Exchange.Guard;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Places price-triggered limit orders: checks, two look-ups, the order's summary, guard, confirmation, signature, one send. An
/// order worth less than a dollar is not placed; its one line says how much would be enough. In a trade session one step a command.
/// </summary>
[Cmdlet(VerbsCommon.New, "StrategyLimitOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(StrategyOrderReceipt), typeof(StrategyBelowMinimum), typeof(TradeStepReport))]
public sealed class NewStrategyLimitOrderCommand : StrategyCmdlet
{
    private readonly List<(StrategyOrderTicket Ticket, string? AttemptId)> _steps = [];

    /// <summary>Chain by name or number: ethereum, bsc, xlayer, solana, base or arbitrum.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ChainId")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyChainCompleter))]
    public string Chain { get; set; } = "";

    /// <summary>What is sold: a contract address, or a name such as usdc.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyTokenCompleter))]
    public string FromToken { get; set; } = "";

    /// <summary>What is bought: a contract address, or a name such as eth.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyTokenCompleter))]
    public string ToToken { get; set; } = "";

    /// <summary>Plain digits, in units of the from-token.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Amount { get; set; } = "";

    /// <summary>Buy: the trigger is a price of the to-token. Sell: of the from-token.</summary>
    [Parameter(Mandatory = true, Position = 4, ValueFromPipelineByPropertyName = true)]
    [Word(typeof(StrategyDirection))]
    public StrategyDirection Direction { get; set; }

    /// <summary>Plain digits, USD.</summary>
    [Parameter(Mandatory = true, Position = 5, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string TriggerPrice { get; set; } = "";

    /// <summary>Plain digits, USD of the compared token; without it the market is asked.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? CurrentPrice { get; set; }

    /// <summary>Percent above 0 and at most 100; without it 15.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Slippage { get; set; }

    /// <summary>Protection against front-running: On, Off or Default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Word(typeof(MevProtection))]
    public MevProtection? MevProtection { get; set; }

    /// <summary>Seconds until the order ends by itself, 60 to 31536000; without it seven days.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ExpiresIn")]
    [AllowEmptyString]
    public string? ExpiresInSeconds { get; set; }

    /// <summary>The wallet's account; without it the active one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WalletAccountCompleter))]
    public string? AccountId { get; set; }

    /// <summary>Looks once, three seconds after the order was accepted.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Stands for a yes to the summary. The guard's refusal it does not turn.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The journal's id of this logical order; the same id is never sent twice. Without it a new one is made.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? AttemptId { get; set; }

    /// <summary>The approved session in USD that this is a step of; the output is then the step's report.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>The words that led to the order, for the guard to look at.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Instruction { get; set; }

    /// <summary>Words that confirm the draft where nobody can be asked: buy or sell, the traded token, and the exact amount.</summary>
    [Parameter]
    public string? ConfirmationText { get; set; }

    private GuardInput Input => new(TradeSession, Instruction, ConfirmationText) { Service = GuardedService.Strategy };

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        // A session is brought up to date between its steps, so that all of them must be known before the first is taken.
        if (TradeSession is not null)
        {
            _steps.Add((Ticket(), AttemptId));
            return;
        }
        await PlaceAsync(Ticket(), AttemptId, cancel);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancel)
    {
        if (_steps.Count > 1)
        {
            throw OneStepPerCall(GuardedService.Strategy, TradeSession, _steps.Count);
        }
        if (_steps is [var (ticket, attemptId)])
        {
            await PlaceAsync(ticket, attemptId, cancel);
        }
    }

    private async Task PlaceAsync(StrategyOrderTicket ticket, string? attemptId, CancellationToken cancel)
    {
        TellOfSmallSlippage();
        var client = Client;
        var drafted = await client.DraftOrderAsync(ticket, cancel);
        if (drafted.Draft is not { } draft)
        {
            WriteObject(drafted.TooSmall);
            return;
        }
        var guarded = Guarded(draft, attemptId);
        var call = client.Place(draft, CheckedAttemptId(attemptId, 1)) with { Guard = guarded.Guard };
        if (await Desk.SubmitAsync(call, Confirmation(guarded, Force), cancel) is not { } done)
        {
            return;
        }
        if (done.Answer.Receipt is not { } receipt)
        {
            WriteObject(done.Answer.TooSmall);
            return;
        }
        receipt = receipt with { AttemptId = done.AttemptIds[0] };
        receipt = Wait ? await client.WaitAsync(receipt, cancel) : receipt;
        WriteObject(guarded.Report([StepRow(draft, receipt)], Runtime.Clock.GetUtcNow()) ?? (object)receipt);
    }

    private GuardedCall Guarded(StrategyOrderDraft draft, string? attemptId)
    {
        var isBuy = draft.Direction == StrategyDirection.Buy;
        var (traded, symbol, other) = isBuy
            ? (draft.ToToken, draft.ToSymbol, draft.FromToken)
            : (draft.FromToken, draft.FromSymbol, draft.ToToken);
        return Guarded(
            Input,
            StrategyStep.Of(
                isBuy,
                draft.Amount,
                draft.FromPriceAtMarket,
                draft.TriggerPrice,
                StrategyStep.Market(draft.Chain.Index, traded, other)
            ),
            [attemptId],
            [ConsentTerm.StrategyOrder(isBuy, [traded, symbol], draft.Amount)]
        );
    }

    private static TradeStepOrder StepRow(StrategyOrderDraft draft, StrategyOrderReceipt receipt) =>
        new()
        {
            OrderId = receipt.OrderId,
            AttemptId = receipt.AttemptId,
            Action = draft.Direction == StrategyDirection.Buy ? "BUY" : "SELL",
            Pair = $"{draft.FromSymbol}/{draft.ToSymbol}",
            Amount = ExactDecimal.TryParse(draft.Amount, out var amount) ? amount : 0,
            Status = receipt.StatusLabel,
        };

    private StrategyOrderTicket Ticket() =>
        new()
        {
            Chain = Chain,
            FromToken = FromToken,
            ToToken = ToToken,
            Amount = Amount,
            Direction = Direction,
            TriggerPrice = TriggerPrice,
            CurrentPrice = CurrentPrice,
            Slippage = Slippage,
            MevProtection = MevProtection ?? Exchange.Strategy.MevProtection.Default,
            ExpiresInSeconds = Seconds(),
            AccountId = AccountId,
            ValueAtMarket = TradeSession is not null,
        };

    // An empty cell of a file says nothing; what is no whole number is out of every range.
    private long? Seconds() =>
        string.IsNullOrWhiteSpace(ExpiresInSeconds) ? null
        : long.TryParse(ExpiresInSeconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
        : 0;

    private void TellOfSmallSlippage()
    {
        if (ExactDecimal.TryRead(Slippage?.Trim(), out var percent) && percent.IsPositive && percent < ExactDecimal.One)
        {
            WriteVerbose($"-Slippage {percent} means {percent} percent.");
        }
    }
}
