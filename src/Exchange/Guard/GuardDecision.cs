using System.Text.Json.Serialization;
using Exchange.Desk;

namespace Exchange.Guard;

/// <summary>What the guard says about one request, and why.</summary>
public sealed record GuardDecision
{
    /// <summary>The verdict.</summary>
    public required GuardVerdict Decision { get; init; }

    /// <summary>The reason code, which is stable.</summary>
    public required string Reason { get; init; }

    /// <summary>The row of the ladder that decided (docs/guard.md).</summary>
    public required string Row { get; init; }

    /// <summary>received, preprocessed or sent.</summary>
    public required string EventKind { get; init; }

    /// <summary>The comparisons that decided, with both numbers of each.</summary>
    public IReadOnlyList<GuardDetail> Details { get; init; } = [];

    /// <summary>What can be done now.</summary>
    public IReadOnlyList<string> SuggestedActions { get; init; } = [];

    /// <summary>Steps done after this one; null without a session or a step.</summary>
    public decimal? ProjectedStep { get; init; }

    /// <summary>Exposure after this step; null without a session or a step.</summary>
    public decimal? ProjectedExposureQuote { get; init; }

    /// <summary>Steps that remain after it.</summary>
    public decimal? HeadroomSteps { get; init; }

    /// <summary>Exposure that remains after it.</summary>
    public decimal? HeadroomQuote { get; init; }

    /// <summary>In words; the wording is free, the reason code is not.</summary>
    public required string Guardrail { get; init; }

    /// <summary>What was read leniently.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The draft that it was about; null in a preview.</summary>
    [JsonIgnore]
    public IDraft? Draft { get; init; }

    /// <summary>True when nothing may be sent.</summary>
    [JsonIgnore]
    public bool IsRefusal =>
        Decision
            is GuardVerdict.ESCALATE
                or GuardVerdict.BLOCK
                or GuardVerdict.PAUSE
                or GuardVerdict.CLARIFY
                or GuardVerdict.APPROVE_SESSION;

    /// <summary>Row 2 alone, for when there are no phrases to look for.</summary>
    internal static GuardDecision Duplicate(GuardRequest request)
    {
        var row = GuardLadder.Rows.First(known => known.Verdict == GuardVerdict.PAUSE);
        var silent = new GuardFacts(
            request with
            {
                Text = null,
                Session = null,
            },
            GuardRules.BuiltIn,
            new GuardSettings()
        );
        return Of(row, request, silent);
    }

    private static IReadOnlyList<string> Together(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 ? other
        : other.Count == 0 ? one
        : [.. one, .. other];

    internal static GuardDecision Of(GuardRow row, GuardRequest request, GuardFacts facts)
    {
        var projection = facts.Session is { } session ? SessionProjection.Of(session, request.Step) : null;
        var details = GuardWording.Details(row, facts);
        return new GuardDecision
        {
            Decision = row.Verdict,
            Reason = row.Reason(facts),
            Row = row.Name,
            EventKind = request.Kind,
            Details = details,
            SuggestedActions = GuardWording.Actions(row, facts.Service),
            ProjectedStep = projection?.Step,
            ProjectedExposureQuote = projection?.ExposureQuote,
            HeadroomSteps = projection?.HeadroomSteps,
            HeadroomQuote = projection?.HeadroomQuote,
            Guardrail = GuardWording.Guardrail(row, details),
            Warnings = Together(facts.Settings.Warnings, facts.Freshness?.Warnings ?? []),
        };
    }
}
