namespace Exchange.Bench;

/// <summary>What a row is held to: so many times better than a peer, or at most so much by itself.</summary>
/// <param name="Row">The row.</param>
/// <param name="Peer">A part of the peer's name; null for none.</param>
/// <param name="Times">How many times better than the peer.</param>
/// <param name="AtMost">In the row's own unit.</param>
/// <param name="Who">Whose figure is held to it.</param>
internal sealed record Requirement(
    string Row,
    string? Peer = null,
    double? Times = null,
    double? AtMost = null,
    string Who = Measurement.Own
)
{
    /// <summary>How much the cost of a page may differ between the fewest and the most of them, and so on.</summary>
    private const double Band = 1.5;

    /// <summary>In the order of the table.</summary>
    public static readonly IReadOnlyList<Requirement> All =
    [
        new(Rows.SignBitoPro, "ccxt", Times: 10),
        new(Rows.SignOkx, "okx-trade-cli", Times: 5),
        new(Rows.DecodeOrders, "ccxt", Times: 8),
        new(Rows.DecodeOrders, "ConvertFrom-Json", Times: 15),
        new(Rows.SequentialReads, "ccxt", Times: 1.5),
        new(Rows.ConcurrentReads, "ccxt", Times: 3),
        new(Rows.ColdStart, "okx-trade-cli", Times: 1),
        new(Rows.ImportModule, "Pester", Times: 4),
        new(Rows.ImportOverShell, AtMost: 150),
        new(Rows.FirstTicker, AtMost: 300),
        new(Rows.RequestsAtFirst, "ccxt", AtMost: 1),
        new(Rows.MemoryGrowth, "ccxt", AtMost: 32),
        new(Rows.GuardDecision, "classify", Times: 5),
        new(Rows.GuardRecorded, "handler", Times: 5),
        new(Rows.GuardAt99, AtMost: 20),
        new(Rows.SignIntent),
        new(Rows.VerifyIntent),
        new(Rows.OpenSessionKey),
        new(Rows.PageFactor, AtMost: Band),
        new(Rows.InFlightFactor, AtMost: Band),
        new(Rows.JournalFactor, AtMost: Band),
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
    public const string ImportModule = "Import-Module, over a bare shell";
    public const string ImportOverShell = "Import-Module, by Measure-Import.ps1";
    public const string FirstTicker = "the first Get-BitoProTicker after it";
    public const string Walk = "walk 100,000 orders";
    public const string FirstObject = "walk 100,000 orders: until the first object";
    public const string RequestsAtFirst = "walk 100,000 orders: requests at the first object";
    public const string MemoryGrowth = "walk 100,000 orders: growth of memory";
    public const string GuardDecision = "guard decision";
    public const string GuardRecorded = "guard decision and its line of audit";
    public const string GuardAt99 = "guard decision, 99th percentile";
    public const string SignIntent = "sign a strategy intent";
    public const string VerifyIntent = "verify a signed strategy intent";
    public const string OpenSessionKey = "open a session key";
    public const string PageFactor = "cost of a page, 1 to 1,000 pages: dearest over cheapest";
    public const string InFlightFactor = "CPU of a read, 1 to 256 in flight: dearest over one alone";
    public const string JournalFactor = "an attempt in a journal of 10 to 1,000,000 lines: dearest over the first";
}
