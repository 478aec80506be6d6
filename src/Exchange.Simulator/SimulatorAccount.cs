namespace Exchange.Simulator;

/// <summary>An account of the simulated venues: credentials that are obviously not real, and what it owns at the start.</summary>
public sealed record SimulatorAccount
{
    /// <summary>The rehearsal account that every simulator has by default.</summary>
    public static SimulatorAccount Default { get; } = new();

    /// <summary>The name under which the request log and the audit list show the account.</summary>
    public string Name { get; init; } = "rehearsal";

    /// <summary>The API key, as sent in X-BITOPRO-APIKEY.</summary>
    public string ApiKey { get; init; } = "simulator-key-0001-bitopro";

    /// <summary>The API secret: its UTF-8 bytes are the HMAC key.</summary>
    public string ApiSecret { get; init; } = "simulator-secret-0001-bitopro";

    /// <summary>The e-mail of the GET and DELETE payload. Not checked, as on the live service (bitopro.md open question 3).</summary>
    public string Email { get; init; } = "trader@example.com";

    /// <summary>Starting balances by lower-case currency, in units of that currency.</summary>
    public IReadOnlyDictionary<string, decimal> Balances { get; init; } =
        new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["twd"] = 5_000_000m,
            ["btc"] = 2m,
            ["eth"] = 30m,
            ["usdt"] = 100_000m,
            ["bito"] = 20_000m,
        };

    /// <summary>Fee of a resting order as a fraction: 0.001 is 0.1 %, rank 0 of bitopro.md T12.</summary>
    public decimal MakerFee { get; init; } = 0.001m;

    /// <summary>Fee of a taking order as a fraction: 0.002 is 0.2 %, rank 0 of bitopro.md T12.</summary>
    public decimal TakerFee { get; init; } = 0.002m;

    /// <summary>What the key may do; the rest is answered 403.</summary>
    public SimulatorPermissions Permissions { get; init; } = SimulatorPermissions.All;

    /// <summary>Addresses registered for withdrawals; any other is answered <c>Address not in whitelist.</c></summary>
    public IReadOnlyList<string> WithdrawalAddresses { get; init; } =
    ["TXYZexampleaddr000000000000000000", "0x00000000000000000000000000000000000000aa"];

    /// <summary>Shows the name only: a secret, even an invented one, is never printed.</summary>
    public override string ToString() => Name;
}

/// <summary>What an API key may do.</summary>
[Flags]
public enum SimulatorPermissions
{
    /// <summary>Nothing: every private call is answered 403.</summary>
    None = 0,

    /// <summary>Balances, orders, fills and transfers can be read.</summary>
    Read = 1,

    /// <summary>Orders can be placed and cancelled.</summary>
    Trade = 2,

    /// <summary>Withdrawals can be made.</summary>
    Withdraw = 4,

    /// <summary>Everything.</summary>
    All = Read | Trade | Withdraw,
}
