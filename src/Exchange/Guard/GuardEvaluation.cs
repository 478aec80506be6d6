namespace Exchange.Guard;

/// <summary>One run down the ladder, with the store of attempt ids asked where row 2 stands.</summary>
public static class GuardEvaluation
{
    /// <summary>Decides.</summary>
    /// <param name="request">What is judged.</param>
    /// <param name="rules">The phrases.</param>
    /// <param name="settings">The environment's settings.</param>
    /// <param name="store">Where attempt ids are remembered.</param>
    /// <param name="record">False for a preview, which only looks.</param>
    /// <param name="cancel">Ends the wait for other processes.</param>
    /// <exception cref="ExchangeException">The store cannot be used: nothing may be sent.</exception>
    public static async Task<GuardDecision> DecideAsync(
        GuardRequest request,
        GuardRules rules,
        GuardSettings settings,
        IDuplicateStore store,
        bool record,
        CancellationToken cancel
    )
    {
        var facts = new GuardFacts(request, rules, settings);
        // A refused text records nothing; whatever else is refused later has been seen.
        if (!facts.AltersPolicy && request.CheckedIds is { Count: > 0 } ids)
        {
            facts.IsDuplicate = await store
                .IsDuplicateAsync(ids, request.Now, settings.DuplicateWindow, record, cancel)
                .ConfigureAwait(false);
        }
        return GuardDecision.Of(GuardLadder.Decide(facts), request, facts);
    }

    /// <summary>The same over a table of ids, at once.</summary>
    /// <param name="request">What is judged.</param>
    /// <param name="rules">The phrases.</param>
    /// <param name="settings">The environment's settings.</param>
    /// <param name="seen">The table, which is changed.</param>
    public static GuardDecision Decide(
        GuardRequest request,
        GuardRules rules,
        GuardSettings settings,
        IDictionary<string, DateTimeOffset> seen
    )
    {
        var facts = new GuardFacts(request, rules, settings);
        facts.IsDuplicate =
            !facts.AltersPolicy
            && request.CheckedIds is { Count: > 0 } ids
            && DuplicateWindow.IsDuplicate(seen, ids, request.Now, settings.DuplicateWindow);
        return GuardDecision.Of(GuardLadder.Decide(facts), request, facts);
    }
}
