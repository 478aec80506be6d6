using Exchange.Storage;

namespace Exchange.Desk;

/// <summary>
/// The append-only record of every attempt of this user, shared by any number of processes: a checksummed line for each
/// transition, on the disk before anything is sent.
/// </summary>
public sealed class Journal(StateFolder folder)
{
    private const string FileName = "journal.log";
    private const string LockSuffix = ".lock";
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(20);

    /// <summary>Where the journal is.</summary>
    public string Path => System.IO.Path.Combine(folder.Path, FileName);

    /// <summary>Writes intents, flushed to the disk, all or none.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.AttemptExists</c> when an id was used before; <c>Exchange.StorageUnavailable</c>
    /// or <c>Exchange.StorageLocked</c> when they cannot be written. Nothing may then be sent.</exception>
    /// <param name="intents">What is going to be done.</param>
    /// <param name="idsAreFresh">True when the ids were made by <see cref="AttemptId.New"/>, so that none need be looked for.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    public Task WriteAsync(IReadOnlyList<AttemptIntent> intents, bool idsAreFresh, CancellationToken cancel) =>
        AppendAsync(
            path =>
            {
                if (!idsAreFresh)
                {
                    RefuseKnownIds(path, intents);
                }
                return intents.Select(intent => new JournalEntry(intent, null));
            },
            cancel
        );

    /// <summary>Writes outcomes, flushed to the disk.</summary>
    public Task WriteAsync(IReadOnlyList<AttemptOutcome> outcomes, CancellationToken cancel) =>
        AppendAsync(_ => outcomes.Select(outcome => new JournalEntry(null, outcome)), cancel);

    /// <summary>Writes the outcome that <paramref name="decide"/> finds right, while nobody else can write; null writes nothing.</summary>
    public Task SettleAsync(Func<JournalContent, AttemptOutcome?> decide, CancellationToken cancel) =>
        AppendAsync(
            path =>
                decide(JournalReader.Read(path, long.MaxValue)) is { } outcome ? [new JournalEntry(null, outcome)] : [],
            cancel
        );

    /// <summary>Every attempt in the order of its intent, and which lines could not be read.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c></exception>
    public async Task<JournalContent> ReadAsync(CancellationToken cancel)
    {
        if (!File.Exists(Path))
        {
            return new JournalContent([], []);
        }
        return await GuardedAsync(
                "read",
                async path =>
                {
                    // Lines are only ever added, so what stood there at one moment can be read without keeping writers out.
                    long length;
                    using (await FileLock.TakeAsync(path + LockSuffix, LockLimit, cancel).ConfigureAwait(false))
                    {
                        length = new FileInfo(path).Length;
                    }
                    return JournalReader.Read(path, length);
                }
            )
            .ConfigureAwait(false);
    }

    private Task<int> AppendAsync(Func<string, IEnumerable<JournalEntry>> entries, CancellationToken cancel) =>
        GuardedAsync(
            "written",
            async path =>
            {
                using var held = await FileLock.TakeAsync(path + LockSuffix, LockLimit, cancel).ConfigureAwait(false);
                var lines = entries(path).SelectMany(JournalLine.Write).ToArray();
                if (lines.Length > 0)
                {
                    Append(path, lines);
                }
                return lines.Length;
            }
        );

    private async Task<T> GuardedAsync<T>(string what, Func<string, Task<T>> use)
    {
        var path = folder.File(FileName);
        try
        {
            return await use(path).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"The journal {path} cannot be {what}", trouble);
        }
    }

    private static void Append(string path, byte[] lines)
    {
        using var file = DirectFile.Open(path, System.IO.FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var end = file.Length;
        if (end > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            // A writer died within its line: end that line, so that ours stays whole.
            lines = file.ReadByte() == '\n' ? lines : [(byte)'\n', .. lines];
        }
        try
        {
            file.Seek(end, SeekOrigin.Begin);
            file.Write(lines);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // A full disk took part of it: take that part back, so that the file ends as it began.
            file.SetLength(end);
            throw;
        }
    }

    private static void RefuseKnownIds(string path, IReadOnlyList<AttemptIntent> intents)
    {
        if ((FirstRepeatedId(intents) ?? JournalReader.FirstKnownId(path, intents)) is { } known)
        {
            throw new ExchangeException(
                "Exchange.AttemptExists",
                ErrorKind.Refused,
                $"The attempt {known} is already in the journal; it is not sent a second time."
            )
            {
                AttemptId = known,
                Remedy = $"Look at it with Get-ExchangeAttempt -AttemptId {known}; use a new id for a new order.",
            };
        }
    }

    private static string? FirstRepeatedId(IReadOnlyList<AttemptIntent> intents)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return intents.FirstOrDefault(intent => !seen.Add(intent.AttemptId))?.AttemptId;
    }
}

/// <summary>What a journal holds.</summary>
/// <param name="Attempts">In the order of their intents.</param>
/// <param name="CorruptLines">Numbers, from 1, of the lines that are torn or changed; they are skipped, never removed.</param>
public sealed record JournalContent(IReadOnlyList<Attempt> Attempts, IReadOnlyList<int> CorruptLines);
