using System.Text.RegularExpressions;
using Exchange.Guard;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Guard;

/// <summary>trade-guard.md 9.3: what is taken out of a text, in which order.</summary>
public sealed class ScrubTests
{
    private const string Evm = "0x52908400098527886E0F7030069857D2E4169EE7";
    private const string Segwit = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq";
    private const string Legacy = "1BoatSLRHtKNngkdXEeobR76b53LETtpyT";

    // The contract's patterns as ECMAScript reads them, in its order: slow, but plain to see.
    private static readonly (Regex Pattern, string Replacement)[] Patterns =
    [
        (Pattern("0x[0-9a-fA-F]{40}"), "<evm_addr>"),
        (Pattern(@"\bbc1[a-zA-Z0-9]{6,62}\b"), "<btc_addr>"),
        (Pattern(@"\b[13][a-km-zA-HJ-NP-Z1-9]{25,34}\b"), "<btc_addr>"),
        (Pattern(@"\b[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}\b"), "<email>"),
        (Pattern(@"\b[A-Za-z0-9_]{30,}\b"), "<long_token>"),
    ];

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("buy 0.5 btc for 1,000,000 twd", "buy 0.5 btc for 1,000,000 twd")]
    [InlineData($"to {Evm}.", "to <evm_addr>.")]
    [InlineData($"轉到{Evm}謝謝", "轉到<evm_addr>謝謝")]
    [InlineData($"轉到{Segwit}謝謝", "轉到<btc_addr>謝謝")]
    [InlineData($"轉到{Legacy}謝謝", "轉到<btc_addr>謝謝")]
    [InlineData("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "<btc_addr>")]
    [InlineData("bc1abcde", "bc1abcde")]
    [InlineData("bc1abcdef", "<btc_addr>")]
    [InlineData("bc1abcdef_", "bc1abcdef_")]
    [InlineData("信箱a.b+c@mail.example.org謝謝", "信箱<email>謝謝")]
    [InlineData("a@b.c", "a@b.c")]
    [InlineData("a@b.co1", "a@b.co1")]
    [InlineData("a@b.co.x", "<email>.x")]
    [InlineData("A@B.TW", "<email>")]
    [InlineData("a@b@c.tw", "a@<email>")]
    [InlineData("密鑰abcdefghijabcdefghijabcdefghij結束", "密鑰<long_token>結束")]
    [InlineData("abcdefghijabcdefghijabcdefghi", "abcdefghijabcdefghijabcdefghi")]
    public void Secrets_of_every_kind_are_taken_out(string? text, string? clean) =>
        Assert.Equal(clean, Scrubber.Scrub(text));

    [Fact]
    public void It_says_what_the_contracts_patterns_say_for_any_text()
    {
        var piece = Gen.Elements(
            Evm,
            Segwit,
            Legacy,
            "bc1",
            "0x",
            "@",
            ".",
            "a",
            "b.co",
            "x@y.tw",
            "_",
            "-",
            " ",
            "買",
            "\uD800",
            "é",
            "ſ",
            "K",
            "1",
            "3",
            "0",
            "l",
            "aaaaaaaaaaaaaaa",
            "1111111111111",
            "abcdef",
            "\n",
            "%",
            "+",
            "com",
            "9"
        );

        Always.Holds(
            piece.ListOf().Select(pieces => string.Concat(pieces)),
            text => Assert.Equal(ByPatterns(text), Scrubber.Scrub(text)),
            tests: 20_000
        );
    }

    private static string ByPatterns(string text) =>
        Patterns.Aggregate(text, (clean, pattern) => pattern.Pattern.Replace(clean, pattern.Replacement));

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(10));
}
