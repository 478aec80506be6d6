using Exchange.Desk;

namespace Exchange.Guard;

/// <summary>How a draft that the guard let pass is confirmed.</summary>
public enum GuardPass
{
    /// <summary>By the usual confirmation.</summary>
    Ask,

    /// <summary>The approval of the session stands for it.</summary>
    Approved,

    /// <summary>By a person, whatever the preferences: the guard could not be used (trade-guard.md 9.2).</summary>
    Insist,
}

/// <summary>
/// The guard of the write corridor (trade-guard.md section 10): one evaluation for one call, recorded unless it is a preview. No
/// preference and no switch reaches it.
/// </summary>
public sealed class TradeGuard(
    IDuplicateStore store,
    GuardAudit audit,
    Func<string, string?> environment,
    Action<string> warn
) : IGuard
{
    /// <summary>What is judged.</summary>
    public required GuardRequest Request { get; init; }

    /// <summary>True for <c>-WhatIf</c>: looks, and records nothing but an audit line that says so.</summary>
    public bool IsPreview { get; init; }

    /// <summary>True when a text that names the draft was given: it answers row 8.</summary>
    public bool IsConfirmedInWords { get; init; }

    /// <summary>What it said; null before it was asked, and when it could not be.</summary>
    public GuardDecision? Decision { get; private set; }

    /// <summary>How the draft is confirmed.</summary>
    public GuardPass Pass { get; private set; }

    /// <summary>The step, when an approved one is taken: with it a lost report can be made again (see <see cref="StepFacts"/>).</summary>
    public IReadOnlyDictionary<string, string> Facts =>
        Decision is { Decision: GuardVerdict.ALLOW_IN_SESSION } allowed
            ? StepFacts.Of(allowed, Request)
            : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task CheckAsync(IDraft draft, CancellationToken cancel)
    {
        var settings = GuardSettings.Read(environment, Request.Service);
        var attempts = new OnceAskedStore(store);
        if (await DecideAsync(settings, attempts, cancel).ConfigureAwait(false) is not { } decision)
        {
            Pass = GuardPass.Insist;
            await RefuseDuplicateAsync(draft, settings, attempts, cancel).ConfigureAwait(false);
            return;
        }

        Decision = decision with { Draft = draft };
        foreach (var warning in decision.Warnings)
        {
            warn(warning);
        }
        var isAudited = await AuditAsync(decision, settings, cancel).ConfigureAwait(false);
        if (decision.IsRefusal && !IsAnsweredLater(decision))
        {
            throw Refusal(Decision);
        }
        Pass =
            decision.Decision == GuardVerdict.ALLOW_IN_SESSION && (isAudited || !settings.FailsClosedOnAuditError)
                ? GuardPass.Approved
                : GuardPass.Ask;
    }

    // Row 4 is answered by the exact value, which the confirmation asks for; row 8 by words that name the draft.
    private bool IsAnsweredLater(GuardDecision decision) =>
        decision.Row == "4" || (decision.Row == "8" && IsConfirmedInWords);

    // Null when there are no phrases, or when the evaluation itself fails: then a person takes its place (trade-guard.md 9.2). A store
    // that cannot be used is neither: it refuses.
    private async Task<GuardDecision?> DecideAsync(
        GuardSettings settings,
        OnceAskedStore attempts,
        CancellationToken cancel
    )
    {
        GuardRules rules;
        try
        {
            rules = GuardRules.Load(environment);
        }
        catch (ExchangeException trouble)
        {
            Unavailable(trouble.Message);
            return null;
        }
        try
        {
            return await GuardEvaluation
                .DecideAsync(Request, rules, settings, attempts, record: !IsPreview, cancel)
                .ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is not (ExchangeException or OperationCanceledException))
        {
            Unavailable($"It failed with {trouble.GetType().Name}.");
            return null;
        }
    }

    private void Unavailable(string why) =>
        warn(
            $"The trade guard is not available, so no session counts and every step needs a person's confirmation. {why}"
        );

    // Duplicates need no phrases.
    private async Task RefuseDuplicateAsync(
        IDraft draft,
        GuardSettings settings,
        OnceAskedStore attempts,
        CancellationToken cancel
    )
    {
        if (
            Request.CheckedIds is { Count: > 0 } ids
            && await attempts
                .IsDuplicateAsync(ids, Request.Now, settings.DuplicateWindow, record: !IsPreview, cancel)
                .ConfigureAwait(false)
        )
        {
            throw Refusal(GuardDecision.Duplicate(Request) with { Draft = draft });
        }
    }

    private async Task<bool> AuditAsync(GuardDecision decision, GuardSettings settings, CancellationToken cancel)
    {
        try
        {
            await audit.WriteAsync(decision, Request, settings, IsPreview, cancel).ConfigureAwait(false);
            return true;
        }
        catch (ExchangeException trouble)
        {
            warn($"The guard's decision {decision.Decision} could not be recorded. {trouble.Message}");
            return false;
        }
    }

    /// <summary>The error of a refusal: final, whatever the preferences.</summary>
    internal static ExchangeException Refusal(GuardDecision decision) =>
        new(
            $"{decision.Draft?.Service ?? GuardedService.BitoPro.Name}.Guard.{decision.Decision}",
            ErrorKind.Refused,
            $"Nothing was sent. {decision.Guardrail} ({decision.Reason})"
                + (decision.Draft is { } draft ? Environment.NewLine + DraftText.Of(draft) : "")
        )
        {
            Target = decision,
            Remedy = string.Join(' ', decision.SuggestedActions),
        };
}
