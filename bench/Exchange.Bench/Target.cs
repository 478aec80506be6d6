namespace Exchange.Bench;

/// <summary>What a row is held to.</summary>
/// <param name="Row">The row.</param>
/// <param name="Times">How many times better than the peer; null when the figure is only stated.</param>
/// <param name="Peer">How the peer's name begins, when a row has several.</param>
internal sealed record Target(string Row, double? Times, string Peer = "")
{
    /// <summary>Ours beside theirs, in the order of the table.</summary>
    public static readonly IReadOnlyList<Target> All =
    [
        new(Rows.SignBitoPro, 10, "ccxt"),
        new(Rows.SignOkx, 5, "okx-trade-cli"),
        new(Rows.DecodeOrders, 8, "ccxt"),
        new(Rows.DecodeOrders, 15, "ConvertFrom-Json"),
        new(Rows.SequentialReads, 1.5, "ccxt"),
        new(Rows.ConcurrentReads, 3, "ccxt"),
        new(Rows.ColdStart, 1, "okx-trade-cli"),
        new(Rows.ImportModule, 4, "Pester"),
        new(Rows.GuardDecision, 5, "hook"),
    ];
}

/// <summary>The names of the rows.</summary>
internal static class Rows
{
    public const string SignBitoPro = "sign and build one BitoPro order request (CPU)";
    public const string SignOkx = "sign one OKX request (CPU)";
    public const string DecodeOrders = "decode a page of 1,000 orders";
    public const string SequentialReads = "1,000 sequential signed GETs";
    public const string ConcurrentReads = "5,000 signed GETs, 64 in flight";
    public const string ColdStart = "cold start of one read";
    public const string ImportModule = "import the module, over a bare shell";
    public const string GuardDecision = "guard decision";
}
