using System.Collections.Concurrent;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Simulator;
using Exchange.Storage;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>A user at a shell: a simulator in this process, and <c>exchange</c> processes with a state folder of their own.</summary>
internal sealed class ProcessHarness : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public ProcessHarness(SimulatorOptions? options = null)
    {
        Simulator = ExchangeSimulator.Start(
            (options ?? new SimulatorOptions()) with
            {
                Accounts = [SimulatorAccount.Default, OwnAccount.InTheSimulator],
            }
        );
        Variables["EXCHANGE_HOME"] = Home;
        Variables["OKX_CONFIG_DIR"] = OkxFolder;
        Variables["EXCHANGE_SIMULATOR"] = Simulator.Address.ToString();
        foreach (var (name, value) in OwnAccount.Variables)
        {
            Variables[name] = value;
        }
    }

    public ExchangeSimulator Simulator { get; }

    public string Home => _home["state"];

    /// <summary>The folder that is shared with OKX's programs.</summary>
    public string OkxFolder => _home["okx"];

    public ConcurrentDictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<RequestRecord> Writes =>
        [.. Simulator.Requests.Last.Where(request => request.Method != "GET")];

    public Journal Journal => new(new StateFolder(Home));

    /// <summary>Starts a line as it would be typed.</summary>
    public ExchangeProcess Start(string line, string? input = null) =>
        ExchangeProcess.Start(CommandText.Words(line), Variables, input);

    /// <summary>Runs a line to its end.</summary>
    public async Task<ProcessEnd> RunAsync(string line, string? input = null)
    {
        using var process = Start(line, input);
        return await process.EndAsync();
    }

    /// <summary>The error that a process wrote: one line of JSON.</summary>
    public static JsonElement ErrorIn(ProcessEnd end)
    {
        var line = Assert.Single(end.Error.Split('\n'), text => text.StartsWith('{'));
        return JsonDocument.Parse(line).RootElement.GetProperty("error");
    }

    public async Task<IReadOnlyList<Attempt>> AttemptsAsync()
    {
        var content = await Journal.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Empty(content.CorruptLines);
        return content.Attempts;
    }

    public void Dispose()
    {
        Simulator.Dispose();
        if (Directory.Exists(Home))
        {
            Secrets.AssertNoneInFiles(Home);
        }
        _home.Dispose();
    }
}
