using System.Security.Cryptography;
using System.Text.Json;
using Exchange.Storage;

namespace Exchange.Strategy.Wallet;

/// <summary>
/// The sealed file of the wallet's session, shared by every process of the user. The live service, this machine and other
/// endpoints have a file each, so that a rehearsal never ends a real session.
/// </summary>
internal sealed class WalletStore(StateFolder folder, Uri endpoint)
{
    // Longer than a request of the sign-in may take: who refreshes holds the lock meanwhile.
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(45);

    private string Name =>
        endpoint == StrategyConnection.LiveAddress ? "agentic-wallet.sealed"
        : endpoint.IsLoopback ? "agentic-wallet-loopback.sealed"
        : $"agentic-wallet-{endpoint.Host}.sealed";

    /// <summary>The session of this endpoint; null when there is none.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.CredentialsUnreadable</c></exception>
    public WalletRecord? Read()
    {
        var path = Path.Combine(folder.Path, Name);
        return File.Exists(path) && Open(new SealedFile(path)) is { } record && record.Endpoint == endpoint.AbsoluteUri
            ? record
            : null;
    }

    /// <summary>Changes the session while nobody else can; null deletes it.</summary>
    public async Task<WalletRecord?> ChangeAsync(
        Func<WalletRecord?, Task<WalletRecord?>> change,
        CancellationToken cancel
    )
    {
        var file = new SealedFile(folder.File(Name));
        using var held = await FileLock.TakeAsync(file.Path + ".lock", LockLimit, cancel).ConfigureAwait(false);
        var changed = await change(Read()).ConfigureAwait(false);
        if (changed is null)
        {
            file.Delete();
            return null;
        }
        changed.Endpoint = endpoint.AbsoluteUri;
        Write(file, changed);
        return changed;
    }

    /// <summary>Puts a new session in the place of whatever was there, readable or not.</summary>
    public async Task ReplaceAsync(WalletRecord record, CancellationToken cancel)
    {
        var file = new SealedFile(folder.File(Name));
        using var held = await FileLock.TakeAsync(file.Path + ".lock", LockLimit, cancel).ConfigureAwait(false);
        record.Endpoint = endpoint.AbsoluteUri;
        Write(file, record);
    }

    /// <summary>Deletes the session; true when there was one.</summary>
    public async Task<bool> DeleteAsync(CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder.Path, Name)))
        {
            return false;
        }
        var file = new SealedFile(folder.File(Name));
        using var held = await FileLock.TakeAsync(file.Path + ".lock", LockLimit, cancel).ConfigureAwait(false);
        return file.Delete();
    }

    private static WalletRecord? Open(SealedFile file)
    {
        byte[]? content = null;
        try
        {
            content = file.Read();
            var record = content is null
                ? null
                : JsonSerializer.Deserialize(content, WalletRecordJson.Default.WalletRecord);
            return record is null or { IsWhole: true } ? record : throw new JsonException("A member is null.");
        }
        catch (Exception trouble)
            when (trouble is JsonException or ExchangeException { ErrorId: "Exchange.SealBroken" })
        {
            throw WalletError.CredentialsUnreadable(trouble);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static void Write(SealedFile file, WalletRecord record)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(record, WalletRecordJson.Default.WalletRecord);
        try
        {
            file.Write(content);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }
}
