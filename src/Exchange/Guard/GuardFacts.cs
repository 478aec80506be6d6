namespace Exchange.Guard;

/// <summary>What the rows of the ladder ask, each worked out once and only when a row asks for it.</summary>
public sealed class GuardFacts
{
    private readonly GuardRequest _request;
    private SessionFreshness? _freshness;
    private IReadOnlyList<BoundaryCheck>? _boundary;

    internal GuardFacts(GuardRequest request, GuardRules rules, GuardSettings settings)
    {
        _request = request;
        Settings = settings;
        Text = TextSignals.Of(request.Text, rules);
        // Row 3a: a draft is no session.
        Session = request is { IsTrade: true, Session: { IsDraft: false } given } ? given : null;
    }

    /// <summary>The text's signals.</summary>
    public TextSignals Text { get; }

    /// <summary>The environment's settings.</summary>
    public GuardSettings Settings { get; }

    /// <summary>The session, unless it is a draft.</summary>
    public TradeSession? Session { get; }

    /// <summary>True when one of the ids was seen before; asked of the store after row 1.</summary>
    public bool IsDuplicate { get; internal set; }

    /// <summary>Row 1.</summary>
    public bool AltersPolicy => Text.AltersPolicy;

    /// <summary>True for what is about to take effect.</summary>
    public bool IsExecution => _request.IsExecution;

    /// <summary>True when a session was handed in that is no draft.</summary>
    public bool HasSession => Session is not null;

    /// <summary>True when there is one and it still holds.</summary>
    public bool IsFresh => Freshness?.IsFresh == true;

    /// <summary>The step, when there is one.</summary>
    public PendingStep? Step => _request.Step;

    /// <summary>True when there is a step and its size is a number above 0.</summary>
    public bool HasSize => Step?.ValidSize is not null;

    /// <summary>True when the step stays within every limit.</summary>
    public bool IsInside => HasSize && Boundary.All(check => check.Holds);

    /// <summary>Row 5.</summary>
    public bool LooksLikeStrategy => _request.IsTrade && Text.LooksLikeStrategy;

    /// <summary>Row 6.</summary>
    public bool LooksLikeTrade => _request.IsTrade && Text.LooksLikeTrade;

    /// <summary>True when there is a cap, and it is this service's.</summary>
    public bool HasCap => _request.Service.HasCap && Settings.CapTwd is not null;

    /// <summary>True when the step is worth more than the cap.</summary>
    public bool ExceedsCap => HasCap && IsOfServicesCurrency && Step?.SizeQuote > Settings.CapTwd;

    /// <summary>True when there is a step whose size cannot be compared with the cap.</summary>
    public bool IsUncomparable => HasCap && Step is not null && !(HasSize && IsOfServicesCurrency);

    /// <summary>The service that it goes to.</summary>
    public GuardedService Service => _request.Service;

    /// <summary>What decided about freshness; null without a session.</summary>
    public SessionFreshness? Freshness =>
        Session is null ? null : _freshness ??= SessionFreshness.Of(Session, _request.Now, Settings.IdleLimit);

    /// <summary>What decided about the boundary.</summary>
    public IReadOnlyList<BoundaryCheck> Boundary =>
        _boundary ??= Session is null || Step is null ? [] : SessionBoundary.Checks(Session, Step);

    private bool IsOfServicesCurrency => Step?.QuoteCurrency == Service.QuoteCurrency;

    internal string CapText => ExactDecimal.Format(Settings.CapTwd ?? 0);

    internal string SizeText => ExactDecimal.Format(Step?.SizeQuote ?? 0);
}
