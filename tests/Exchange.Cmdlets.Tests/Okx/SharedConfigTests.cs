using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>One configuration, several processes at once.</summary>
public sealed class SharedConfigTests : IDisposable
{
    private const int Processes = 8;

    private readonly ProcessHarness _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Processes_that_write_at_the_same_time_lose_nothing()
    {
        Directory.CreateDirectory(_shell.OkxFolder);
        var path = Path.Combine(_shell.OkxFolder, "config.toml");
        File.WriteAllText(path, ConfigBench.Example);
        foreach (var (name, value) in OkxKey.Variables)
        {
            _shell.Variables[name] = value;
        }

        var running = Enumerable
            .Range(0, Processes)
            .Select(i => _shell.Start($"Add-OkxProfile desk-{i} -Site us {OkxKey.Parameters}"))
            .ToList();
        var ends = await Task.WhenAll(running.Select(process => process.EndAsync()));
        running.ForEach(process => process.Dispose());

        Assert.All(ends, end => Assert.True(end.ExitCode == 0, end.Error));
        var text = File.ReadAllText(path);
        Assert.All(
            Enumerable.Range(0, Processes),
            i => Assert.Contains($"\n[profiles.desk-{i}]\nsite = \"us\"\ndemo = true\n", text, StringComparison.Ordinal)
        );
        var tail = ConfigBench.Example[ConfigBench.Example.IndexOf("knowledge_dir", StringComparison.Ordinal)..];
        Assert.Contains(tail, text, StringComparison.Ordinal);
        Assert.Equal([path, path + ".lock"], Directory.GetFiles(_shell.OkxFolder).Order(StringComparer.Ordinal));
    }
}
