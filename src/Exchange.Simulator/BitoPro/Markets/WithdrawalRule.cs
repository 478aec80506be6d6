namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>A row of T11 and of T12's restrictionsOfWithdrawalFees, in currency units; the protocol upper-case, as withdrawals are sent.</summary>
internal sealed record WithdrawalRule(
    string Currency,
    string DisplayName,
    string Protocol,
    decimal Fee,
    decimal Minimum,
    decimal Maximum,
    decimal DailyMaximum,
    int Confirmations
)
{
    public static readonly WithdrawalRule[] All =
    [
        new("TWD", "TWD", "MAIN", 15, 100, 1_000_000, 2_000_000, 0),
        new("BTC", "BTC", "MAIN", 0.0005m, 0.001m, 100, 200, 3),
        new("ETH", "ETH", "MAIN", 0.003m, 0.01m, 1_000, 2_000, 64),
        new("USDT", "USDT (ETH-ERC20)", "ERC20", 8, 20, 1_000_000, 2_000_000, 64),
        new("USDT", "USDT (TRX-TRC20)", "TRX", 2, 5, 1_000_000, 2_000_000, 20),
        new("USDT", "USDT (BNB-BSC)", "BSC", 1, 5, 1_000_000, 2_000_000, 15),
        new("USDT", "USDT (POLYGON)", "POLYGON", 1, 5, 1_000_000, 2_000_000, 128),
        new("BITO", "BITO (ETH-ERC20)", "ERC20", 30, 60, 1_000_000, 2_000_000, 64),
    ];

    /// <summary>Lower-case, as T12 shows it.</summary>
    public string WireProtocol => Protocol.ToLowerInvariant();

    /// <summary>The row of a currency on a protocol; MAIN finds the first row when the currency has no MAIN of its own.</summary>
    public static WithdrawalRule? Find(string currency, string protocol) =>
        Array.Find(
            All,
            rule => IsOf(rule, currency) && string.Equals(rule.Protocol, protocol, StringComparison.Ordinal)
        ) ?? (protocol == "MAIN" ? Array.Find(All, rule => IsOf(rule, currency)) : null);

    private static bool IsOf(WithdrawalRule rule, string currency) =>
        string.Equals(rule.Currency, currency, StringComparison.OrdinalIgnoreCase);
}
