using System.Runtime.CompilerServices;
using Exchange.Codex.Apply;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;
using Exchange.Storage;

namespace Exchange.Codex;

/// <content>What is there: profiles, jobs, usage (codex-auth.md sections 7 and 12). Nothing here writes or locks.</content>
public sealed partial class CodexSignIn
{
    /// <summary>The profiles: all, or the one that is named.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.no_matching_codex_profiles</c>, <c>CodexAuth.bad_selector</c>, and those of reading the store</exception>
    public async Task<IReadOnlyList<CodexProfile>> GetProfilesAsync(string? profile, CancellationToken cancel)
    {
        var (store, ids) = await ChosenAsync(profile, cancel).ConfigureAwait(false);
        return [.. ids.Select(id => CodexProfile.Of(store, id, _clock.GetUtcNow()))];
    }

    /// <summary>The profiles as buttons and as text, for chat surfaces.</summary>
    public async Task<IReadOnlyList<CodexProfileChoice>> GetChoicesAsync(CancellationToken cancel)
    {
        var ids = (await Store(_places).ReadAsync(cancel).ConfigureAwait(false)).Discovered;
        var text = CodexChat.TextFallback(ids);
        return
        [
            .. ids.Select(
                (id, index) => new CodexProfileChoice(CodexSelector.Of(id), CodexChat.Start(ids, index), text)
            ),
        ];
    }

    /// <summary>How the last job went, of a profile or of all, and what is pending.</summary>
    public async Task<CodexAuthStatus> GetStatusAsync(string? profile, CancellationToken cancel)
    {
        var profileId = profile is null ? null : await LenientIdAsync(profile, cancel).ConfigureAwait(false);
        var (path, job) = await LastJobAsync(profileId, cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        var pending = await _pending.ReadAsync(cancel).ConfigureAwait(false);
        var isAbandoned = job is not null && !ApplyState.IsFinal(job.State) && !LiveProcess.Exists(job.ProcessId);
        return new CodexAuthStatus
        {
            Ok = job is null || isAbandoned ? false : job.Ok,
            State =
                job is null ? ApplyState.None
                : isAbandoned ? ApplyState.Abandoned
                : job.State,
            ProfileId = job?.ProfileId,
            JobId = job?.JobId,
            Timestamp = job?.ChangedAt,
            Errors = job?.Errors ?? [new CodexStepError(null, "no_status")],
            RevertCommand = job?.RevertCommand,
            StatusPath = path,
            Pending =
            [
                .. pending.Select(one => new CodexPendingSignIn(
                    one.ProfileId,
                    DateTimeOffset.FromUnixTimeMilliseconds(one.CreatedAt),
                    DateTimeOffset.FromUnixTimeMilliseconds(one.ExpiresAt),
                    one.IsExpired(now)
                )),
            ],
            StoreKind = StoreEra.Of(_places),
            StorePath = _places.StorePath,
        };
    }

    /// <summary>The lock of the store as it is now; nothing is taken or changed.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.store_not_writable</c></exception>
    public CodexLock InspectLock()
    {
        try
        {
            return LockFile.Inspect(_places.StorePath, _clock);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw CodexError.Of(
                "store_not_writable",
                $"The lock beside {_places.StorePath} cannot be looked at: {trouble.Message}",
                "Mend the permissions of the folder.",
                inner: trouble
            );
        }
    }

    /// <summary>What the accounts have used, profile by profile. A service that refuses is part of the answer and no error.</summary>
    /// <param name="profile">One, or nothing, <c>all</c> or <c>both</c> for every profile.</param>
    /// <param name="limit">How long one request may take; five seconds at least.</param>
    /// <param name="retries">How often one is repeated, after 5xx, time-outs and broken connections.</param>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<CodexUsage> GetUsageAsync(
        string? profile,
        TimeSpan limit,
        int retries,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var (store, ids) = await ChosenAsync(profile, cancel).ConfigureAwait(false);
        foreach (var id in ids)
        {
            var known = CodexProfile.Of(store, id, _clock.GetUtcNow());
            var local = new CodexUsage
            {
                ProfileId = id,
                RemoteOk = false,
                ExpiryState = known.ExpiryState,
                Expires = known.Expires,
                AccountId = known.AccountId,
                HasRefresh = known.HasRefresh,
            };
            yield return await _client
                .UsageAsync(
                    StoreDocument.Text(store.Find(id), "access"),
                    known.AccountId,
                    local,
                    limit,
                    retries,
                    cancel
                )
                .ConfigureAwait(false);
        }
    }

    private async Task<(StoreDocument Store, IReadOnlyList<string> Ids)> ChosenAsync(
        string? profile,
        CancellationToken cancel
    )
    {
        var isAll = CodexSelector.MeansAll(profile);
        var selector = isAll ? "" : CodexSelector.Normalize(profile);
        var store = await Store(_places).ReadAsync(cancel).ConfigureAwait(false);
        if (isAll)
        {
            if (store.Listed.Count == 0)
            {
                _warn($"No Codex login is kept in {_places.StorePath}: sign in with Start-CodexAuth.");
            }
            return (store, store.Listed);
        }
        var id = CodexSelector.Resolve(selector, store.Ids, store.Discovered).ProfileId;
        return store.Find(id) is null ? throw NoMatch(store, id) : (store, [id]);
    }

    // A status is told whatever the store is like.
    private async Task<string> LenientIdAsync(string profile, CancellationToken cancel)
    {
        var selector = CodexSelector.Normalize(profile);
        try
        {
            return (await ResolveAsync(selector, cancel).ConfigureAwait(false)).ProfileId;
        }
        catch (ExchangeException)
        {
            return CodexConstants.ProviderPrefix + selector;
        }
    }

    private async Task<(string? Path, ApplyStatus? Job)> LastJobAsync(string? profileId, CancellationToken cancel)
    {
        if (CodexTemporaryFolder.Find(_places) is not { } folder)
        {
            return (null, null);
        }
        foreach (var id in (string?[])[profileId, null])
        {
            var path = ApplyStatus.PathIn(folder, id);
            if (await ApplyStatus.ReadAsync(path, _clock, cancel).ConfigureAwait(false) is { } job)
            {
                return (path, job);
            }
        }
        return (null, null);
    }

    private static ExchangeException NoMatch(StoreDocument store, string id) =>
        CodexError.Of(
            "no_matching_codex_profiles",
            $"There is no profile {id}.",
            store.Listed.Count == 0
                ? "There is none at all: Start-CodexAuth begins a sign-in."
                : $"There are: {string.Join(", ", store.Listed)}",
            id
        );
}
