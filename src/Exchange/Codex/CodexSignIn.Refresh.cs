using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;
using Exchange.Storage;

namespace Exchange.Codex;

/// <content>Renewing a token (codex-auth.md section 11). A refresh token works once: two that renew end the session.</content>
public sealed partial class CodexSignIn
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    /// <summary>Renews the token of a profile when it has ended, ends within five minutes, or the caller insists.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.no_matching_codex_profiles</c>, <c>CodexAuth.missing_refresh_token</c>,
    /// <c>CodexAuth.refresh_rejected</c>, <c>CodexAuth.refresh_unavailable</c>, <c>CodexAuth.refresh_persist_failed</c>, and those of the store</exception>
    public async Task<CodexTokenRefresh> RefreshAsync(string? profile, bool force, CancellationToken cancel)
    {
        var store = Store(_places);
        var seen = await store.ReadAsync(cancel).ConfigureAwait(false);
        var id = CodexSelector.Resolve(CodexSelector.Normalize(profile), seen.Ids, seen.Discovered).ProfileId;
        var record = seen.Find(id) ?? throw NoMatch(seen, id);
        StoreEra.Check(_places, force, id);
        seen.CheckWritable(id, force);
        if (!force && !IsDue(record))
        {
            return Unchanged(id, record);
        }
        await WarnOfGatewayAsync(cancel).ConfigureAwait(false);

        // This order, for the other program takes them in it too.
        using var alone = await TakeRefreshLockAsync(id, record, cancel).ConfigureAwait(false);
        using var held = await store.LockAsync(cancel).ConfigureAwait(false);
        var before = await store.ReadAsync(cancel).ConfigureAwait(false);
        var current = before.Find(id) ?? throw NoMatch(before, id);
        if (!SameTokens(record, current) && !IsDue(current))
        {
            return Unchanged(id, current);
        }
        return await RenewAsync(store, held, before, current, id, cancel).ConfigureAwait(false);
    }

    private async Task<CodexTokenRefresh> RenewAsync(
        AuthStore store,
        LockFile held,
        StoreDocument before,
        JsonObject current,
        string id,
        CancellationToken cancel
    )
    {
        if (StoreDocument.Text(current, "refresh") is not { Length: > 0 } refresh)
        {
            throw CodexError.Of(
                "missing_refresh_token",
                $"{id} has no refresh token.",
                $"Sign in again: Start-CodexAuth -Profile {CodexSelector.Of(id)}",
                id
            );
        }
        cancel.ThrowIfCancellationRequested();
        CodexTokens tokens;
        try
        {
            // Whoever stops now must wait for the answer, for 15 s at most: it is the only copy of the new refresh token.
            tokens = await _client.RefreshAsync(refresh, id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ExchangeException reused) when (reused.ServiceCode == "refresh_token_reused")
        {
            // Somebody was faster, and may not know of locks.
            var after = (await store.ReadAsync(cancel).ConfigureAwait(false)).Find(id);
            if (after is null || SameTokens(current, after))
            {
                throw;
            }
            return Unchanged(id, after);
        }
        return Keep(store, held, before, id, tokens);
    }

    // From here on nothing is stopped half-way: the old refresh token is worth nothing any more.
    private CodexTokenRefresh Keep(AuthStore store, LockFile held, StoreDocument before, string id, CodexTokens tokens)
    {
        try
        {
            if (tokens.AccountId is { } account)
            {
                before.CheckAccount(id, account, force: false);
            }
            var written = store.Write(held, before, id, tokens, setOrder: false);
            return new CodexTokenRefresh
            {
                ProfileId = id,
                AccountId = StoreDocument.Text(written.Written.Find(id), "accountId"),
                Expires = DateTimeOffset.FromUnixTimeMilliseconds(tokens.Expires),
                Refreshed = true,
                BackupPath = written.BackupPath,
            };
        }
        catch (ExchangeException trouble)
        {
            var record = before.With(id, tokens, setOrder: false).Find(id)!;
            throw Rescued(trouble, id, Rescue(id, StoreDocument.RecordBytes(record), trouble));
        }
    }

    private string Rescue(string id, byte[] record, ExchangeException trouble)
    {
        try
        {
            return StoreBackups.Rescue(_places, id, record, _clock.GetUtcNow());
        }
        catch (ExchangeException second)
        {
            throw CodexError.Of(
                "refresh_persist_failed",
                $"The token of {id} was renewed, but could be written neither to the store ({CodexError.ShortId(trouble)}) nor beside it "
                    + $"({CodexError.ShortId(second)}): the login is lost.",
                $"Make room or mend the permissions of {_places.AgentFolder}, then sign in again: Start-CodexAuth -Profile {CodexSelector.Of(id)}",
                id,
                second
            );
        }
    }

    private static ExchangeException Rescued(ExchangeException trouble, string id, string path)
    {
        var isOther = CodexError.ShortId(trouble) == "account_mismatch";
        return CodexError.Of(
            isOther ? "account_mismatch" : "refresh_persist_failed",
            isOther
                ? $"The renewed token of {id} is of another account; the store was left as it is, and the record is in {path}."
                : $"The token of {id} was renewed, but the store could not be written ({CodexError.ShortId(trouble)}); the record is in {path}.",
            "Put that record into the store by hand, or sign in again; then delete the file, for it holds tokens.",
            id,
            trouble
        );
    }

    private async Task<LockFile> TakeRefreshLockAsync(string id, JsonObject record, CancellationToken cancel)
    {
        var provider = StoreDocument.Text(record, "provider") ?? CodexConstants.Provider;
        var folder = Path.Combine(_places.StateFolder, "locks", "oauth-refresh");
        try
        {
            PrivateFiles.CreateFolder(folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw CodexError.Of("store_not_writable", $"{folder} cannot be made: {trouble.Message}", inner: trouble);
        }
        return await LockFile
            .TakeAsync(
                Path.Combine(folder, RefreshLockName(provider, id)),
                new LockPatience(LockLimit),
                _clock,
                _chance,
                () => CodexError.Of("store_locked", $"Another program is renewing {id}.", "Repeat in a moment.", id),
                cancel
            )
            .ConfigureAwait(false);
    }

    /// <summary>The name of the other program's refresh lock, without its ending.</summary>
    internal static string RefreshLockName(string provider, string profileId) =>
        "sha256-"
        + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{provider}\0{profileId}"))).ToLowerInvariant();

    private async Task WarnOfGatewayAsync(CancellationToken cancel)
    {
        if (Gateway() is { } gateway && (await gateway.StatusAsync(cancel).ConfigureAwait(false)).IsRunning == true)
        {
            _warn(
                "The gateway runs and renews tokens by itself. Two that renew can end the session; stop it first, or leave this to it."
            );
        }
    }

    // Milliseconds by the letter: what stands there in seconds is due by any reading but a display's.
    private bool IsDue(JsonObject record) =>
        record["expires"] is not JsonValue value
        || !value.TryGetValue<decimal>(out var expires)
        || expires <= (_clock.GetUtcNow() + RenewBefore).ToUnixTimeMilliseconds();

    private static bool SameTokens(JsonObject one, JsonObject other) =>
        StoreDocument.Text(one, "access") == StoreDocument.Text(other, "access")
        && StoreDocument.Text(one, "refresh") == StoreDocument.Text(other, "refresh");

    private CodexTokenRefresh Unchanged(string id, JsonObject record) =>
        new()
        {
            ProfileId = id,
            AccountId = StoreDocument.Text(record, "accountId"),
            Expires = CodexProfile.Expiry(record["expires"], _clock.GetUtcNow()).Expires,
            Refreshed = false,
        };
}
