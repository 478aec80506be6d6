namespace Exchange.Guard;

/// <summary>Where a session stands after a step, or stands now when there is none, and what is left of its limits.</summary>
/// <param name="Step">Steps done after it; null without a step.</param>
/// <param name="ExposureQuote">Exposure after it; null without a step.</param>
/// <param name="HeadroomSteps">Steps that remain then.</param>
/// <param name="HeadroomQuote">Exposure that remains then.</param>
public sealed record SessionProjection(
    decimal? Step,
    decimal? ExposureQuote,
    decimal? HeadroomSteps,
    decimal? HeadroomQuote
)
{
    /// <summary>Reckons it; a number that cannot be known is null. A sell adds to the exposure like a buy.</summary>
    public static SessionProjection Of(TradeSession session, PendingStep? step)
    {
        var size = step?.ValidSize;
        var steps = session.RiskState.Number("current_step").OrZero;
        var exposure = session.RiskState.Number("total_exposure_quote").OrZero;
        var stepAfter = size is null ? steps : SessionBoundary.Plus(steps, 1);
        var exposureAfter = size is null ? exposure : SessionBoundary.Plus(exposure, size);
        return new SessionProjection(
            size is null ? null : stepAfter,
            size is null ? null : exposureAfter,
            SessionBoundary.Plus(session.Policy.MaxSteps, -stepAfter),
            SessionBoundary.Plus(session.Policy.MaxTotalExposureQuote, -exposureAfter)
        );
    }
}
