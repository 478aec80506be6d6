using System.Diagnostics;
using System.Text.Json;

namespace Exchange.Bench.Processes;

/// <summary>Measures a stretch of this process: time, processor time, allocation.</summary>
internal sealed class Meter
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Processor();
    private readonly long _allocated = GC.GetTotalAllocatedBytes(precise: true);

    public static Meter Start() => new();

    /// <summary>What was spent on <paramref name="count"/> of something.</summary>
    public Spent Stop(int count) =>
        new(
            count,
            Stopwatch.GetElapsedTime(_started),
            Processor() - _processor,
            (GC.GetTotalAllocatedBytes(precise: true) - _allocated) / (double)count
        );

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}

/// <summary>What a stretch cost; each figure is a line of JSON for the process that asked.</summary>
internal readonly record struct Spent(int Count, TimeSpan Time, TimeSpan Processor, double AllocatedBytes)
{
    public string Rate(string row) => Line(row, Count / Time.TotalSeconds, "requests/s");

    public string Each(string row) => Line(row, Time.TotalMicroseconds / Count, "us");

    public string Cpu(string row) => Line(row, Processor.TotalMicroseconds / Count, "us of CPU");

    public string Line(string row, double value, string unit) =>
        JsonSerializer.Serialize(Measurement.Single(row, value, unit, AllocatedBytes));
}
