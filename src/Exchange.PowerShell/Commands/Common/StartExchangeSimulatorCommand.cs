using System.Management.Automation;
using Exchange.Simulator;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Starts a simulator of the services on this machine. From then on calls of this process go there, for its rehearsal account,
/// until it is stopped; a connected account is disconnected.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "ExchangeSimulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(SimulatorInfo))]
public sealed class StartExchangeSimulatorCommand : ExchangeCmdlet
{
    /// <summary>Port on 127.0.0.1; without it a free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>The same seed gives the same prices, books and faults.</summary>
    [Parameter]
    public int Seed { get; set; } = 1;

    /// <summary>Faults as name=rate, rate 0 to 1: DropAfter=0.1.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FaultCompleter))]
    public string[] Fault { get; set; } = [];

    /// <summary>How long the fault Slow keeps a reply back, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 600)]
    public int SlowSeconds { get; set; } = 5;

    /// <summary>Finished orders that the rehearsal account has from the start.</summary>
    [Parameter]
    [ValidateRange(0, 1_000_000)]
    public int HistoryOrders { get; set; }

    /// <summary>Never answers 429.</summary>
    [Parameter]
    public SwitchParameter NoRateLimit { get; set; }

    /// <summary>Keeps this process until the simulator is stopped or Ctrl+C is pressed.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    private protected override bool IsEndless => Wait;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var options = new SimulatorOptions
        {
            Port = Port,
            Seed = Seed,
            Faults = FaultRates.Of(Fault),
            SlowDelay = TimeSpan.FromSeconds(SlowSeconds),
            HistoryOrders = HistoryOrders,
            RateLimits = !NoRateLimit,
        };
        if (!IsWanted($"127.0.0.1:{Port}", "Start the simulator"))
        {
            return;
        }

        var simulator = Runtime.Simulators.Start(options);
        if (Runtime.BitoPro.Disconnect())
        {
            WriteWarning("The connected BitoPro account was disconnected: calls now go to the simulator.");
        }
        WriteObject(SimulatorInfo.Of(simulator));
        if (Wait)
        {
            await WaitAsync(simulator, cancel);
        }
    }

    private static async Task WaitAsync(ExchangeSimulator simulator, CancellationToken cancel)
    {
        try
        {
            await simulator.Stopped.WaitAsync(cancel);
        }
        finally
        {
            Runtime.Simulators.Stop();
        }
    }
}
