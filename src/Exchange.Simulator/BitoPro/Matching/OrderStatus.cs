namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>The status codes of bitopro.md section 3; 5 is unused.</summary>
internal static class OrderStatus
{
    public const int NotTriggered = -1;
    public const int Unfilled = 0;
    public const int PartlyFilled = 1;
    public const int Completed = 2;
    public const int PartlyFilledCancelled = 3;
    public const int Cancelled = 4;
    public const int PostOnlyCancelled = 6;

    public static bool IsOpen(int status) => status is NotTriggered or Unfilled or PartlyFilled;

    /// <summary>DONE of T9 is 2 and 3 only: cancelled orders appear only under ALL or by their status.</summary>
    public static bool IsDone(int status) => status is Completed or PartlyFilledCancelled;

    public static bool IsKnown(long status) =>
        status is >= NotTriggered and <= PartlyFilledCancelled or Cancelled or PostOnlyCancelled;
}
