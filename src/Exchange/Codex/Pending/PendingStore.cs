using System.Text.Json;
using System.Text.Json.Nodes;
using Exchange.Codex.Locks;
using Exchange.Codex.Store;
using Exchange.Storage;

namespace Exchange.Codex.Pending;

/// <summary>The sign-ins that were begun and not finished: one for each profile, for 15 minutes (codex-auth.md 4.2).</summary>
internal sealed class PendingStore(CodexPlaces places, TimeProvider clock, Func<decimal> random)
{
    public const int MostAttempts = 5;

    private const string FileName = "codex-auth-pending.json";
    private static readonly long FutureTolerance = (long)TimeSpan.FromSeconds(60).TotalMilliseconds;

    /// <summary>All entries, also those that have expired; none when there is no file.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.pending_untrusted</c></exception>
    public async Task<IReadOnlyList<PendingSignIn>> ReadAsync(CancellationToken cancel)
    {
        if (CodexTemporaryFolder.Find(places) is not { } folder)
        {
            return [];
        }
        var root = await LoadAsync(Path.Combine(folder, FileName), cancel).ConfigureAwait(false);
        return [.. root.Select(entry => PendingSignIn.Of(entry.Key, entry.Value)).OfType<PendingSignIn>()];
    }

    /// <summary>Keeps an entry in the place of the profile's older one.</summary>
    public Task KeepAsync(PendingSignIn pending, CancellationToken cancel) =>
        EditAsync(root => root[pending.ProfileId] = pending.ToJson(), cancel);

    /// <summary>Counts an attempt with a wrong state; after five the entry is gone.</summary>
    public Task CountAsync(PendingSignIn pending, CancellationToken cancel) =>
        EditAsync(
            root =>
            {
                if (
                    PendingSignIn.Of(pending.ProfileId, root[pending.ProfileId]) is not { } now
                    || !IsSame(now, pending)
                )
                {
                    return;
                }
                if (now.Attempts + 1 >= MostAttempts)
                {
                    root.Remove(pending.ProfileId);
                    return;
                }
                root[pending.ProfileId]!["attempts"] = now.Attempts + 1;
            },
            cancel
        );

    /// <summary>Removes the entry, unless a newer sign-in has taken its place.</summary>
    public Task RemoveAsync(PendingSignIn pending, CancellationToken cancel) =>
        EditAsync(
            root =>
            {
                if (PendingSignIn.Of(pending.ProfileId, root[pending.ProfileId]) is { } now && IsSame(now, pending))
                {
                    root.Remove(pending.ProfileId);
                }
            },
            cancel
        );

    private static bool IsSame(PendingSignIn one, PendingSignIn other) => one.State == other.State;

    private async Task EditAsync(Action<JsonObject> edit, CancellationToken cancel)
    {
        var path = Path.Combine(CodexTemporaryFolder.Open(places), FileName);
        using var held = await LockFile
            .TakeAsync(path, LockPatience.Usual, clock, random, () => Locked(path), cancel)
            .ConfigureAwait(false);
        var root = await LoadAsync(path, cancel).ConfigureAwait(false);
        edit(root);
        Purge(root);
        if (root.Count == 0)
        {
            File.Delete(path);
            return;
        }
        AtomicFile.DeleteLeftovers(path, clock.GetUtcNow() - CodexConstants.PendingLifetime);
        AtomicFile.Replace(path, StoreJson.Write(root), held.Check);
    }

    private async Task<JsonObject> LoadAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (!TrustedFile.IsTrusted(path))
            {
                throw CodexError.Of(
                    "pending_untrusted",
                    $"{path} is a link or belongs to another user.",
                    "Remove it, then begin the sign-in anew with Start-CodexAuth."
                );
            }
            return StoreJson.Parse(await TrustedFile.ReadAsync(path, clock, cancel).ConfigureAwait(false)) ?? [];
        }
        catch (JsonException)
        {
            // It holds nothing that lasts: a broken one is as good as none.
            return [];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw CodexError.Of("pending_untrusted", $"{path} cannot be read: {trouble.Message}", inner: trouble);
        }
    }

    // What is not understood stays as long as it has a time in range.
    private void Purge(JsonObject root)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var oldest = now - (long)CodexConstants.PendingLifetime.TotalMilliseconds;
        var gone = root.Where(entry =>
                entry.Value is not JsonObject known
                || PendingSignIn.Number(known, "createdAt") is not { } created
                || created < oldest
                || created > now + FutureTolerance
            )
            .Select(entry => entry.Key)
            .ToList();
        gone.ForEach(id => root.Remove(id));
    }

    private static ExchangeException Locked(string path) =>
        CodexError.Of("store_locked", $"Another program holds the lock of {path}.", "Repeat in a moment.");
}
