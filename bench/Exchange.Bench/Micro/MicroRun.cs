using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Exchange.Bench.Micro;

/// <summary>Runs the benchmarks inside this process and takes their figures out.</summary>
internal static class MicroRun
{
    private const double NanosecondsPerMicrosecond = 1_000;

    /// <summary>The figures of a class, by method: medians in microseconds.</summary>
    public static IReadOnlyDictionary<string, Measurement> Of<T>(string row, bool isShort)
    {
        var job = Job
            .Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(isShort ? 2 : 6)
            .WithIterationCount(isShort ? 3 : 15);
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultConfig.Instance.GetColumnProviders().ToArray())
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile | ConfigOptions.DisableOptimizationsValidator)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "exchange-bench"));
        var summary = BenchmarkRunner.Run<T>(config);
        return summary.Reports.ToDictionary(
            report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
            report => FigureOf(row, report),
            StringComparer.Ordinal
        );
    }

    private static Measurement FigureOf(string row, BenchmarkReport report)
    {
        var times = report.ResultStatistics ?? throw new InvalidOperationException($"{row} was not measured.");
        return new(
            row,
            "Exchange",
            times.Median / NanosecondsPerMicrosecond,
            times.Min / NanosecondsPerMicrosecond,
            times.Max / NanosecondsPerMicrosecond,
            "us",
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)
        );
    }
}
