using Exchange.Simulator;

namespace Exchange.PowerShell;

/// <summary>A running simulator.</summary>
public sealed record SimulatorInfo
{
    /// <summary>Where it listens, on this machine only. Set EXCHANGE_SIMULATOR to it to use it from other processes.</summary>
    public required Uri Address { get; init; }

    /// <summary>Its process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>True when it runs in this process.</summary>
    public required bool InProcess { get; init; }

    /// <summary>The seed of its prices and faults.</summary>
    public required int Seed { get; init; }

    /// <summary>Its clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Requests so far.</summary>
    public required long Requests { get; init; }

    /// <summary>Streams that are open now.</summary>
    public required int Streams { get; init; }

    /// <summary>Faults in force: DropAfter=0.1.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The services it plays.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    internal static SimulatorInfo Of(ExchangeSimulator simulator) =>
        new()
        {
            Address = simulator.Address,
            ProcessId = Environment.ProcessId,
            InProcess = true,
            Seed = simulator.Seed,
            Now = simulator.Clock.GetUtcNow(),
            Requests = simulator.Requests.Count,
            Streams = simulator.BitoPro.OpenStreams,
            Faults =
            [
                .. simulator.Faults.Rules.Select(rule => FormattableString.Invariant($"{rule.Kind}={rule.Rate}")),
            ],
            Services = simulator.Services,
        };
}
