using System.Text;
using Exchange.Codex;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Codex;

/// <summary>Names of buttons, and what is taken out of other programs' words (codex-auth.md section 7 and 5.10).</summary>
public sealed class ChatTests
{
    [Fact]
    public void A_button_names_its_selector_while_it_fits_and_else_its_place()
    {
        var longId = "openai-codex:" + new string('x', 60);
        string[] ids = ["openai-codex:a", longId];

        Assert.Equal("codex_auth_start_a", CodexChat.Start(ids, 0));
        Assert.Matches(@"^codex_auth_pick_1_[0-9a-f]{8}\z", CodexChat.Start(ids, 1));
        Assert.NotEqual(CodexChat.Start(ids, 1), CodexChat.Start(["openai-codex:b", longId], 1));
    }

    [Theory]
    [InlineData(47, "codex_auth_start_")]
    [InlineData(48, "codex_auth_pick_")]
    public void No_button_is_longer_than_64_bytes(int length, string prefix)
    {
        var button = CodexChat.Start(["openai-codex:" + new string('x', length)], 0);

        Assert.StartsWith(prefix, button, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(button) <= 64);
    }

    [Fact]
    public void The_text_is_the_default_and_the_profiles() =>
        Assert.Equal("default | a | b", CodexChat.TextFallback(["openai-codex:a", "openai-codex:b"]));

    [Theory]
    [InlineData(
        "GET http://localhost:1455/auth/callback?code=abc&state=xyz#frag",
        "GET http://localhost:1455/auth/callback?code=***&state=***#***"
    )]
    [InlineData(
        "access_token=a&refresh_token=b&id_token=c&code_verifier=d",
        "access_token=***&refresh_token=***&id_token=***&code_verifier=***"
    )]
    [InlineData("""{"access_token": "abc", "refresh":"def"}""", """{"access_token": "***", "refresh":"***"}""")]
    [InlineData("https://user:secret@host/x", "https://***@host/x")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer ***")]
    [InlineData("token eyJhbGciOiJub25l.eyJzdWIiOiJ4In0.c2ln!", "token ***!")]
    [InlineData("exit code 3, state: stopped", "exit code 3, state: stopped")]
    public void Secrets_are_blanked_and_the_rest_stays(string text, string expected) =>
        Assert.Equal(expected, CodexRedaction.Redact(text));

    [Fact]
    public void No_token_comes_through_wherever_it_stands() =>
        Prop.ForAll<string, string>(
                (before, after) =>
                    !CodexRedaction
                        .Redact($"{before} code=s3cr3t {CodexVectors.Jwt(CodexVectors.Payload)} {after}")
                        .Contains("s3cr3t", StringComparison.Ordinal)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Tokens_print_as_nothing()
    {
        var tokens = new CodexTokens("access", "refresh", 1, "acct");

        Assert.Equal("***", $"{tokens}");
    }

    [Fact]
    public void Every_error_has_one_id_of_lower_case_words() =>
        Assert.All(CodexError.Ids, id => Assert.Matches(@"^[a-z][a-z_]+\z", id));
}
