using System.Diagnostics;
using System.Text;
using Exchange.Guard;
using Exchange.Tests.Support;

namespace Exchange.Tests.Guard;

/// <summary>trade-guard.md section 2: the phrases, how text is read, and the folder that takes their place.</summary>
public sealed class PhraseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static GuardRules Rules => GuardRules.BuiltIn;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_lists_have_the_contracts_lengths() =>
        Assert.Equal(
            [14, 8, 8, 18, 12, 10, 5, 34],
            (int[])
                [
                    Rules.PolicyBypass.Count,
                    Rules.PromptReveal.Count,
                    Rules.SoftSignals.Count,
                    Rules.Ambiguous.Count,
                    Rules.InvalidConfirmations.Count,
                    Rules.ValidConfirmations.Count,
                    GuardWords.ExternalInstructions.Length,
                    GuardWords.Assets.Length,
                ]
        );

    [Fact]
    public void Every_phrase_is_found_in_any_case_with_any_white_space_around_other_text()
    {
        string Around(string phrase) =>
            $"x{phrase.ToUpperInvariant().Replace(" ", "\u3000\t\n", StringComparison.Ordinal)}y";

        Assert.All(
            [.. Rules.PolicyBypass, .. Rules.PromptReveal, .. GuardWords.ExternalInstructions],
            phrase => Assert.True(TextSignals.Of(Around(phrase), Rules).AltersPolicy, phrase)
        );
        Assert.All(
            Rules.SoftSignals,
            phrase => Assert.True(TextSignals.Of(Around(phrase), Rules).IsSoftCoercion, phrase)
        );
        Assert.All(Rules.Ambiguous, phrase => Assert.True(TextSignals.Of(Around(phrase), Rules).IsAmbiguous, phrase));
        Assert.All(
            Rules.InvalidConfirmations,
            phrase => Assert.True(TextSignals.Of(Around(phrase), Rules).IsWeakConfirmation, phrase)
        );
        Assert.All(
            GuardWords.Strategy,
            phrase => Assert.True(TextSignals.Of(Around(phrase), Rules).LooksLikeStrategy, phrase)
        );
        Assert.All(
            GuardWords.Trade,
            phrase => Assert.True(TextSignals.Of(Around(phrase), Rules).LooksLikeTrade, phrase)
        );
        Assert.All(
            GuardWords.HighRisk,
            phrase => Assert.True(TextSignals.Of(Around(phrase), Rules).IsHighRisk, phrase)
        );
    }

    [Theory]
    [InlineData("  A\t\r\n B\u3000C  ", "a b c")]
    [InlineData("a\uFEFFb", "a b")]
    [InlineData("a\u0085b", "a\u0085b")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("\uFEFF ", "")]
    [InlineData(null, "")]
    [InlineData("\uD800X", "\uD800x")]
    public void Text_is_normalised_as_where_the_rules_come_from(string? text, string normal) =>
        Assert.Equal(normal, TextSignals.Normalise(text));

    [Theory]
    [InlineData("buy btc 1", true)]
    [InlineData("buy btc １", false)]
    [InlineData("buy btc ١", false)]
    [InlineData("buy btc 一半", true)]
    [InlineData("buy btc half", true)]
    [InlineData("買 比特幣 一萬", true)]
    [InlineData("btc 1", false)]
    [InlineData("buy 1", false)]
    public void Core_fields_are_an_action_an_asset_and_an_ASCII_amount(string text, bool has) =>
        Assert.Equal(has, TextSignals.Of(text, Rules).HasCoreFields);

    [Fact]
    public void A_folder_takes_the_place_of_the_phrases()
    {
        WriteFolder();

        var rules = GuardRules.Load(_ => _folder.Path);

        Assert.True(TextSignals.Of("say OPEN SESAME now", rules).AltersPolicy);
        Assert.False(TextSignals.Of("bypass", rules).AltersPolicy);
    }

    [Theory]
    [InlineData("risk-keywords.json", null)]
    [InlineData("risk-keywords.json", "{")]
    [InlineData("risk-keywords.json", "[]")]
    [InlineData("risk-keywords.json", """{"policy_bypass":[],"prompt_reveal":["x"],"in_session_soft_signals":["x"]}""")]
    [InlineData(
        "risk-keywords.json",
        """{"policy_bypass":[" "],"prompt_reveal":["x"],"in_session_soft_signals":["x"]}"""
    )]
    [InlineData(
        "risk-keywords.json",
        """{"policy_bypass":[1],"prompt_reveal":["x"],"in_session_soft_signals":["x"]}"""
    )]
    [InlineData("ambiguous-patterns.json", "null")]
    [InlineData("ambiguous-patterns.json", """{"a":["x"],"b":["x"]}""")]
    [InlineData("confirmation-patterns.json", """{"invalid":["x"]}""")]
    public void A_folder_that_cannot_be_used_leaves_no_rules_at_all(string file, string? content)
    {
        WriteFolder();
        File.Delete(_folder[file]);
        if (content is not null)
        {
            File.WriteAllText(_folder[file], content);
        }

        Caught.Error("TradeGuard.RulesUnavailable", () => GuardRules.Load(_ => _folder.Path));
    }

    [Fact]
    public void A_folder_that_is_missing_leaves_no_rules_at_all() =>
        Caught.Error("TradeGuard.RulesUnavailable", () => GuardRules.Load(_ => _folder["none"]));

    public static TheoryData<string, string> Megabytes =>
        new()
        {
            { "letters", new string('a', 1 << 20) },
            { "blanks", new string(' ', 1 << 20) },
            { "Chinese", new string('買', 1 << 20) },
            { "lone surrogates", new string('\uD800', 1 << 20) },
            { "control characters", string.Concat(Enumerable.Repeat("\0\u0001\u001b\r", 1 << 18)) },
            { "almost a bypass", string.Concat(Enumerable.Repeat("bypas ", (1 << 20) / 6)) },
            {
                "almost an instruction",
                string.Concat(Enumerable.Repeat("ignore previous instruction ", (1 << 20) / 28))
            },
            { "points and letters", string.Concat(Enumerable.Repeat("a.", 1 << 19)) },
            { "at signs", string.Concat(Enumerable.Repeat("a@", 1 << 19)) },
            { "almost mails", string.Concat(Enumerable.Repeat("a@b.c ", (1 << 20) / 6)) },
            { "zero x", string.Concat(Enumerable.Repeat("0x", 1 << 19)) },
            { "bc1", string.Concat(Enumerable.Repeat("bc1 ", 1 << 18)) },
        };

    [Theory]
    [MemberData(nameof(Megabytes))]
    public void A_megabyte_is_judged_and_scrubbed_in_time(string what, string text)
    {
        var best = Best(() => Sessions.Decide(Sessions.Request(text)));
        var scrub = Best(() => Scrubber.Scrub(text));

        Assert.True(best < 50, $"{what}: judged in {best} ms");
        Assert.True(scrub < 50, $"{what}: scrubbed in {scrub} ms");
    }

    private void WriteFolder()
    {
        File.WriteAllText(
            _folder["risk-keywords.json"],
            """{"policy_bypass":["Open Sesame"],"prompt_reveal":["x1"],"in_session_soft_signals":["x2"]}"""
        );
        File.WriteAllText(_folder["ambiguous-patterns.json"], """["x3"]""", Encoding.UTF8);
        File.WriteAllText(_folder["confirmation-patterns.json"], """{"invalid":["x4"],"valid":["x5"]}""");
    }

    // Others use the same cores: what it can do in time once, it does in time; what is too slow never does.
    private static double Best(Action act)
    {
        var all = Stopwatch.StartNew();
        var best = double.MaxValue;
        while (best >= 50 && all.Elapsed < TimeSpan.FromSeconds(10))
        {
            var watch = Stopwatch.StartNew();
            act();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best;
    }
}
