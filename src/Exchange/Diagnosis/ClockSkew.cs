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
        var seconds = size.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var isAhead = skew > TimeSpan.Zero;
        var text =
            size < TimeSpan.FromSeconds(1)
                ? Language.Choose("This machine's clock agrees with the service's.", "這台電腦的時鐘與服務一致。")
                : Language.Choose(
                    $"This machine's clock is {seconds} seconds {(isAhead ? "ahead of" : "behind")} the service's.",
                    $"這台電腦的時鐘比服務{(isAhead ? "快" : "慢")} {seconds} 秒。"
                );
        var remedy = Language.Choose("Let the operating system set the clock by NTP.", "請讓作業系統以 NTP 校時。");
        return size >= tolerance
                ? CheckResult.Failed(
                    text
                        + Language.Choose(
                            $" Signed calls are refused from {tolerance.TotalSeconds:0} seconds on.",
                            $"相差 {tolerance.TotalSeconds:0} 秒起，簽名呼叫會被拒絕。"
                        ),
                    remedy
                )
            : size > Unremarkable ? CheckResult.Warning(text, remedy)
            : CheckResult.Passed(text);
    }
}
