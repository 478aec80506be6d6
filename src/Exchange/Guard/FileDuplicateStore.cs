using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Storage;

namespace Exchange.Guard;

/// <summary>
/// Remembers attempt ids in a file that all processes of the user share and that a crash leaves whole. Ids are kept as hashes: any
/// text can be one. A file that cannot be read is not an empty one.
/// </summary>
/// <param name="path">The file; beside it lies its lock.</param>
public sealed class FileDuplicateStore(string path) : IDuplicateStore
{
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(20);

    /// <summary>The one in the state folder.</summary>
    /// <exception cref="ExchangeException">The folder cannot be made.</exception>
    public static FileDuplicateStore In(StateFolder folder) => new(folder.File("guard-attempts.json"));

    /// <inheritdoc/>
    public async Task<bool> IsDuplicateAsync(
        IReadOnlyList<string> ids,
        DateTimeOffset now,
        TimeSpan window,
        bool record,
        CancellationToken cancel
    )
    {
        using var held = await LockAsync(cancel).ConfigureAwait(false);
        var seen = Read();
        var keys = ids.Select(KeyOf).ToList();
        if (!record || DuplicateWindow.WasSeen(seen, keys, now, window))
        {
            return DuplicateWindow.WasSeen(seen, keys, now, window);
        }
        DuplicateWindow.IsDuplicate(seen, keys, now, window);
        Write(seen);
        return false;
    }

    /// <summary>When an id was first seen; null when it is not remembered.</summary>
    /// <exception cref="ExchangeException">The store cannot be used.</exception>
    public async Task<DateTimeOffset?> FindAsync(string id, CancellationToken cancel)
    {
        using var held = await LockAsync(cancel).ConfigureAwait(false);
        return Read().TryGetValue(KeyOf(id), out var first) ? first : null;
    }

    /// <summary>Forgets an id; false when it was not remembered.</summary>
    /// <exception cref="ExchangeException">The store cannot be used.</exception>
    public async Task<bool> ForgetAsync(string id, CancellationToken cancel)
    {
        using var held = await LockAsync(cancel).ConfigureAwait(false);
        var seen = Read();
        if (!seen.Remove(KeyOf(id)))
        {
            return false;
        }
        Write(seen);
        return true;
    }

    private Task<FileLock> LockAsync(CancellationToken cancel) => FileLock.TakeAsync(path + ".lock", LockLimit, cancel);

    private Dictionary<string, DateTimeOffset> Read()
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize(
                    File.ReadAllBytes(path),
                    DuplicateJson.Default.DictionaryStringDateTimeOffset
                ) ?? throw new JsonException("It holds null.")
                : [];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ExchangeException(
                "TradeGuard.StoreUnreadable",
                ErrorKind.Storage,
                $"The store of attempt ids {path} cannot be read, so a duplicate could not be told: {trouble.Message}",
                trouble
            )
            {
                Remedy =
                    "Nothing was sent. Look at the latest orders and Get-ExchangeAttempt; then mend or remove the file.",
            };
        }
    }

    private void Write(Dictionary<string, DateTimeOffset> seen) =>
        AtomicFile.Replace(
            path,
            JsonSerializer.SerializeToUtf8Bytes(seen, DuplicateJson.Default.DictionaryStringDateTimeOffset)
        );

    private static string KeyOf(string id) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())));
}

[JsonSerializable(typeof(Dictionary<string, DateTimeOffset>))]
internal sealed partial class DuplicateJson : JsonSerializerContext;
