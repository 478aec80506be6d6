using Exchange.Okx;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>The normative errors of signing in (okx-account.md 9.1), in their order.</summary>
public sealed class SignInErrorTests
{
    private const string Path = "/api/v5/account/config";
    private const string Walk = "Run Test-OkxAccount and follow what it says.";

    // What somebody says; the error's id; its message; a word of the remedy.
    public static TheoryData<string, string, string, string> Rows =>
        new()
        {
            {
                "No config found. Run okx config init first.",
                "Okx.ConfigError",
                "No config found. Run okx config init first.",
                "Initialize-OkxConfig"
            },
            {
                "Session expired — run okx auth login again",
                "Okx.AuthenticationError.session_expired",
                "Session expired — run okx auth login again",
                "Connect-OkxAccount -Manual"
            },
            {
                "Authorization timed out",
                "Okx.AuthenticationError.expired_token",
                "Authorization timed out",
                "Sign in again"
            },
            { "Access denied", "Okx.AuthenticationError.access_denied", "Access denied", "approve it in the browser" },
            { "Network error", "Okx.NetworkError", "Network error: the sign-in did not get through.", "network" },
            {
                "Failed to spawn okx-auth",
                "Okx.AuthenticationError.spawn_failed",
                "Failed to spawn okx-auth",
                "Install-OkxAuthBinary -External, then Get-OkxAuthBinary, then repeat"
            },
            {
                "Installation failed: All CDN sources failed",
                "Okx.NetworkError",
                "Installation failed: All CDN sources failed",
                "network"
            },
            { "Run `okx auth login` first", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "not authenticated", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "requires_auth", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "401 Unauthorized", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "token expired", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "token not found", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "StorageNotFoundError", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "会话过期", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "未认证", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
            { "需要登录", "Okx.ConfigError.NotLoggedIn", "Nobody is signed in.", Walk },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_is_known_in_any_case_and_wherever_it_stands(
        string words,
        string id,
        string message,
        string remedy
    )
    {
        foreach (var said in (string[])[words, words.ToUpperInvariant(), words.ToLowerInvariant(), $"x: {words}, 7"])
        {
            var error = OkxSignInErrors.In(said);

            Assert.NotNull(error);
            Assert.Equal((id, message), (error.ErrorId, error.Message));
            Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_table_has_every_text_of_the_contract_once_and_in_its_order()
    {
        var tested = Rows.Select(row => row.Data.Item1.Replace("first.", "first", StringComparison.Ordinal));

        Assert.Equal(
            tested,
            OkxSignInErrors
                .Rows.SelectMany(row => row.Words)
                .Select(words => words == "Session expired" ? "Session expired — run okx auth login again" : words)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("Insufficient balance")]
    [InlineData("authenticated")]
    public void Other_words_are_none_of_them(string said) => Assert.Null(OkxSignInErrors.In(said));

    [Theory]
    [InlineData("""{"code":"59999","msg":"Token Expired"}""", 200, "Okx.OkxApiError.59999")]
    [InlineData("""{"code":"59999","msg":"需要登录"}""", 200, "Okx.OkxApiError.59999")]
    [InlineData("requires_auth", 403, "Okx.OkxApiError")]
    public async Task An_answer_that_wants_a_sign_in_leads_to_the_checks_and_not_straight_to_one(
        string body,
        int status,
        string id
    )
    {
        await using var bench = new OkxBench(Answer.Json(body, status));

        var error = await Caught.ErrorAsync(id, () => bench.GetAsync(Path));

        Assert.Equal(Walk, error.Remedy);
    }

    [Fact]
    public async Task Nobody_signed_in_is_a_kind_of_configuration_error_of_its_own()
    {
        await using var bench = new OkxBench(Answer.Json("{}"));
        bench.UseSession();

        var error = await Caught.ErrorAsync("Okx.ConfigError.NotLoggedIn", () => bench.GetAsync(Path));

        Assert.Equal("No credentials found.", error.Message);
        Assert.Equal(0, bench.Server.Count);
    }
}
