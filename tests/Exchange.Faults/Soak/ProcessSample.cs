using System.Diagnostics;
using System.Globalization;

namespace Exchange.Faults.Soak;

/// <summary>What the process holds at one moment, when nothing but the streams is under way.</summary>
/// <param name="At">Since the beginning.</param>
/// <param name="Handles">Open handles; on Linux, file descriptors.</param>
/// <param name="Threads">Threads of the system.</param>
/// <param name="Managed">Bytes of the managed heap after a full collection.</param>
/// <param name="WorkingSet">Bytes in memory.</param>
internal readonly record struct ProcessSample(TimeSpan At, int Handles, int Threads, long Managed, long WorkingSet)
{
    private const double Megabyte = 1024 * 1024;

    public static ProcessSample Take(TimeSpan at)
    {
        for (var i = 0; i < 2; i++)
        {
            // Aggressive: what is free goes back to the system, so that the working set tells of what is held.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        using var process = Process.GetCurrentProcess();
        return new(
            at,
            OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount,
            process.Threads.Count,
            GC.GetTotalMemory(forceFullCollection: true),
            process.WorkingSet64
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At.TotalSeconds:0} s: {Handles} handles, {Threads} threads, {Managed / Megabyte:0.0} MiB managed, {WorkingSet / Megabyte:0.0} MiB working set"
        );
}
