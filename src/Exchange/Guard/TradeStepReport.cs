namespace Exchange.Guard;

/// <summary>What an approved step came to (trade-guard.md 8.3): what the caller brings its session up to date with.</summary>
public sealed record TradeStepReport
{
    /// <summary>The session that the step belongs to.</summary>
    public required string? StrategySessionId { get; init; }

    /// <summary>Its orders, in the order of sending.</summary>
    public required IReadOnlyList<TradeStepOrder> Orders { get; init; }

    /// <summary>What the step was worth when it was judged.</summary>
    public required decimal SizeQuote { get; init; }

    /// <summary>Steps done, with this one.</summary>
    public required decimal ProjectedStep { get; init; }

    /// <summary>Exposure with this step.</summary>
    public required decimal ProjectedExposureQuote { get; init; }

    /// <summary>Steps that remain.</summary>
    public decimal? HeadroomSteps { get; init; }

    /// <summary>Exposure that remains.</summary>
    public decimal? HeadroomQuote { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset ExecutedAt { get; init; }

    /// <summary>The report of a step that the guard allowed in its session.</summary>
    /// <param name="decision">What the guard said of it.</param>
    /// <param name="request">What it was asked.</param>
    /// <param name="orders">What was sent.</param>
    /// <param name="now">When.</param>
    public static TradeStepReport Of(
        GuardDecision decision,
        GuardRequest request,
        IReadOnlyList<TradeStepOrder> orders,
        DateTimeOffset now
    ) =>
        new()
        {
            StrategySessionId = request.Session?.StrategySessionId,
            Orders = orders,
            SizeQuote = request.Step!.SizeQuote!.Value,
            ProjectedStep = decision.ProjectedStep!.Value,
            ProjectedExposureQuote = decision.ProjectedExposureQuote!.Value,
            HeadroomSteps = decision.HeadroomSteps,
            HeadroomQuote = decision.HeadroomQuote,
            ExecutedAt = now,
        };
}

/// <summary>One order of a step.</summary>
public sealed record TradeStepOrder
{
    /// <summary>The service's id.</summary>
    public required string OrderId { get; init; }

    /// <summary>The journal's id of the attempt.</summary>
    public required string AttemptId { get; init; }

    /// <summary>BUY or SELL.</summary>
    public required string Action { get; init; }

    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>As ordered.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What is filled; 0 while nothing is, null when it could not be read.</summary>
    public decimal? ExecutedAmount { get; init; }

    /// <summary>Mean price of the fills; null while there are none.</summary>
    public decimal? AvgExecutionPrice { get; init; }

    /// <summary>The service's word for its state; null when it could not be read.</summary>
    public string? Status { get; init; }
}
