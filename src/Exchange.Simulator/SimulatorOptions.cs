using Exchange.Simulator.Okx;
using Exchange.Simulator.Strategy;

namespace Exchange.Simulator;

/// <summary>How a simulator is started. Every value has a default that suits a rehearsal.</summary>
public sealed record SimulatorOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>Seed of prices, books, public trades, request ids and faults: same seed and clock, same data.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The instant at which the simulator's clock starts; null starts it at the time of <see cref="TimeSource"/>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Starts the clock frozen: it then moves only by <see cref="SimulatorClock.Advance"/>.</summary>
    public bool Frozen { get; init; }

    /// <summary>What the simulator's clock runs after: the system, or a test's own clock.</summary>
    public TimeProvider TimeSource { get; init; } = TimeProvider.System;

    /// <summary>Faults that are on from the start: name of <see cref="FaultKind"/> to rate, 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Faults { get; init; } =
        new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Who may sign in. One well-known rehearsal account unless told otherwise.</summary>
    public IReadOnlyList<SimulatorAccount> Accounts { get; init; } = [SimulatorAccount.Default];

    /// <summary>Whether the rate limits of the contracts are enforced (bitopro.md 2.0).</summary>
    public bool RateLimits { get; init; } = true;

    /// <summary>How far a nonce may be from the clock before a signed request is answered 409.</summary>
    public TimeSpan ClockSkewTolerance { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <see cref="FaultKind.Slow"/> keeps a reply back, on the time source's timers.</summary>
    public TimeSpan SlowDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The OKX account: its keys, its user, what it owns.</summary>
    public OkxSimulatorAccount Okx { get; init; } = OkxSimulatorAccount.Default;

    /// <summary>The forms of OKX's sign-in answers.</summary>
    public OkxBehaviour OkxBehaviour { get; init; } = new();

    /// <summary>The agentic wallet: its user, the ways to sign in, its accounts.</summary>
    public WalletSimulatorUser Wallet { get; init; } = WalletSimulatorUser.Default;

    /// <summary>The forms of the wallet's answers.</summary>
    public Web3Behaviour Web3Behaviour { get; init; } = new();

    /// <summary>How many finished btc_twd orders the first account has from the 90 days before the start.</summary>
    public int HistoryOrders { get; init; }
}
