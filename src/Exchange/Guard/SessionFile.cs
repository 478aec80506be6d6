using System.Text;
using Exchange.Storage;

namespace Exchange.Guard;

/// <summary>A session in a file of the caller's: read whole, replaced whole, under a lock.</summary>
/// <param name="path">The file; beside it lies its lock.</param>
public sealed class SessionFile(string path)
{
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(20);

    /// <summary>Reads it.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.FileMissing</c>, <c>TradeSession.Unreadable</c>, or storage trouble.</exception>
    public async Task<TradeSession> ReadAsync(CancellationToken cancel)
    {
        // A name that was mistyped leaves no lock behind.
        if (!File.Exists(path))
        {
            throw Missing(null);
        }
        using var held = await LockAsync(cancel).ConfigureAwait(false);
        return Read();
    }

    /// <summary>Writes a new one.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.FileExists</c> when one is there, or storage trouble.</exception>
    public async Task CreateAsync(TradeSession session, CancellationToken cancel)
    {
        using var held = await LockAsync(cancel).ConfigureAwait(false);
        if (File.Exists(path))
        {
            throw ExchangeException.BadInput(
                "TradeSession.FileExists",
                $"{path} is there already; a session is not overwritten.",
                "Choose another name, or remove the file."
            );
        }
        Write(session);
    }

    /// <summary>Replaces what was read with what was made of it.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.FileChanged</c> when another process has changed it since.</exception>
    public async Task ReplaceAsync(TradeSession read, TradeSession session, CancellationToken cancel)
    {
        using var held = await LockAsync(cancel).ConfigureAwait(false);
        if (Read().ToJson() != read.ToJson())
        {
            throw new ExchangeException(
                "TradeSession.FileChanged",
                ErrorKind.Conflict,
                $"{path} was changed by another process since it was read."
            )
            {
                Remedy = "Look at it and repeat.",
            };
        }
        Write(session);
    }

    private TradeSession Read()
    {
        try
        {
            return TradeSession.Parse(File.ReadAllText(path));
        }
        catch (FileNotFoundException trouble)
        {
            throw Missing(trouble);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"{path} cannot be read", trouble);
        }
    }

    private ExchangeException Missing(Exception? inner) =>
        new("TradeSession.FileMissing", ErrorKind.NotFound, $"There is no session in {path}.", inner);

    private void Write(TradeSession session) =>
        AtomicFile.Replace(path, Encoding.UTF8.GetBytes(session.ToJson() + "\n"));

    private Task<FileLock> LockAsync(CancellationToken cancel) => FileLock.TakeAsync(path + ".lock", LockLimit, cancel);
}
