using Exchange.Diagnosis;

namespace Exchange.Tests.Diagnosis;

public sealed class ClockSkewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 4, 5, 6, 700, TimeSpan.Zero);

    // Seconds that the service's clock is ahead; the answer took 400 ms, and tells whole seconds only.
    [Theory]
    [InlineData(0, CheckVerdict.Passed, "agrees")]
    [InlineData(1, CheckVerdict.Passed, "agrees")]
    [InlineData(-1, CheckVerdict.Passed, "agrees")]
    [InlineData(5, CheckVerdict.Passed, "behind")]
    [InlineData(8, CheckVerdict.Warning, "behind")]
    [InlineData(-8, CheckVerdict.Warning, "ahead of")]
    [InlineData(300, CheckVerdict.Failed, "behind")]
    [InlineData(-300, CheckVerdict.Failed, "ahead of")]
    public void Clocks_that_are_apart_are_told_with_the_side(int ahead, CheckVerdict verdict, string words)
    {
        var theirs = new DateTimeOffset(2026, 3, 2, 4, 5, 6, TimeSpan.Zero).AddSeconds(ahead);
        var found = ClockSkew.Judge(theirs, Now, Now.AddMilliseconds(400), TimeSpan.FromSeconds(30));
        Assert.Equal(verdict, found.Verdict);
        Assert.Contains(words, found.Detail, StringComparison.Ordinal);
        Assert.Equal(verdict == CheckVerdict.Passed, found.Remedy is null);
    }
}
