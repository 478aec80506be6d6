using Exchange.Desk;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Desk;

public sealed class AttemptIdTests
{
    [Fact]
    public void New_ids_begin_with_the_time_and_differ()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 2, 4, 5, 6, 789, TimeSpan.Zero));
        var ids = Enumerable.Range(0, 1000).Select(_ => AttemptId.New(clock)).ToList();

        Assert.All(ids, id => Assert.Matches(@"^20260302T040506\.789Z-[0-9a-f]{12}\z", id));
        Assert.Equal(1000, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Equal(id, AttemptId.Validate(id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("é")]
    [InlineData("a\u007f")]
    public void What_cannot_be_an_id_is_refused(string id) =>
        Caught.Error("Exchange.InvalidAttemptId", () => AttemptId.Validate(id));

    [Fact]
    public void An_id_has_128_characters_at_most()
    {
        AttemptId.Validate(new string('x', 128));
        Caught.Error("Exchange.InvalidAttemptId", () => AttemptId.Validate(new string('x', 129)));
    }
}
