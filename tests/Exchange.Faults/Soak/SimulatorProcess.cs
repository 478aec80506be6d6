using System.Diagnostics;
using Exchange.Simulator;
using Exchange.Simulator.Okx;
using Exchange.Simulator.Strategy;

namespace Exchange.Faults.Soak;

/// <summary>The simulator in a process of its own, so that what is measured is the client's.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    /// <summary>The word that makes this program the simulator.</summary>
    public const string Word = "simulator";

    private readonly Process _process;

    public SimulatorProcess()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(SimulatorProcess).Assembly.Location, Word])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        Address = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("No simulator started.");
    }

    public string Address { get; }

    /// <summary>What the process does: it says its address, and ends with whoever started it.</summary>
    public static void Run()
    {
        using var simulator = ExchangeSimulator.Start(
            new SimulatorOptions
            {
                RateLimits = false,
                Accounts = [SimulatorAccount.Default with { Balances = Rich("twd", "btc", "usdt") }],
                Okx = OkxSimulatorAccount.Default with { LiveBalances = Rich("USDT", "BTC") },
                // Sessions are renewed every minute or two: OKX's 300 s before their end, the wallet's 60 s.
                OkxBehaviour = new OkxBehaviour { Interval = 1, AccessTokenLife = 400 },
                Web3Behaviour = new Web3Behaviour { AccessTokenLife = 150 },
            }
        );
        Console.WriteLine(simulator.Address);
        Console.In.ReadToEnd();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Dictionary<string, decimal> Rich(params string[] currencies) =>
        currencies.ToDictionary(currency => currency, _ => 1_000_000_000m, StringComparer.Ordinal);
}
