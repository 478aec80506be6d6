using System.Diagnostics;
using System.Text.Json;

namespace Exchange.Bench.Processes;

/// <summary>The simulator in a process of its own: every client meets the same one.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    private static readonly Dictionary<string, string> NoVariables = [];

    private const string Name = "address";

    private readonly Process _process;

    public SimulatorProcess(string exchange, int historyOrders)
    {
        _process = Child.Start(
            exchange,
            [
                "Start-ExchangeSimulator",
                "-Wait",
                "-NoRateLimit",
                "-HistoryOrders",
                historyOrders.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ],
            NoVariables
        );
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("No simulator started.");
        Address = new Uri(JsonDocument.Parse(line).RootElement.GetProperty(Name).GetString()!);
    }

    public Uri Address { get; }

    public Uri BitoPro => new(Address, "bitopro/v3");

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
