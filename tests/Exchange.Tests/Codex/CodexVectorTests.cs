using System.Security.Cryptography;
using System.Text;
using Exchange.Codex;
using Exchange.Codex.Locks;
using Exchange.Codex.Wire;

namespace Exchange.Tests.Codex;

/// <summary>codex-auth.md section 13, row by row.</summary>
public sealed class CodexVectorTests
{
    [Theory]
    [InlineData(CodexVectors.RfcVerifier, CodexVectors.RfcChallenge)]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", "6oZqdX5MOLq_qBJ8vppAnT4fk6AP8UiP9zX8-Rev_9A")]
    public void A_challenge_is_made_of_the_text_of_its_verifier(string verifier, string challenge) =>
        Assert.Equal(challenge, Pkce.Challenge(verifier));

    [Fact]
    public void Bytes_00_to_1f_are_the_verifier_of_the_second_row() =>
        Assert.Equal(
            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
            Pkce.NewVerifier(count => [.. Enumerable.Range(0, count).Select(i => (byte)i)])
        );

    [Fact]
    public void Bytes_20_to_3f_are_the_state() =>
        Assert.Equal(
            CodexVectors.State,
            Pkce.NewState(count => [.. Enumerable.Range(0x20, count).Select(i => (byte)i)])
        );

    [Fact]
    public void Sixteen_bytes_make_the_short_state_of_others() =>
        Assert.Equal(CodexVectors.ShortState, Base64Url.Encode([.. Enumerable.Range(0, 16).Select(i => (byte)i)]));

    [Fact]
    public void The_authorize_url_is_exact()
    {
        var url = AuthorizeUrl.For(CodexEndpoint.Live, CodexVectors.RfcChallenge, CodexVectors.State);

        Assert.Equal(CodexVectors.AuthorizeUrl, url);
        Assert.Equal(419, url.Length);
        Assert.Equal(CodexVectors.AuthorizeUrlSha256, Sha256(url));
    }

    [Fact]
    public void The_authorize_url_decodes_like_the_spelling_with_plus()
    {
        var url = AuthorizeUrl.For(CodexEndpoint.Live, CodexVectors.RfcChallenge, CodexVectors.State);
        var plus = url.Replace("%20", "+", StringComparison.Ordinal);

        Assert.Equal(413, plus.Length);
        Assert.Equal(CodexVectors.PlusForSpaceSha256, Sha256(plus));
        Assert.Equal(Pairs(url), Pairs(plus));
        Assert.Equal(10, Pairs(url).Count);
    }

    [Fact]
    public void An_exchange_body_is_exact() =>
        Assert.Equal(
            CodexVectors.ExchangeBody,
            UrlPairs.Encode(
                ("grant_type", "authorization_code"),
                ("client_id", CodexConstants.ClientId),
                ("code", "ac_TEST+code/1="),
                ("code_verifier", CodexVectors.RfcVerifier),
                ("redirect_uri", CodexConstants.RedirectUri)
            )
        );

    [Fact]
    public void A_plus_in_a_query_is_a_blank_and_an_escaped_one_is_a_plus()
    {
        Assert.Equal("a+b", CallbackUrl.Parse("http://localhost:1455/auth/callback?code=a%2Bb&state=x").Code);
        Assert.Equal("a+b c", CallbackUrl.Parse("http://localhost:1455/auth/callback?code=a%2Bb+c&state=x").Code);
    }

    [Fact]
    public void Expires_is_the_moment_of_receipt_and_the_lifetime_in_milliseconds()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(CodexVectors.Now);
        using var seconds = System.Text.Json.JsonDocument.Parse("864000");

        Assert.Equal(CodexVectors.Expires, CodexVectors.Now + TokenWire.Milliseconds(seconds.RootElement, now));
    }

    [Fact]
    public void Lock_waits_without_chance_are_the_rows_and_42700_ms_in_all()
    {
        var waits = Enumerable
            .Range(0, LockPatience.Retries)
            .Select(retry => (int)LockPatience.Base(retry).TotalMilliseconds);

        Assert.Equal([100, 200, 400, 800, 1600, 3200, 6400, 10000, 10000, 10000], waits);
        Assert.Equal(42_700, waits.Sum());
        Assert.True(
            Enumerable.Range(0, LockPatience.Retries).Sum(retry => LockPatience.Wait(retry, 0.999m).TotalMilliseconds)
                <= 52_600
        );
    }

    [Theory]
    [InlineData("openai-codex:default", "sha256-cee1bbaed8073aace8170859a25616882c288ceeaa1119df363bf01cc0cdab65")]
    [InlineData("openai-codex:work", "sha256-03da1a86b05d26cbed5a2afd3e5004392654f80a1174dd7d5a3629d6b00d46a0")]
    public void Refresh_lock_names_are_the_other_programs(string id, string name) =>
        Assert.Equal(name, CodexSignIn.RefreshLockName("openai-codex", id));

    [Theory]
    [InlineData(CodexVectors.Payload, "acct-1111-2222")]
    [InlineData(CodexVectors.OddPayload, "z~>~?ÿ~")]
    [InlineData(CodexVectors.NoClaimPayload, null)]
    [InlineData(CodexVectors.EmptyClaimPayload, null)]
    public void The_account_is_read_from_the_claim(string payload, string? account) =>
        Assert.Equal(account, CodexClaims.AccountOf(CodexVectors.Jwt(payload), null));

    [Fact]
    public void Plan_and_email_of_the_first_token_are_read_in_UTF_8()
    {
        var claims = CodexClaims.Read(CodexVectors.Jwt(CodexVectors.Payload))!;

        Assert.Equal(("plus", "zoë@example.invalid"), (claims.Plan, claims.Email));
    }

    [Fact]
    public void The_id_token_names_the_account_when_the_access_token_does_not() =>
        Assert.Equal(
            "acct-1111-2222",
            CodexClaims.AccountOf(CodexVectors.Jwt(CodexVectors.NoClaimPayload), CodexVectors.Jwt(CodexVectors.Payload))
        );

    [Theory]
    [InlineData("opaque")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("a.!!!.c")]
    [InlineData("a.WzFd.c")]
    [InlineData("a._w.c")]
    public void What_is_no_JWT_has_no_account(string token) => Assert.Null(CodexClaims.AccountOf(token, null));

    private static string Sha256(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(text))).ToLowerInvariant();

    private static List<string> Pairs(string url) =>
        [.. url.Split('?')[1].Split('&').Select(pair => Uri.UnescapeDataString(pair.Replace('+', ' ')))];
}
