using Exchange.Codex.Locks;
using Exchange.Storage;

namespace Exchange.Codex.Store;

/// <summary>A step of a write, told to a test that ends the process there.</summary>
internal enum StoreStep
{
    Begun,
    Locked,
    Read,
    BackedUp,
    BeforeRename,
    Renamed,
}

/// <summary>What became of a write.</summary>
internal sealed record StoreWrite(string? BackupPath, StoreDocument Written, StoreDocument Before);

/// <summary>Reads and writes <c>auth-profiles.json</c>, which belongs to another running program (codex-auth.md 5.8).</summary>
internal sealed class AuthStore(CodexPlaces places, TimeProvider clock, Func<decimal> random)
{
    private static readonly TimeSpan TemporaryLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Hears of each step; for tests.</summary>
    internal Action<StoreStep> Reached { get; init; } = _ => { };

    /// <summary>How long the lock is waited for.</summary>
    public LockPatience Patience { get; init; } = LockPatience.Usual;

    private string StorePath => places.StorePath;

    /// <summary>The content as it is now, without a lock.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.store_corrupt</c>, <c>CodexAuth.store_shape_unsupported</c>,
    /// <c>CodexAuth.store_not_writable</c></exception>
    public async Task<StoreDocument> ReadAsync(CancellationToken cancel)
    {
        try
        {
            return StoreDocument.Parse(
                await TrustedFile.ReadAsync(StorePath, clock, cancel).ConfigureAwait(false),
                StorePath
            );
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(trouble);
        }
    }

    /// <summary>Everything that can be known to fail before a code is spent (codex-auth.md 5.2, row 9).</summary>
    /// <param name="profileId">The record that will be written.</param>
    /// <param name="force">What the caller insists on.</param>
    /// <param name="mayTouch">False for a preview: no folder is made and no lock is taken.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task CheckAsync(string profileId, bool force, bool mayTouch, CancellationToken cancel)
    {
        StoreEra.Check(places, force, profileId);
        if (mayTouch)
        {
            PrepareFolder();
        }
        (await ReadAsync(cancel).ConfigureAwait(false)).CheckWritable(profileId, force);
        if (!mayTouch)
        {
            return;
        }
        using var taken = await TakeAsync(LockPatience.None, cancel).ConfigureAwait(false);
        ProveWritable();
    }

    /// <summary>Takes the store's lock.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.store_locked</c>, <c>CodexAuth.store_not_writable</c>, <c>CodexAuth.auth_path_symlink</c></exception>
    public async Task<LockFile> LockAsync(CancellationToken cancel)
    {
        Reached(StoreStep.Begun);
        PrepareFolder();
        var taken = await TakeAsync(Patience, cancel).ConfigureAwait(false);
        Reached(StoreStep.Locked);
        return taken;
    }

    /// <summary>Puts a login into the store: lock, read, check, backup, write.</summary>
    public async Task<StoreWrite> WriteAsync(
        string profileId,
        CodexTokens tokens,
        bool setOrder,
        bool force,
        CancellationToken cancel
    )
    {
        StoreEra.Check(places, force, profileId);
        using var held = await LockAsync(cancel).ConfigureAwait(false);
        var before = await ReadAsync(cancel).ConfigureAwait(false);
        before.CheckWritable(profileId, force);
        before.CheckAccount(profileId, tokens.AccountId!, force);
        return Write(held, before, profileId, tokens, setOrder);
    }

    /// <summary>The second half, for whoever holds the lock and has read inside it.</summary>
    public StoreWrite Write(LockFile held, StoreDocument before, string profileId, CodexTokens tokens, bool setOrder)
    {
        Reached(StoreStep.Read);
        var after = before.With(profileId, tokens, setOrder);
        after.CheckDrift(StoreDocument.Parse(before.Bytes, StorePath), profileId);
        var backup = before.Bytes is { } bytes ? StoreBackups.Keep(places, bytes, clock.GetUtcNow()) : null;
        Reached(StoreStep.BackedUp);
        try
        {
            AtomicFile.DeleteLeftovers(StorePath, clock.GetUtcNow() - TemporaryLifetime);
            AtomicFile.Replace(
                StorePath,
                after.ToBytes(),
                () =>
                {
                    Reached(StoreStep.BeforeRename);
                    held.Check();
                }
            );
        }
        catch (ExchangeException trouble) when (trouble.ErrorId == "Exchange.StorageUnavailable")
        {
            throw NotWritable(trouble);
        }
        Reached(StoreStep.Renamed);
        return new StoreWrite(backup, after, before);
    }

    private Task<LockFile> TakeAsync(LockPatience patience, CancellationToken cancel) =>
        LockFile.TakeAsync(StorePath, patience, clock, random, Locked, cancel);

    private void PrepareFolder()
    {
        try
        {
            if (new FileInfo(StorePath).LinkTarget is not null)
            {
                throw CodexError.Of(
                    "auth_path_symlink",
                    $"{StorePath} is a link; replacing it would break the link, and following it could leave its folder.",
                    "Name the file itself with -AuthPath."
                );
            }
            // A file that is replaced becomes the writer's: the other program could not read its own logins any more.
            if (FileOwner.IsAnother(StorePath))
            {
                throw new IOException("it belongs to another user; run this as its owner, not with sudo");
            }
            PrivateFiles.CreateFolder(places.AgentFolder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(trouble);
        }
    }

    // The lock file was just made in the same folder, so it can be written to; the file itself must be one.
    private void ProveWritable()
    {
        if (Directory.Exists(StorePath))
        {
            throw NotWritable(new IOException("it is a folder"));
        }
    }

    private ExchangeException Locked() =>
        CodexError.Of(
            "store_locked",
            $"Another program holds the lock of {StorePath}.",
            "Repeat in a moment. If it stays, see who left the lock beside it; one without a holder is removed by itself."
        );

    private ExchangeException NotWritable(Exception trouble) =>
        CodexError.Of(
            "store_not_writable",
            $"{StorePath} cannot be used: {trouble.Message}",
            "Mend the permissions of the file and its folder.",
            inner: trouble
        );
}
