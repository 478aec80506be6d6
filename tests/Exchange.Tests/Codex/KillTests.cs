using Exchange.Codex.Store;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>A process is killed at each step of a write, a hundred times: the store is byte for byte the old or the new one.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 100;
    private const string Old = """{"version":1,"profiles":{"openai-codex:old":{"provider":"openai-codex"}}}""";

    private readonly CodexBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Kill_9_at_each_step_of_a_write_leaves_the_old_store_or_the_new_one()
    {
        var steps = Enum.GetValues<StoreStep>();
        var expected = StoreDocument
            .Parse(System.Text.Encoding.UTF8.GetBytes(Old), "x")
            .With("openai-codex:killed", new("access-killed", "refresh-killed", CodexVectors.Expires, "acct"), false)
            .ToBytes();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = CodexBench.Cancel };

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Rounds),
            options,
            async (round, cancel) =>
            {
                var step = steps[round % steps.Length];
                var folder = Directory.CreateDirectory(_bench[$"round-{round}"]).FullName;
                var path = Path.Combine(folder, "auth-profiles.json");
                await File.WriteAllTextAsync(path, Old, cancel);
                using (var victim = await ChildProcess.StartAsync("codex-stop-at", path, step.ToString()))
                {
                    await victim.KillAsync();
                }

                var left = await File.ReadAllBytesAsync(path, cancel);
                Assert.True(
                    step == StoreStep.Renamed
                        ? left.AsSpan().SequenceEqual(expected)
                        : left.AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(Old)),
                    $"Killed at {step}, the store is neither."
                );
                await WriteErrand.WriteAsync(path, "after", 1);
                Assert.Contains(
                    "openai-codex:after-0",
                    await File.ReadAllTextAsync(path, cancel),
                    StringComparison.Ordinal
                );
                Assert.False(File.Exists(path + ".lock"));
            }
        );
    }
}
