using Exchange.Desk;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>
/// A cmdlet whose writes the trade guard judges: how its guard is put together, and how a draft that the guard let pass is confirmed
/// (trade-guard.md section 10). No preference and no switch reaches the guard's answer.
/// </summary>
public abstract class GuardedCmdlet : ExchangeCmdlet
{
    /// <summary>The guard of one call; it is not asked yet.</summary>
    /// <param name="input">What the caller handed over.</param>
    /// <param name="step">The step; null for what is none, such as a cancellation.</param>
    /// <param name="attemptIds">The caller's ids; null and empty ones give no protection.</param>
    /// <param name="terms">What words of consent must name.</param>
    private protected GuardedCall Guarded(
        GuardInput input,
        PendingStep? step,
        IEnumerable<string?> attemptIds,
        IReadOnlyList<ConsentTerm> terms
    ) => GuardedCall.For(input, step, attemptIds, terms, IsWhatIf, Warn);

    /// <summary>How its draft is confirmed, for the write corridor.</summary>
    /// <param name="guarded">The guard of the call.</param>
    /// <param name="isForced">True for a <c>-Force</c> that stands for a yes; it silences the question of an ALLOW and no other.</param>
    private protected DraftConfirmation Confirmation(GuardedCall guarded, bool isForced = false) =>
        (draft, cancel) => ConfirmGuardedAsync(draft, guarded, isForced, cancel);

    private async Task<bool> ConfirmGuardedAsync(
        IDraft draft,
        GuardedCall guarded,
        bool isForced,
        CancellationToken cancel
    )
    {
        if (guarded.Guard is { Decision.Decision: GuardVerdict.REMIND, Request.Session: { } session })
        {
            Inform(StrategyBanner.Summary(session));
        }
        if (IsWhatIf)
        {
            await PreviewedAsync(draft, cancel);
            return await ConfirmAsync(guarded.WithDecision(draft), cancel);
        }
        if (guarded.Guard.Pass == GuardPass.Approved)
        {
            return !IsConfirmAsked || await ConfirmAsync(draft, cancel);
        }
        var isConsent = guarded.IsConfirmedInWords(draft) || isForced;
        var isEchoed = await IsEchoedAsync(draft, guarded.Guard, cancel);
        if (guarded.Guard.Pass == GuardPass.Insist)
        {
            return await InsistAsync(draft, cancel);
        }
        // The exact amount, typed or given, says more than a yes; so do words that name the draft.
        return isEchoed || (isConsent && !IsConfirmAsked) || await ConfirmAsync(draft, cancel);
    }

    /// <summary>Keeps what a preview has shown, where that counts later.</summary>
    private protected virtual Task PreviewedAsync(IDraft draft, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>True when the caller repeated what only the draft shows; a refusal when that is needed and was not done.</summary>
    private protected virtual Task<bool> IsEchoedAsync(IDraft draft, TradeGuard guard, CancellationToken cancel) =>
        Task.FromResult(false);

    /// <summary>The refusal of several orders with one session: their limits would be compared with a state that stands still.</summary>
    private protected static ExchangeException OneStepPerCall(
        GuardedService service,
        TradeSession? session,
        int orders
    ) =>
        new(
            $"{service.Name}.Guard.OneStepPerCall",
            ErrorKind.Refused,
            $"Nothing was sent: in a trade session one command is one step, and {orders} orders were given."
        )
        {
            Target = session?.StrategySessionId,
            Remedy =
                "Update-TradeSession after each step, and hand the new session to the next"
                + (service == GuardedService.BitoPro ? "; up to ten orders are one step with -Batch." : "."),
        };
}
