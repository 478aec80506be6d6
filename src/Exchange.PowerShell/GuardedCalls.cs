using Exchange.Desk;
using Exchange.Guard;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>What a caller hands to the guard with a write.</summary>
/// <param name="Session">The session; null for none.</param>
/// <param name="Instruction">The words that led to the write; null for none.</param>
/// <param name="ConfirmationText">Words that confirm the draft; null for none.</param>
internal sealed record GuardInput(TradeSession? Session, string? Instruction, string? ConfirmationText)
{
    /// <summary>The service that the write goes to.</summary>
    public GuardedService Service { get; init; } = GuardedService.BitoPro;

    /// <summary>False for what is no trade, such as a withdrawal.</summary>
    public bool IsTrade { get; init; } = true;

    /// <summary>What the caller reckons the step to be worth; never taken, only compared (trade-guard.md 1.2).</summary>
    public decimal? SizeQuote { get; init; }

    /// <summary>True when limits of a session take the place of the cap.</summary>
    public bool IsInSession => Session is { Status: not SessionStatus.Draft };
}

/// <summary>The guard of one call, and the consent that came with it in words.</summary>
internal sealed class GuardedCall
{
    private readonly GuardInput _input;
    private readonly string? _problem;

    private GuardedCall(GuardInput input, string? problem, TradeGuard guard)
    {
        _input = input;
        _problem = problem;
        Guard = guard;
    }

    public TradeGuard Guard { get; }

    /// <summary>Puts the guard together; it is not asked yet.</summary>
    /// <param name="input">What the caller handed over.</param>
    /// <param name="step">The step; null for what is none, such as a cancellation.</param>
    /// <param name="attemptIds">The caller's ids.</param>
    /// <param name="terms">What words of consent must name.</param>
    /// <param name="isPreview">True for -WhatIf.</param>
    /// <param name="warn">Hears of what was read leniently.</param>
    public static GuardedCall For(
        GuardInput input,
        PendingStep? step,
        IEnumerable<string?> attemptIds,
        IReadOnlyList<ConsentTerm> terms,
        bool isPreview,
        Action<string> warn
    )
    {
        var runtime = ExchangeRuntime.Current;
        var folder = StateFolder.Locate(runtime.Environment);
        if (input.SizeQuote < step?.SizeQuote)
        {
            warn(
                $"The step is worth {ExactDecimal.Format(step.SizeQuote.Value)} {step.QuoteCurrency}, not "
                    + $"{ExactDecimal.Format(input.SizeQuote.Value)} as given; the larger value counts."
            );
        }
        var problem = Problem(input.ConfirmationText, terms, runtime.Environment);
        var guard = new TradeGuard(FileDuplicateStore.In(folder), new GuardAudit(folder), runtime.Environment, warn)
        {
            Request = new GuardRequest
            {
                Text = input.Instruction,
                Session = input.Session,
                Step = step,
                Service = input.Service,
                IsTrade = input.IsTrade,
                AttemptIds = [.. attemptIds.OfType<string>()],
                Now = runtime.GuardClock.Now(warn),
            },
            IsPreview = isPreview,
            IsConfirmedInWords = input.ConfirmationText is not null && problem is null,
        };
        return new GuardedCall(input, problem, guard);
    }

    /// <summary>True when words were given that name the draft.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.ConfirmationRequired</c>, or with the service of the draft, when words were given
    /// that do not.</exception>
    public bool IsConfirmedInWords(IDraft draft)
    {
        if (_input.ConfirmationText is null)
        {
            return false;
        }
        return _problem is null
            ? true
            : throw new ExchangeException(
                $"{draft.Service}.ConfirmationRequired",
                ErrorKind.ConfirmationRequired,
                $"Nothing was sent: the confirmation text is no consent to this draft, {_problem}."
                    + Environment.NewLine
                    + DraftText.Of(draft)
            )
            {
                Target = draft,
                Remedy = "Look at the draft, and name what is done, to what, and the exact amount.",
            };
    }

    /// <summary>The draft with the guard's word on it, for a preview.</summary>
    public IDraft WithDecision(IDraft draft) => Guard.Decision is { } said ? new JudgedDraft(draft, said) : draft;

    /// <summary>True when what was sent is a step of a session.</summary>
    public bool IsStep => Guard.Decision is { Decision: GuardVerdict.ALLOW_IN_SESSION };

    /// <summary>The report of that step, in place of the receipts; null when it was none.</summary>
    public TradeStepReport? Report(IReadOnlyList<TradeStepOrder> orders, DateTimeOffset now) =>
        IsStep ? TradeStepReport.Of(Guard.Decision!, Guard.Request, orders, now) : null;

    private static string? Problem(string? text, IReadOnlyList<ConsentTerm> terms, Func<string, string?> environment)
    {
        if (text is null)
        {
            return null;
        }
        try
        {
            return Consent.Problem(text, terms, GuardRules.Load(environment));
        }
        catch (ExchangeException trouble)
        {
            return trouble.Message;
        }
    }

    private sealed record JudgedDraft(IDraft Draft, GuardDecision Decision) : IDraft
    {
        public string Service => Draft.Service;

        public string Action => Draft.Action;

        public string Subject => Draft.Subject;

        public IReadOnlyList<DraftLine> Lines =>
            [.. Draft.Lines, new(Language.Choose("Guard", "防護"), $"{Decision.Decision} ({Decision.Reason})")];
    }
}
