namespace Exchange.Simulator.Okx;

/// <summary>The OKX account of the simulator: one person with a live and a demo key, who can also sign in with a browser.</summary>
public sealed record OkxSimulatorAccount
{
    /// <summary>The rehearsal account that every simulator has by default.</summary>
    public static OkxSimulatorAccount Default { get; } = new();

    /// <summary>The name under which the request log shows the account.</summary>
    public string Name { get; init; } = "rehearsal";

    /// <summary>Who approves on the sign-in page.</summary>
    public string User { get; init; } = "rehearsal@example.com";

    /// <summary>The key for live trading.</summary>
    public OkxSimulatorKey Live { get; init; } =
        new("simulator-okx-live-key-0001", "simulator-okx-live-secret-0001", "Simulator-Live-Pass-0001");

    /// <summary>The key for simulated trading (<c>x-simulated-trading: 1</c>).</summary>
    public OkxSimulatorKey Demo { get; init; } =
        new("simulator-okx-demo-key-0001", "simulator-okx-demo-secret-0001", "Simulator-Demo-Pass-0001");

    /// <summary>What the live account owns at the start, in units of each upper-case currency.</summary>
    public IReadOnlyDictionary<string, decimal> LiveBalances { get; init; } =
        new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["USDT"] = 25_000m,
            ["BTC"] = 0.5m,
            ["ETH"] = 4m,
        };

    /// <summary>What the demo account owns at the start, in units of each upper-case currency.</summary>
    public IReadOnlyDictionary<string, decimal> DemoBalances { get; init; } =
        new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["USDT"] = 100_000m,
            ["BTC"] = 1m,
            ["ETH"] = 10m,
            ["OKB"] = 100m,
        };

    /// <summary>Fee of a resting order as a fraction.</summary>
    public decimal MakerFee { get; init; } = 0.0008m;

    /// <summary>Fee of a taking order as a fraction.</summary>
    public decimal TakerFee { get; init; } = 0.001m;

    /// <summary>Shows the name only.</summary>
    public override string ToString() => Name;
}

/// <summary>An API key of OKX (okx-account.md 8).</summary>
/// <param name="Key">As sent in OK-ACCESS-KEY.</param>
/// <param name="Secret">Its UTF-8 bytes are the HMAC key.</param>
/// <param name="Passphrase">As sent in OK-ACCESS-PASSPHRASE.</param>
public sealed record OkxSimulatorKey(string Key, string Secret, string Passphrase)
{
    /// <summary>Whether the key may place and cancel orders; every key may read.</summary>
    public bool CanTrade { get; init; } = true;

    /// <summary>Shows that it is a key and nothing of it.</summary>
    public override string ToString() => "OKX API key";
}
