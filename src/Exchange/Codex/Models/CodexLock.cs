namespace Exchange.Codex;

/// <summary>What kind of lock is beside a store; each generation of the other program has its own (codex-auth.md section 10).</summary>
public enum CodexLockForm
{
    /// <summary>None: nobody writes now.</summary>
    None,

    /// <summary>A file that names its holder and when it was taken: the other program's today, and ours.</summary>
    File,

    /// <summary>A file with a bare process id: a sister program's.</summary>
    ProcessId,

    /// <summary>A folder: the other program's of before.</summary>
    Folder,

    /// <summary>A file that says nothing: being written, or cut off.</summary>
    Unreadable,
}

/// <summary>The lock of a store at one moment, looked at without touching it.</summary>
/// <param name="Form">What kind it is.</param>
/// <param name="IsStale">True when it has no holder any more; the next write takes it away.</param>
/// <param name="ProcessId">The holder, where the lock names one.</param>
public sealed record CodexLock(CodexLockForm Form, bool IsStale, int? ProcessId);
