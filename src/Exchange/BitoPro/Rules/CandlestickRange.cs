namespace Exchange.BitoPro;

/// <summary>The time range of T4 (bitopro.md T4 and section 4).</summary>
internal static class CandlestickRange
{
    private static readonly TimeSpan KeptForMinutes = TimeSpan.FromDays(365);

    /// <summary>Throws when the range cannot be asked for; returns a warning when only a part of it is kept.</summary>
    public static string? Check(string resolution, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        if (from.ToUnixTimeSeconds() >= to.ToUnixTimeSeconds())
        {
            throw BitoProError.Input(
                "InvalidTimeRange",
                "The candlesticks' first moment must be before their last.",
                "Give -From before -To, at least a second apart."
            );
        }
        if (resolution is not ("1m" or "5m") || from >= now - KeptForMinutes)
        {
            return null;
        }
        return to >= now - KeptForMinutes
            ? $"The service keeps {resolution} candlesticks for 365 days; earlier ones will be missing."
            : throw BitoProError.Input(
                "CandleHistoryLimit",
                $"The service keeps {resolution} candlesticks for 365 days only.",
                "Ask for a coarser resolution, such as 15m."
            );
    }
}
