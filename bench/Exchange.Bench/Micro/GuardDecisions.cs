using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Exchange.Guard;
using Exchange.Storage;

namespace Exchange.Bench.Micro;

/// <summary>One way down the ladder, for a step inside a session and for words without one.</summary>
[MemoryDiagnoser]
public class GuardDecisions
{
    /// <summary>Environment variable that names the file with the requests, a JSON line each; the peer reads the same.</summary>
    public const string FileVariable = "EXCHANGE_BENCH_GUARD";

    private readonly GuardRules _rules = GuardRules.BuiltIn;
    private readonly GuardSettings _settings = GuardSettings.Read(_ => null);
    private readonly string _folder = Directory.CreateTempSubdirectory("exchange-bench-guard-").FullName;
    private List<GuardRequest> _requests = [];
    private GuardAudit _audit = null!;
    private int _next;

    /// <summary>Reads the requests.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _audit = new GuardAudit(new StateFolder(_folder));
        _requests =
        [
            .. File.ReadLines(Environment.GetEnvironmentVariable(FileVariable)!)
                .Select(line => GuardRequest.Of(JsonDocument.Parse(line).RootElement, DateTimeOffset.UtcNow)),
        ];
    }

    /// <summary>The requests in turn.</summary>
    [Benchmark(Description = Rows.GuardDecision)]
    public int Decide()
    {
        var request = _requests[_next++ % _requests.Count];
        return (int)
            GuardEvaluation.Decide(request, _rules, _settings, new Dictionary<string, DateTimeOffset>()).Decision;
    }

    /// <summary>The requests in turn, each with its line in the record of decisions when it belongs there.</summary>
    [Benchmark(Description = Rows.GuardRecorded)]
    public async Task<int> DecideAndRecord()
    {
        var request = _requests[_next++ % _requests.Count];
        var decision = GuardEvaluation.Decide(request, _rules, _settings, new Dictionary<string, DateTimeOffset>());
        await _audit.WriteAsync(decision, request, _settings, isPreview: false, CancellationToken.None);
        return (int)decision.Decision;
    }

    /// <summary>Takes the record away.</summary>
    [GlobalCleanup]
    public void End() => Directory.Delete(_folder, recursive: true);
}
