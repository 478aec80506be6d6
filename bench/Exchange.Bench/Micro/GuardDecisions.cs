using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Exchange.Guard;

namespace Exchange.Bench.Micro;

/// <summary>One way down the ladder, for a step inside a session and for words without one.</summary>
[MemoryDiagnoser]
public class GuardDecisions
{
    /// <summary>Environment variable that names the file with the requests, a JSON line each; the peer reads the same.</summary>
    public const string FileVariable = "EXCHANGE_BENCH_GUARD";

    private readonly GuardRules _rules = GuardRules.BuiltIn;
    private readonly GuardSettings _settings = GuardSettings.Read(_ => null);
    private List<GuardRequest> _requests = [];
    private int _next;

    /// <summary>Reads the requests.</summary>
    [GlobalSetup]
    public void Prepare() =>
        _requests = [
            .. File.ReadLines(Environment.GetEnvironmentVariable(FileVariable)!)
                .Select(line => GuardRequest.Of(JsonDocument.Parse(line).RootElement, DateTimeOffset.UtcNow)),
        ];

    /// <summary>The requests in turn.</summary>
    [Benchmark]
    public int Decide()
    {
        var request = _requests[_next++ % _requests.Count];
        return (int)
            GuardEvaluation.Decide(request, _rules, _settings, new Dictionary<string, DateTimeOffset>()).Decision;
    }
}
