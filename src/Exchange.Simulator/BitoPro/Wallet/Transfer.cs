namespace Exchange.Simulator.BitoPro.Wallet;

/// <summary>A deposit or a withdrawal. Amounts in units of the currency; what the customer pays or paid is the total.</summary>
internal sealed record Transfer
{
    private const long WaitMs = 60_000;
    private const long ProcessMs = 300_000;

    public required long Number { get; init; }

    public required bool IsWithdrawal { get; init; }

    /// <summary>Lower-case.</summary>
    public required string Currency { get; init; }

    /// <summary>Upper-case.</summary>
    public required string Protocol { get; init; }

    public required string Address { get; init; }

    public string? Message { get; init; }

    /// <summary>What arrives: the total without the fee.</summary>
    public required decimal Amount { get; init; }

    public required decimal Fee { get; init; }

    public required long TimeMs { get; init; }

    /// <summary>The status of a finished past; null lets the status follow the clock.</summary>
    public string? FixedStatus { get; init; }

    public decimal Total => Amount + Fee;

    /// <summary>Date, kind (bank or chain, deposit or withdrawal) and number.</summary>
    public string Serial
    {
        get
        {
            var date = DateTimeOffset.FromUnixTimeMilliseconds(TimeMs);
            var kind = (Currency == "twd" ? "T" : "B") + (IsWithdrawal ? "W" : "D");
            return FormattableString.Invariant($"{date:yyyyMMdd}{kind}{Number:D8}");
        }
    }

    /// <summary>Empty until it is on the chain.</summary>
    public string TxId(long nowMs) =>
        Currency != "twd" && Status(nowMs) == "COMPLETE"
            ? FormattableString.Invariant($"{SeededNoise.Hash(1, Number):x16}{SeededNoise.Hash(2, Number):x16}")
            : "";

    /// <summary>A new withdrawal waits for a minute, is on its way for four, and is complete after five.</summary>
    public string Status(long nowMs) =>
        FixedStatus
        ?? (nowMs - TimeMs) switch
        {
            < WaitMs => "WAIT_PROCESS",
            < ProcessMs => "PROCESSING",
            _ => "COMPLETE",
        };
}
