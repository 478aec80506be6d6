using Exchange.Desk;
using Exchange.Tests.Support;

namespace Exchange.Tests.Desk;

/// <summary>Where the machine's clock was set since an attempt, what fits is looked for as far off as that.</summary>
public sealed class EffectSearchTests
{
    private static readonly HashSet<string> Nothing = [];

    [Theory]
    [InlineData(0, 0, -3590, false)]
    [InlineData(60, 0, -3590, true)]
    [InlineData(0, 60, -3590, false)]
    [InlineData(0, 0, 3590, false)]
    [InlineData(0, 60, 3590, true)]
    [InlineData(60, 0, 3590, false)]
    public void An_order_as_far_off_as_the_clock_was_is_for_a_person_to_judge(
        int earlier,
        int later,
        int offset,
        bool isDoubtful
    )
    {
        var attempt = Attempt with
        {
            MayBeEarlierBy = TimeSpan.FromMinutes(earlier),
            MayBeLaterBy = TimeSpan.FromMinutes(later),
        };
        var order = new EffectCandidate("77", attempt.StartedAt.AddSeconds(offset), EffectFit.Exact);

        var finding = EffectSearch.Judge(attempt, [order], Nothing, "orders", "none");

        var (since, until) = EffectSearch.SpanOf(attempt);
        Assert.Equal(isDoubtful, order.CreatedAt >= since && order.CreatedAt <= until);
        if (!isDoubtful)
        {
            Assert.IsType<AttemptFinding.Absent>(finding);
            return;
        }
        var unclear = Assert.IsType<AttemptFinding.Unclear>(finding);
        Assert.Contains("it may be 77", unclear.Reason, StringComparison.Ordinal);
        Assert.Contains("clock was set", unclear.Reason, StringComparison.Ordinal);
    }

    private static Attempt Attempt { get; } =
        new()
        {
            AttemptId = "a",
            State = AttemptState.Unknown,
            StartedAt = Attempts.Start,
            Service = "Test",
            Operation = "PlaceOrder",
            Address = Attempts.Address,
            Facts = new Dictionary<string, string>(StringComparer.Ordinal),
        };
}
