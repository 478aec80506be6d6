using System.Collections.Concurrent;

namespace Exchange.Codex.Locks;

/// <summary>
/// One gate for each lock path in this process, for several runspaces share one process id. Kept with the process and not with this
/// assembly: a module that is loaded twice has the same gates (codex-auth.md section 10).
/// </summary>
internal static class LockGates
{
    private const string Name = "Exchange.Codex.LockGates";

    public static SemaphoreSlim Of(string path) => All().GetOrAdd(path, _ => new SemaphoreSlim(1, 1));

    private static ConcurrentDictionary<string, SemaphoreSlim> All()
    {
        var domain = AppDomain.CurrentDomain;
        if (domain.GetData(Name) is ConcurrentDictionary<string, SemaphoreSlim> known)
        {
            return known;
        }
        // A string of the runtime, since two copies of this assembly have nothing else in common to lock on.
#pragma warning disable CA2002, MA0064
        lock (string.Intern(Name))
#pragma warning restore CA2002, MA0064
        {
            if (domain.GetData(Name) is not ConcurrentDictionary<string, SemaphoreSlim> gates)
            {
                gates = new ConcurrentDictionary<string, SemaphoreSlim>(
                    OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
                );
                domain.SetData(Name, gates);
            }
            return gates;
        }
    }
}
