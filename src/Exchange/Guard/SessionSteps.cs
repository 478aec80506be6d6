namespace Exchange.Guard;

/// <summary>Brings a session up to date after a step (trade-guard.md 8.2): a copy, never the session itself.</summary>
public static class SessionSteps
{
    /// <summary>
    /// The session with the step counted. A report that is counted already changes nothing, so that it can be applied again after
    /// a crash.
    /// </summary>
    /// <param name="session">As it stood when the step was taken.</param>
    /// <param name="report">What the step came to.</param>
    /// <param name="realizedPnlQuote">The profit or loss so far; null leaves it as it is.</param>
    /// <exception cref="ExchangeException"><c>TradeSession.OtherSession</c>, <c>TradeSession.StepMissing</c></exception>
    public static TradeSession After(TradeSession session, TradeStepReport report, decimal? realizedPnlQuote)
    {
        if (report.StrategySessionId != session.StrategySessionId)
        {
            throw ExchangeException.BadInput(
                "TradeSession.OtherSession",
                $"The step belongs to {report.StrategySessionId}, not to {session.StrategySessionId}.",
                target: report.StrategySessionId
            );
        }
        var done = session.RiskState.Number("current_step").OrZero;
        if (report.ProjectedStep <= done)
        {
            return session;
        }
        if (SessionBoundary.Plus(done, 1) != report.ProjectedStep)
        {
            throw ExchangeException.BadInput(
                "TradeSession.StepMissing",
                $"The session stands at step {Text(done)}, and the report is of step {Text(report.ProjectedStep)}.",
                "Apply the reports one after the other, each once.",
                report.ProjectedStep
            );
        }
        return new TradeSession(
            JsonChange.Apply(
                session.Json,
                [
                    .. session.Status == SessionStatus.Approved
                        ? [JsonChange.Of(SessionStatus.Running, "status")]
                        : Array.Empty<JsonChange>(),
                    JsonChange.Of(report.ProjectedStep, "risk_state", "current_step"),
                    JsonChange.Of(report.ProjectedExposureQuote, "risk_state", "total_exposure_quote"),
                    .. realizedPnlQuote is { } pnl
                        ? [JsonChange.Of(pnl, "risk_state", "realized_pnl_quote")]
                        : Array.Empty<JsonChange>(),
                    JsonChange.Of(Instants.Format(report.ExecutedAt), "risk_state", "last_activity_at"),
                ]
            )
        );
    }

    private static string Text(decimal? number) =>
        number is { } known ? ExactDecimal.Format(known) : "that is no number";
}
