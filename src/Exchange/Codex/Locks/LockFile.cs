using System.Security.Cryptography;
using Exchange.Storage;

namespace Exchange.Codex.Locks;

/// <summary>
/// The lock that the other program uses too: a file beside the one it guards, made exclusively, with its holder's name in it
/// (codex-auth.md section 10). Held for less than 20 s, since the other program takes it away at 30.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private const int ExistsOnUnix = 17;
    private const int ExistsOnWindows = 80;
    private const int MostReclaims = 100;

    private readonly string _path;
    private readonly string _nonce;
    private readonly FileStream _file;
    private readonly SemaphoreSlim _gate;
    private readonly TimeProvider _clock;
    private long _since;
    private int _isReleased;

    private LockFile(string path, string nonce, FileStream file, SemaphoreSlim gate, TimeProvider clock)
    {
        _path = path;
        _nonce = nonce;
        _file = file;
        _gate = gate;
        _clock = clock;
        _since = clock.GetTimestamp();
    }

    /// <summary>Where the lock of a file is: beside it, in its folder's real path; the file's own name is not followed.</summary>
    public static string PathFor(string file)
    {
        var full = Path.GetFullPath(file);
        return Path.Combine(RealPath.Of(Path.GetDirectoryName(full)!), Path.GetFileName(full) + ".lock");
    }

    /// <summary>The lock of a file as it is now; nothing is taken, waited for or changed.</summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static CodexLock Inspect(string file, TimeProvider clock)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            return new CodexLock(CodexLockForm.None, IsStale: false, null);
        }
        var path = PathFor(file);
        var judge = new LockJudge(clock);
        if (Directory.Exists(path))
        {
            return new CodexLock(CodexLockForm.Folder, judge.IsStaleFolder(path), null);
        }
        try
        {
            var bytes = Read(path);
            var body = LockBody.Parse(bytes);
            var form =
                body is null ? CodexLockForm.Unreadable
                : body.CreatedAt is null ? CodexLockForm.ProcessId
                : CodexLockForm.File;
            return new CodexLock(form, judge.IsStaleFile(path, bytes), body?.ProcessId);
        }
        catch (FileNotFoundException)
        {
            return new CodexLock(CodexLockForm.None, IsStale: false, null);
        }
    }

    /// <summary>Takes the lock of a file.</summary>
    /// <param name="file">The file that it guards; the folder must exist.</param>
    /// <param name="patience">How long to wait for it.</param>
    /// <param name="clock">Ages and waits.</param>
    /// <param name="random">0 to 1, for the jitter.</param>
    /// <param name="busy">The error when it is not had.</param>
    /// <param name="cancel">Ends the wait.</param>
    public static async Task<LockFile> TakeAsync(
        string file,
        LockPatience patience,
        TimeProvider clock,
        Func<decimal> random,
        Func<ExchangeException> busy,
        CancellationToken cancel
    )
    {
        var path = LockOf(file);
        var gate = LockGates.Of(path);
        var started = clock.GetTimestamp();
        await EnterAsync(gate, patience, clock, busy, cancel).ConfigureAwait(false);
        try
        {
            for (var retry = 0; ; retry++)
            {
                if (TryTake(path, gate, clock) is { } taken)
                {
                    return taken;
                }
                var left = patience.Limit - clock.GetElapsedTime(started);
                if (retry == LockPatience.Retries || left <= TimeSpan.Zero)
                {
                    throw busy();
                }
                var wait = LockPatience.Wait(retry, random());
                await Task.Delay(wait < left ? wait : left, clock, cancel).ConfigureAwait(false);
            }
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    private static string LockOf(string file)
    {
        try
        {
            return PathFor(file);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw NotMade($"{file}.lock", trouble);
        }
    }

    /// <summary>Checks, right before what cannot be undone, that the lock is still ours and young enough.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.lock_lost</c></exception>
    public void Check()
    {
        if (_clock.GetElapsedTime(_since) >= CodexConstants.LongestHold || !IsOurs())
        {
            throw CodexError.Of(
                "lock_lost",
                $"The lock {_path} was held for too long or taken away; nothing was written.",
                "Repeat. If it stays, look at what slows this machine's disk down, or who else removes locks."
            );
        }
    }

    /// <summary>Holds it anew, for work in several parts.</summary>
    public void Renew()
    {
        Check();
        _since = _clock.GetTimestamp();
        var body = LockBody.Ours(_clock.GetUtcNow(), _nonce).ToBytes();
        _file.Position = 0;
        _file.Write(body);
        _file.SetLength(body.Length);
        _file.Flush();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0)
        {
            return;
        }
        _file.Dispose();
        try
        {
            if (IsOurs())
            {
                File.Delete(_path);
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Whoever comes next finds a lock of a process that has ended, or of one that no longer holds it.
            _ = trouble;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static async Task EnterAsync(
        SemaphoreSlim gate,
        LockPatience patience,
        TimeProvider clock,
        Func<ExchangeException> busy,
        CancellationToken cancel
    )
    {
        if (await gate.WaitAsync(TimeSpan.Zero, cancel).ConfigureAwait(false))
        {
            return;
        }
        if (patience.Limit <= TimeSpan.Zero)
        {
            throw busy();
        }
        using var limit = new CancellationTokenSource(patience.Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await gate.WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw busy();
        }
    }

    // A lock without a holder is removed and asked for again, which is no retry: it never means that the lock is had.
    private static LockFile? TryTake(string path, SemaphoreSlim gate, TimeProvider clock)
    {
        for (var reclaims = 0; reclaims < MostReclaims; reclaims++)
        {
            if (TryCreate(path, gate, clock) is { } created)
            {
                return created;
            }
            if (!TryReclaim(path, new LockJudge(clock)))
            {
                return null;
            }
        }
        return null;
    }

    private static LockFile? TryCreate(string path, SemaphoreSlim gate, TimeProvider clock)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)).ToLowerInvariant();
        FileStream file;
        try
        {
            file = new FileStream(
                path,
                PrivateFiles.Options(FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)
            );
        }
        catch (Exception taken) when (IsTaken(taken, path))
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw NotMade(path, trouble);
        }
        try
        {
            file.Write(LockBody.Ours(clock.GetUtcNow(), nonce).ToBytes());
            file.Flush();
            return new LockFile(path, nonce, file, gate, clock);
        }
        catch (IOException trouble)
        {
            file.Dispose();
            TryDelete(path);
            throw CodexError.Of(
                "store_not_writable",
                $"The lock {path} cannot be written: {trouble.Message}",
                inner: trouble
            );
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // It is empty, and counts for nothing after half a minute.
            _ = trouble;
        }
    }

    private static ExchangeException NotMade(string path, Exception trouble) =>
        CodexError.Of(
            "store_not_writable",
            $"The lock {path} cannot be made: {trouble.Message}",
            "Mend the permissions of its folder.",
            inner: trouble
        );

    // Windows says "access denied" of a folder, and of a file that is being deleted.
    private static bool IsTaken(Exception trouble, string path) =>
        trouble is IOException { HResult: var code } && (code & 0xFFFF) is ExistsOnUnix or ExistsOnWindows
        || (trouble is UnauthorizedAccessException && OperatingSystem.IsWindows() && Path.Exists(path));

    private static bool TryReclaim(string path, LockJudge judge)
    {
        try
        {
            if (Directory.Exists(path))
            {
                if (!judge.IsStaleFolder(path))
                {
                    return false;
                }
                Directory.Delete(path, recursive: false);
                return true;
            }
            var judged = Read(path);
            if (!judge.IsStaleFile(path, judged))
            {
                return false;
            }
            // Between judging and deleting it may have become another's.
            if (!Read(path).AsSpan().SequenceEqual(judged))
            {
                return true;
            }
            File.Delete(path);
            return true;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(
            path,
            PrivateFiles.Options(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        );
        var bytes = new byte[Math.Min(file.Length, 4096)];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private bool IsOurs()
    {
        try
        {
            return LockBody.Parse(Read(_path))?.Nonce == _nonce;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
