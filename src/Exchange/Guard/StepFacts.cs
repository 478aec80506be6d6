using System.Globalization;
using Exchange.Desk;

namespace Exchange.Guard;

/// <summary>
/// What the journal keeps of an approved step. A process can end between the answer and the count of the step: then the attempt
/// itself stands for the report.
/// </summary>
public static class StepFacts
{
    private const string Session = "session";
    private const string Step = "sessionStep";
    private const string Size = "sessionSize";
    private const string Exposure = "sessionExposure";

    /// <summary>The facts of a step that the guard allowed.</summary>
    internal static IReadOnlyDictionary<string, string> Of(GuardDecision decision, GuardRequest request)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Step] = ExactDecimal.Format(decision.ProjectedStep!.Value),
            [Size] = ExactDecimal.Format(request.Step!.SizeQuote!.Value),
            [Exposure] = ExactDecimal.Format(decision.ProjectedExposureQuote!.Value),
        };
        if (request.Session?.StrategySessionId is { } id)
        {
            facts[Session] = id;
        }
        return facts;
    }

    /// <summary>The report of the step that an attempt was part of; null when the service refused it, so that there is nothing to count.</summary>
    /// <param name="attempt">As the journal has it.</param>
    /// <exception cref="ExchangeException"><c>TradeSession.StepUnknown</c> while its outcome is not known; <c>TradeSession.NotAStep</c> when
    /// it was taken in no session.</exception>
    public static TradeStepReport? Report(Attempt attempt)
    {
        if (
            !ExactDecimal.TryParse(attempt.Facts.GetValueOrDefault(Step), out var step)
            || !ExactDecimal.TryParse(attempt.Facts.GetValueOrDefault(Size), out var size)
            || !ExactDecimal.TryParse(attempt.Facts.GetValueOrDefault(Exposure), out var exposure)
        )
        {
            throw ExchangeException.BadInput(
                "TradeSession.NotAStep",
                $"The attempt {attempt.AttemptId} was no step of a trade session.",
                target: attempt.AttemptId
            );
        }
        return attempt.State switch
        {
            AttemptState.Rejected => null,
            AttemptState.Unknown => throw Unknown(attempt),
            _ => new TradeStepReport
            {
                StrategySessionId = attempt.Facts.GetValueOrDefault(Session),
                Orders = [],
                SizeQuote = size,
                ProjectedStep = step,
                ProjectedExposureQuote = exposure,
                ExecutedAt = attempt.StartedAt,
            },
        };
    }

    private static ExchangeException Unknown(Attempt attempt) =>
        new(
            "TradeSession.StepUnknown",
            ErrorKind.Conflict,
            $"It is not known what became of {attempt.AttemptId}, so it is neither counted nor passed over."
        )
        {
            AttemptId = attempt.AttemptId,
            Target = attempt,
            Remedy = string.Create(
                CultureInfo.InvariantCulture,
                $"Resolve-ExchangeAttempt -AttemptId {attempt.AttemptId}, then repeat."
            ),
        };
}
