using Exchange.Codex;
using Exchange.Codex.Pending;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Codex;

/// <summary>The bad-input table: what is pasted is judged in the contract's order, and no message holds any of it.</summary>
public sealed class CallbackTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(CodexVectors.Now);

    public static TheoryData<string, string, string, string> Rows => CallbackRows.All;

    public static TheoryData<string> BadSelectors => CallbackRows.BadSelectors;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Bad_input_row(string row, string pasted, string expected, string fate)
    {
        var judged = CallbackJudgement.Judge(Pending(), pasted, Now);

        Assert.True(
            expected == (judged.Refusal is { } refusal ? CodexError.ShortId(refusal) : CallbackRows.Accepted),
            $"{row}: {judged.Refusal?.ErrorId}"
        );
        Assert.Equal(fate, judged.Fate.ToString());
        Assert.Equal(expected == CallbackRows.Accepted ? "abc" : null, judged.Code);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void No_message_holds_what_was_pasted(string row, string pasted, string expected, string fate)
    {
        var text = CallbackJudgement.Judge(Pending(), pasted, Now).Refusal?.ToString() ?? "";

        Assert.True(!text.Contains(CodexVectors.State, StringComparison.Ordinal), $"{row} {expected} {fate}");
        Assert.DoesNotContain("code=a", text, StringComparison.Ordinal);
        Assert.DoesNotContain("codex_entitlement", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_login_url_pasted_back_is_told_apart()
    {
        var refusal = CallbackJudgement.Judge(Pending(), CodexVectors.AuthorizeUrl, Now).Refusal!;

        Assert.Contains("address of the sign-in page", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("afterwards", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_in_the_fragment_has_its_hint() =>
        Assert.Contains(
            "behind a #",
            CallbackJudgement
                .Judge(Pending(), $"http://localhost:1455/auth/callback?state={CodexVectors.State}#code=abc", Now)
                .Refusal!.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_missing_entitlement_has_its_hint() =>
        Assert.Contains(
            "administrator",
            CallbackJudgement
                .Judge(
                    Pending(),
                    $"http://localhost:1455/auth/callback?error=access_denied&error_description=missing_codex_entitlement&state={CodexVectors.State}",
                    Now
                )
                .Refusal!.Remedy,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("server_error", true)]
    [InlineData("<script>", false)]
    [InlineData("a+b", false)]
    public void An_error_code_is_repeated_only_when_it_is_plainly_one(string code, bool isShown) =>
        Assert.Equal(
            isShown,
            CallbackJudgement
                .Judge(
                    Pending(),
                    $"http://localhost:1455/auth/callback?error={Uri.EscapeDataString(code)}&state={CodexVectors.State}",
                    Now
                )
                .Refusal!.Message.Contains(code, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(15, CallbackRows.Accepted)]
    [InlineData(16, "pending_expired")]
    public void A_pending_sign_in_of_16_minutes_has_expired(int minutes, string expected)
    {
        var good = $"http://localhost:1455/auth/callback?code=abc&state={CodexVectors.State}";

        var judged = CallbackJudgement.Judge(Pending(), good, Now.AddMinutes(minutes));

        Assert.Equal(expected, judged.Refusal is { } refusal ? CodexError.ShortId(refusal) : CallbackRows.Accepted);
    }

    [Theory]
    [MemberData(nameof(BadSelectors))]
    public void A_bad_selector_is_refused(string selector) =>
        Support.Caught.Error("CodexAuth.bad_selector", () => CodexSelector.Normalize(selector));

    [Theory]
    [InlineData(null, "default")]
    [InlineData("  ", "default")]
    [InlineData("openai-codex:work", "work")]
    [InlineData(" work ", "work")]
    [InlineData("zoe@example.invalid", "zoe@example.invalid")]
    [InlineData("Work", "Work")]
    public void A_selector_is_normalized(string? selector, string expected) =>
        Assert.Equal(expected, CodexSelector.Normalize(selector));

    [Theory]
    [InlineData(
        "default",
        "openai-codex:default openai-codex:a",
        "openai-codex:a openai-codex:default",
        "openai-codex:default",
        false
    )]
    [InlineData("default", "openai-codex:b openai-codex:a", "openai-codex:a openai-codex:b", "openai-codex:a", true)]
    [InlineData("default", "", "", "openai-codex:default", false)]
    [InlineData("work", "openai-codex:a", "openai-codex:a", "openai-codex:work", false)]
    public void A_selector_means_a_profile_id(
        string selector,
        string ids,
        string discovered,
        string expected,
        bool isFallback
    ) => Assert.Equal((expected, isFallback), CodexSelector.Resolve(selector, Words(ids), Words(discovered)));

    [Theory]
    [InlineData("openai-codex:work", "openai-codex_work")]
    [InlineData("openai-codex:a.b-c_d", "openai-codex_a.b-c_d")]
    public void A_slug_is_a_part_of_a_file_name(string id, string slug) => Assert.Equal(slug, CodexSelector.Slug(id));

    [Fact]
    public void Slugs_of_ids_that_differ_only_in_what_no_name_can_hold_differ()
    {
        Assert.Matches(@"^openai-codex_a_b-[0-9a-f]{8}\z", CodexSelector.Slug("openai-codex:a@b"));
        Assert.NotEqual(CodexSelector.Slug("openai-codex:a@b"), CodexSelector.Slug("openai-codex:a+b"));
    }

    [Fact]
    public void Whatever_is_pasted_is_judged_and_never_throws_otherwise() =>
        Prop.ForAll<string>(text =>
            {
                foreach (var pasted in (string[])[text ?? "", $"http://localhost:1455/auth/callback?{text}"])
                {
                    var judged = CallbackJudgement.Judge(Pending(), pasted, Now);
                    Assert.True(judged.Code is not null || judged.Refusal is not null);
                }
            })
            .QuickCheckThrowOnFailure();

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PendingSignIn Pending() =>
        new()
        {
            ProfileId = "openai-codex:default",
            Verifier = CodexVectors.RfcVerifier,
            State = CodexVectors.State,
            CreatedAt = CodexVectors.Now,
        };
}
