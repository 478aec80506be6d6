namespace Exchange.Desk;

/// <summary>
/// The write corridor: guard, confirm, journal(intent), send once, journal(outcome), receipt. The only way by which anything
/// that moves something is sent.
/// </summary>
public sealed class WriteDesk(Journal journal, TimeProvider clock, Action<string> warn)
{
    /// <summary>Takes one call down the corridor; null when the person said no.</summary>
    /// <exception cref="ExchangeException">Refused by the guard; not written, so not sent; refused by the service; or
    /// <see cref="ExchangeException.OutcomeUnknown"/>.</exception>
    public async Task<WriteReceipt<T>?> SubmitAsync<T>(
        WriteCall<T> call,
        DraftConfirmation confirm,
        CancellationToken cancel
    )
    {
        foreach (var id in call.Attempts.Select(attempt => attempt.AttemptId).OfType<string>())
        {
            AttemptId.Validate(id);
        }
        await call.Guard.CheckAsync(call.Draft, cancel).ConfigureAwait(false);
        if (!await confirm(call.Draft, cancel).ConfigureAwait(false))
        {
            return null;
        }

        await call.Ready(cancel).ConfigureAwait(false);
        var intents = Intents(call);
        await journal
            .WriteAsync(intents, idsAreFresh: call.Attempts.All(attempt => attempt.AttemptId is null), cancel)
            .ConfigureAwait(false);
        return await SendAsync(call, [.. intents.Select(intent => intent.AttemptId)], cancel).ConfigureAwait(false);
    }

    private List<AttemptIntent> Intents<T>(WriteCall<T> call) =>
        [
            .. call.Attempts.Select(attempt => new AttemptIntent(
                attempt.AttemptId ?? AttemptId.New(clock),
                clock.GetUtcNow(),
                call.Service,
                attempt.Operation,
                call.Account,
                call.Address,
                WithJudgement(attempt.Facts, call.Guard.Facts)
            )
            {
                SinceStartMs = AttemptAge.SinceStartMs(clock),
            }),
        ];

    private static IReadOnlyDictionary<string, string> WithJudgement(
        IReadOnlyDictionary<string, string> facts,
        IReadOnlyDictionary<string, string> judgement
    ) => judgement.Count == 0 ? facts : new Dictionary<string, string>(facts.Concat(judgement), StringComparer.Ordinal);

    private async Task<WriteReceipt<T>> SendAsync<T>(WriteCall<T> call, List<string> ids, CancellationToken cancel)
    {
        T answer;
        try
        {
            answer = await call.Send(cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            var state = trouble.OutcomeUnknown ? AttemptState.Unknown : AttemptState.Rejected;
            await SettleAllAsync(ids, state, trouble.Message).ConfigureAwait(false);
            throw trouble.ForAttempt(ids[0], trouble.Message, RemedyFor(trouble, ids));
        }
        catch (OperationCanceledException)
        {
            await SettleAllAsync(ids, AttemptState.Rejected, "stopped before it was sent").ConfigureAwait(false);
            throw;
        }
        catch (Exception trouble)
        {
            await SettleAllAsync(ids, AttemptState.Unknown, trouble.GetType().Name).ConfigureAwait(false);
            throw;
        }
        await SettleAsync(ids.Zip(call.Settle(answer))).ConfigureAwait(false);
        return new WriteReceipt<T>(answer, ids);
    }

    private Task SettleAllAsync(List<string> ids, AttemptState state, string reason) =>
        SettleAsync(ids.Select(id => (id, new AttemptResult(state, null, reason))));

    // What happened has happened: its record is written whether or not the caller still waits, and a record that cannot
    // be written leaves the intent, which reads as unknown.
    private async Task SettleAsync(IEnumerable<(string Id, AttemptResult Result)> results)
    {
        var outcomes = results
            .Select(settled => new AttemptOutcome(
                settled.Id,
                clock.GetUtcNow(),
                settled.Result.State,
                settled.Result.Reference,
                settled.Result.Reason
            ))
            .ToList();
        try
        {
            await journal.WriteAsync(outcomes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            warn(
                $"The outcome of {string.Join(", ", outcomes.Select(outcome => outcome.AttemptId))} could not be "
                    + $"recorded; it will read as unknown. {trouble.Message}"
            );
        }
    }

    private static string? RemedyFor(ExchangeException trouble, List<string> ids) =>
        trouble.OutcomeUnknown
            ? $"Do not send it again. Run: Resolve-ExchangeAttempt -AttemptId {string.Join(',', ids)}"
            : trouble.Remedy;
}
