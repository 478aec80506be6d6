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

    /// <summary>The figures of a class: a method's description is its row, or its limit and its row. Medians in microseconds.</summary>
    public static IEnumerable<Measurement> Of<T>(bool isShort)
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
        return summary.Reports.Select(FigureOf);
    }

    private static Measurement FigureOf(BenchmarkReport report)
    {
        var words = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'').Split(" | ");
        var times = report.ResultStatistics ?? throw new InvalidOperationException($"{words[^1]} was not measured.");
        return new(
            words[^1],
            words.Length == 1 ? Measurement.Own : Measurement.Limit + words[0],
            times.Median / NanosecondsPerMicrosecond,
            times.Min / NanosecondsPerMicrosecond,
            times.Max / NanosecondsPerMicrosecond,
            "us",
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)
        );
    }
}
