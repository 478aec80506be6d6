namespace Exchange.Desk;

/// <summary>Settles attempts whose outcome is unknown by asking the service, never by sending again (design.md section 3).</summary>
public sealed class AttemptResolver(Journal journal, TimeProvider clock)
{
    /// <summary>
    /// From then on no request of the attempt can still be under way: twice the time limit of a request, and as much again for
    /// what lies between here and there.
    /// </summary>
    public static readonly TimeSpan QuietAfter = TimeSpan.FromSeconds(90);

    /// <summary>Between the two looks that must both find nothing.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Looks for the attempt and writes what was found into the journal.</summary>
    /// <param name="attempt">An attempt in state <see cref="AttemptState.Unknown"/>.</param>
    /// <param name="lookup">Asks its service.</param>
    /// <param name="wait">Wait until nothing can be under way any more, when nothing is found before.</param>
    /// <param name="cancel">Ends the wait; the attempt then stays as it was.</param>
    /// <returns>The attempt as it stands now.</returns>
    public async Task<Attempt> ResolveAsync(Attempt attempt, IAttemptLookup lookup, bool wait, CancellationToken cancel)
    {
        if (Mismatch(attempt, lookup) is { } mismatch)
        {
            return attempt with { Reason = mismatch };
        }

        return await JudgeAsync(attempt, lookup, wait, cancel).ConfigureAwait(false) switch
        {
            AttemptFinding.Found found => await SettleAsync(
                    attempt,
                    AttemptResult.Accepted(found.Reference),
                    found.IsShared,
                    cancel
                )
                .ConfigureAwait(false),
            AttemptFinding.Failed failed => await SettleAsync(
                    attempt,
                    new AttemptResult(AttemptState.Rejected, null, failed.Reason),
                    isShared: false,
                    cancel
                )
                .ConfigureAwait(false),
            AttemptFinding.Unclear unclear => attempt with { Reason = unclear.Reason },
            _ => attempt,
        };
    }

    private static string? Mismatch(Attempt attempt, IAttemptLookup lookup)
    {
        if (attempt.Address != lookup.Address)
        {
            return $"it went to {attempt.Address}, and the connection now is to {lookup.Address}";
        }
        return string.Equals(attempt.Account, lookup.Account, StringComparison.Ordinal)
            ? null
            : $"it was made by the account {attempt.Account}, and the connection now is of {lookup.Account}";
    }

    // Found, failed or unclear; what was absent for long enough has failed.
    private async Task<AttemptFinding> JudgeAsync(
        Attempt attempt,
        IAttemptLookup lookup,
        bool wait,
        CancellationToken cancel
    )
    {
        var age = new AttemptAge(attempt, clock);
        var looksInQuiet = 0;
        while (true)
        {
            var isQuiet = age.AtLeast >= QuietAfter;
            var finding = await LookAsync(age.WithDoubt(), lookup, cancel).ConfigureAwait(false);
            switch (finding)
            {
                case AttemptFinding.Absent absent when isQuiet && ++looksInQuiet == 2:
                    return new AttemptFinding.Failed(absent.Reason);
                case AttemptFinding.Absent absent when !isQuiet && !wait:
                    return new AttemptFinding.Unclear(NotYet(absent.Reason, QuietAfter - age.AtLeast));
                case not AttemptFinding.Absent:
                    return finding;
                default:
                    var pause = isQuiet ? BetweenLooks : QuietAfter - age.AtLeast;
                    await Task.Delay(pause > BetweenLooks ? pause : BetweenLooks, clock, cancel).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task<AttemptFinding> LookAsync(Attempt attempt, IAttemptLookup lookup, CancellationToken cancel)
    {
        try
        {
            var content = await journal.ReadAsync(cancel).ConfigureAwait(false);
            return await lookup.LookAsync(attempt, Claimed(content, attempt), cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble) when (trouble.Kind != ErrorKind.Storage)
        {
            return new AttemptFinding.Unclear($"the service could not be asked: {trouble.Message}");
        }
    }

    // Another process may have claimed the same order since the look: look at the claims again where nobody else can write.
    private async Task<Attempt> SettleAsync(
        Attempt attempt,
        AttemptResult result,
        bool isShared,
        CancellationToken cancel
    )
    {
        var settled = attempt;
        await journal
            .SettleAsync(
                content =>
                {
                    settled = content.Attempts.FirstOrDefault(known => known.AttemptId == attempt.AttemptId) ?? attempt;
                    if (settled.State != AttemptState.Unknown)
                    {
                        return null;
                    }
                    if (result.Reference is { } reference && !isShared && Claimed(content, attempt).Contains(reference))
                    {
                        settled = settled with { Reason = $"{reference} belongs to another attempt" };
                        return null;
                    }
                    var now = clock.GetUtcNow();
                    settled = settled with
                    {
                        State = result.State,
                        SettledAt = now,
                        Reference = result.Reference,
                        Reason = result.Reason,
                    };
                    return new AttemptOutcome(attempt.AttemptId, now, result.State, result.Reference, result.Reason);
                },
                cancel
            )
            .ConfigureAwait(false);
        return settled;
    }

    private static HashSet<string> Claimed(JournalContent content, Attempt attempt) =>
        content
            .Attempts.Where(other => other.AttemptId != attempt.AttemptId && IsSamePlace(other, attempt))
            .Select(other => other.Reference)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsSamePlace(Attempt other, Attempt attempt) =>
        other.Service == attempt.Service
        && other.Operation == attempt.Operation
        && other.Address == attempt.Address
        && other.Account == attempt.Account;

    private string NotYet(string reason, TimeSpan left) =>
        $"{reason}, but a request may still be under way: look again after {(clock.GetUtcNow() + left).ToLocalTime():HH:mm:ss}, or use -Wait";
}
