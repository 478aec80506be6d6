namespace Exchange.Streams;

/// <summary>How long to wait before the next connection: 1, 2, 4 and so on to 30 seconds, each 20 % more or less.</summary>
public static class StreamBackoff
{
    private const double Longest = 30;

    /// <summary>The wait.</summary>
    /// <param name="failures">Connections without a frame in a row, this one included; at least 1.</param>
    /// <param name="chance">0 to 1: keeps many clients from coming back at the same moment.</param>
    public static TimeSpan Wait(int failures, double chance) =>
        TimeSpan.FromSeconds(Math.Min(Longest, Math.Pow(2, failures - 1)) * (0.8 + (0.4 * chance)));
}
