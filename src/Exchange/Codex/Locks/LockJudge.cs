using Exchange.Storage;

namespace Exchange.Codex.Locks;

/// <summary>Whether a lock that is there still has a holder (codex-auth.md section 10, the stale decision, in its order).</summary>
internal sealed class LockJudge(TimeProvider clock)
{
    private static readonly TimeSpan Untouched = TimeSpan.FromSeconds(30);

    // Longer than the 30 s after which the other program reclaims: it holds its own lock for up to 120 s (C13).
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(180);

    /// <summary>Row 1: a folder is the old program's, whose holder touches it every 15 s.</summary>
    public bool IsStaleFolder(string path) => Age(Directory.GetLastWriteTimeUtc(path)) > Untouched;

    /// <summary>Rows 2 to 5: a file, by what it says.</summary>
    public bool IsStaleFile(string path, byte[] bytes)
    {
        if (LockBody.Parse(bytes) is not { } body)
        {
            return IsUntouched(path);
        }
        // Whoever asks has this process's own gate to the path: a lock of this very process has no holder.
        if (!LiveProcess.Exists(body.ProcessId) || body.ProcessId == Environment.ProcessId)
        {
            return true;
        }
        if (body.StartTime is { } then && LiveProcess.StartTime(body.ProcessId) is { } now && then != now)
        {
            return true;
        }
        return body.CreatedAt is { } created ? clock.GetUtcNow() - created > Abandoned : IsUntouched(path);
    }

    private bool IsUntouched(string path) => Age(File.GetLastWriteTimeUtc(path)) > Untouched;

    private TimeSpan Age(DateTime touched) => clock.GetUtcNow().UtcDateTime - touched;
}
