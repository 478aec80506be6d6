using System.Text;
using Exchange.Desk;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Desk;

public sealed class JournalLineTests
{
    // Facts and reasons hold whatever a service or a person writes, save halves of surrogate pairs, which no UTF-8 can hold.
    private static Gen<string> Text =>
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null && IsWhole(text)),
            Gen.Elements("", "\n", "\r\n", "\"", "\\", "{}", "台幣", "🚀", "\u2028", "</script>", new string('x', 5000))
        );

    private static Gen<DateTimeOffset> Time =>
        Gen.Choose(0, int.MaxValue)
            .Select(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(seconds % 9999));

    private static Gen<AttemptIntent> Intents =>
        from id in Text
        from at in Time
        from account in Gen.OneOf(Text, Gen.Constant<string>(null!))
        from keys in Text.ListOf(3)
        from value in Text
        select new AttemptIntent(
            id,
            at,
            "BitoPro",
            "PlaceOrder",
            account,
            new Uri("https://api.bitopro.com/v3"),
            keys.Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => value, StringComparer.Ordinal)
        );

    private static Gen<AttemptOutcome> Outcomes =>
        from id in Text
        from at in Time
        from state in Gen.Elements(AttemptState.Accepted, AttemptState.Rejected, AttemptState.Unknown)
        from reference in Gen.OneOf(Text, Gen.Constant<string>(null!))
        from reason in Gen.OneOf(Text, Gen.Constant<string>(null!))
        select new AttemptOutcome(id, at, state, reference, reason);

    [Fact]
    public void An_intent_comes_back_as_it_was_written() =>
        Always.Holds(
            Intents,
            intent =>
            {
                var read = Read(new JournalEntry(intent, null))!.Intent!;

                Assert.Equal(intent with { Facts = read.Facts }, read);
                Assert.Equal(intent.Facts, read.Facts);
            }
        );

    [Fact]
    public void An_outcome_comes_back_as_it_was_written() =>
        Always.Holds(Outcomes, outcome => Assert.Equal(outcome, Read(new JournalEntry(null, outcome))!.Outcome));

    [Fact]
    public void A_line_is_one_line() =>
        Always.Holds(
            Intents,
            intent =>
            {
                var line = JournalLine.Write(new JournalEntry(intent, null));

                Assert.Equal((byte)'\n', line[^1]);
                Assert.DoesNotContain((byte)'\n', line[..^1]);
            }
        );

    [Fact]
    public void A_line_with_any_byte_changed_or_any_end_torn_off_is_not_read() =>
        Always.Holds(
            from outcome in Outcomes
            from place in Gen.Choose(0, int.MaxValue)
            from change in Gen.Choose(1, 255)
            select (Line: JournalLine.Write(new JournalEntry(null, outcome))[..^1], Place: place, Change: change),
            sample =>
            {
                var at = sample.Place % sample.Line.Length;
                Assert.Null(JournalLine.Read(sample.Line.AsSpan(0, at)));

                sample.Line[at] ^= (byte)sample.Change;
                Assert.Null(JournalLine.Read(sample.Line));
            },
            tests: 500
        );

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0123456789ABCDEF {}")]
    [InlineData("garbage that is long enough to be a line")]
    public void What_was_never_a_line_is_not_read(string text) =>
        Assert.Null(JournalLine.Read(Encoding.UTF8.GetBytes(text)));

    private static JournalEntry? Read(JournalEntry entry) => JournalLine.Read(JournalLine.Write(entry).AsSpan()[..^1]);

    private static bool IsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
