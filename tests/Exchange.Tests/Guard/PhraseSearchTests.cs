using Exchange.Guard;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Guard;

/// <summary>One pass over the text finds what looking for each phrase by itself finds.</summary>
public sealed class PhraseSearchTests
{
    private static readonly string[] Parts =
    [
        .. GuardRules.BuiltIn.PolicyBypass,
        .. GuardRules.BuiltIn.Ambiguous,
        .. GuardRules.BuiltIn.InvalidConfirmations,
        .. GuardWords.Trade,
        .. GuardWords.Amounts,
    ];

    /// <summary>Halves of phrases in a row, in either case, with blanks: full of beginnings that come to nothing.</summary>
    private static readonly Arbitrary<string> Texts = Gen.Elements(Parts)
        .SelectMany(part =>
            Gen.Choose(0, part.Length)
                .SelectMany(from => Gen.Choose(0, part.Length - from).Select(length => part.Substring(from, length)))
        )
        .SelectMany(piece => Gen.Elements(piece, piece.ToUpperInvariant(), $"{piece} ", $"\t{piece}", "\uD800", "７"))
        .ListOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Fact]
    public void It_finds_what_looking_for_each_phrase_finds() =>
        Prop.ForAll(
                Texts,
                text =>
                {
                    var normal = TextSignals.Normalise(text);
                    var search = new PhraseSearch(Parts.Select((part, i) => (Phrases(part), 1 << (i % 31))));
                    var expected = Parts
                        .Select((part, i) => normal.Contains(part, StringComparison.Ordinal) ? 1 << (i % 31) : 0)
                        .Aggregate(0, (bits, bit) => bits | bit);

                    return search.Find(normal) == expected;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("", 0)]
    [InlineData("ab", 1)]
    [InlineData("xabc", 1 | 2)]
    [InlineData("aabcd", 1 | 2 | 4)]
    [InlineData("bcd", 2 | 4)]
    [InlineData("bc", 2)]
    [InlineData("cd", 0)]
    [InlineData("ababab", 1 | 8)]
    public void Phrases_that_overlap_and_hold_one_another_are_all_found(string text, int bits) =>
        Assert.Equal(bits, new PhraseSearch([(["ab"], 1), (["bc"], 2), (["bcd"], 4), (["abab"], 8)]).Find(text));

    private static IEnumerable<string> Phrases(string only) => [only];
}
