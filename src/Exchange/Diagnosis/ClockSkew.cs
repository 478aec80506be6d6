using System.Globalization;

namespace Exchange.Diagnosis;

/// <summary>How far two clocks are apart, as far as a time that is told to the second can say.</summary>
internal static class ClockSkew
{
    // What a second's precision and a slow network make of clocks that agree.
    private static readonly TimeSpan Unremarkable = TimeSpan.FromSeconds(5);

    /// <param name="theirs">What the service said, the fraction of its second cut off.</param>
    /// <param name="before">This machine's time when the question left.</param>
    /// <param name="after">This machine's time when the answer was there.</param>
    /// <param name="tolerance">What the service takes.</param>
    public static CheckResult Judge(
        DateTimeOffset theirs,
        DateTimeOffset before,
        DateTimeOffset after,
        TimeSpan tolerance
    )
    {
        // The service read its clock at some moment between the two, and up to a second later than it says.
        var ahead = before - theirs - TimeSpan.FromSeconds(1);
        var behind = theirs - after;
        var skew =
            ahead > TimeSpan.Zero ? ahead
            : behind > TimeSpan.Zero ? -behind
            : TimeSpan.Zero;
        var size = skew.Duration();
        var text =
            size < TimeSpan.FromSeconds(1)
                ? "This machine's clock agrees with the service's."
                : $"This machine's clock is {size.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds {(skew > TimeSpan.Zero ? "ahead of" : "behind")} the service's.";
        const string remedy = "Let the operating system set the clock by NTP.";
        return size >= tolerance
                ? CheckResult.Failed(
                    $"{text} Signed calls are refused from {tolerance.TotalSeconds:0} seconds on.",
                    remedy
                )
            : size > Unremarkable ? CheckResult.Warning(text, remedy)
            : CheckResult.Passed(text);
    }
}
