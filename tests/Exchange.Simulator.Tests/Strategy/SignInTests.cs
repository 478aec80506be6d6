using System.Text;
using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Strategy;

/// <summary>The three ways to sign in, tokens and accounts (strategy.md 14).</summary>
public sealed class SignInTests
{
    private const string Id = "4f7a1c8e-2b3d-4c5e-8f60-718293a4b5c6";

    [Fact]
    public async Task A_browser_signs_in_and_the_seed_opens_with_the_temporary_key()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);

        var before = await wallet.Poll(Id);
        var page = await wallet.Look(WalletClient.SignInPath(Id));
        var waiting = await wallet.Poll(Id);
        var decided = await wallet.Form("/account/sociallogin", ("authSessionId", Id), ("decision", "google"));
        var done = (await wallet.Poll(Id)).Data[0];
        wallet.Keep(done);

        Assert.Equal(("10018", "10018"), (before.Code, waiting.Code));
        Assert.Contains("name=\"authSessionId\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("Return to your terminal", decided.Text, StringComparison.Ordinal);
        Assert.Equal(32, wallet.Seed.Length);
        Assert.Equal("google", done.GetProperty("loginInfo").GetProperty("loginType").GetString());
        Assert.Equal(
            Venue.Start.AddDays(30).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            done.GetProperty("sessionKeyExpireAt").GetString()
        );
        Assert.NotEqual(done.GetProperty("teeId").GetString(), done.GetProperty("saTeeId").GetString());
        Assert.Equal(2, done.GetProperty("allAccountAddressList").GetArrayLength());
        Assert.Equal("0", (await wallet.Register()).Code);
    }

    [Fact]
    public async Task An_answer_that_was_lost_can_be_asked_for_again()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.Look(WalletClient.SignInPath(Id));
        simulator.Web3.DecideSignIn(signIn: null);

        var first = (await wallet.Poll(Id)).Data[0];
        var second = (await wallet.Poll(Id)).Data[0];
        wallet.Keep(second);

        Assert.Equal(
            first.GetProperty("encryptedSessionSk").GetString(),
            second.GetProperty("encryptedSessionSk").GetString()
        );
        Assert.Equal("0", (await wallet.Register()).Code);
    }

    [Fact]
    public async Task A_denial_and_a_timeout_end_the_polling()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        var other = Guid.NewGuid().ToString();
        await wallet.Look(WalletClient.SignInPath(Id));
        await wallet.Look(WalletClient.SignInPath(other));

        await wallet.Control("deny", $$"""{"signIn":"{{Id}}"}""");
        simulator.Clock.Advance(TimeSpan.FromSeconds(300));

        Assert.Equal("10020", (await wallet.Poll(Id)).Code);
        Assert.Equal("10021", (await wallet.Poll(other)).Code);
        Assert.Equal(400, (await wallet.Control("approve", $$"""{"signIn":"{{other}}"}""")).Status);
    }

    [Fact]
    public async Task The_whole_address_is_enough_to_approve_without_a_browser()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        var address = simulator.Web3Address + WalletClient.SignInPath(Id);

        var approved = await wallet.Control(
            "approve",
            $$"""{"signIn":{{JsonSerializer.Serialize(address)}},"loginType":"apple"}"""
        );

        Assert.Equal(200, approved.Status);
        Assert.Equal(
            "apple",
            (await wallet.Poll(Id)).Data[0].GetProperty("loginInfo").GetProperty("loginType").GetString()
        );
    }

    [Theory]
    [InlineData("/account/sociallogin")]
    [InlineData("/account/sociallogin?authSessionId=x&tempPubKey=B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9%2FAsrhtHHw%3D")]
    [InlineData("/account/sociallogin?authSessionId=4f7a1c8e-2b3d-4c5e-8f60-718293a4b5c6&tempPubKey=AAAA")]
    public async Task An_address_that_is_not_complete_opens_nothing(string path)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);

        var page = await wallet.Look(path);

        Assert.Equal(400, page.Status);
        Assert.DoesNotMatch("(?i)<script|<link|src=|https?://", page.Text);
        Assert.Equal("10018", (await wallet.Poll(Id)).Code);
    }

    [Fact]
    public async Task An_id_belongs_to_the_key_it_was_opened_with()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.Look(WalletClient.SignInPath(Id));
        var other = Convert.ToBase64String(WalletKeys.PublicKey([.. Enumerable.Range(50, 32).Select(n => (byte)n)]));

        var page = await wallet.Look(
            $"/account/sociallogin?authSessionId={Id}&tempPubKey={Uri.EscapeDataString(other)}"
        );

        Assert.Equal(400, page.Status);
    }

    [Fact]
    public async Task A_code_from_an_e_mail_signs_in_once()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        var flow = (
            await wallet.Public(
                WalletClient.Agentic + "/auth/init",
                """{"email":"rehearsal@example.com","sysLocale":"NOT_FOUND"}"""
            )
        )
            .Data[0]
            .GetProperty("flowId")
            .GetString();

        var wrong = await Verify(wallet, flow, "000000");
        var right = await Verify(wallet, flow, "314159");
        var again = await Verify(wallet, flow, "314159");
        wallet.Keep(right.Data[0]);

        Assert.Equal(("10022", "0", "10022"), (wrong.Code, right.Code, again.Code));
        Assert.Equal("0", (await wallet.Register()).Code);
    }

    [Fact]
    public async Task A_key_signs_in_and_its_session_cannot_create_orders()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        var init = (
            await wallet.Public(WalletClient.Agentic + "/auth/ak/init", """{"apiKey":"simulator-web3-key-0001"}""")
        ).Data[0];
        var time = wallet.NowMs.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var sign = HmacText.Of(
            WalletSimulatorUser.Default.ApiSecret,
            $"{time}GET/web3/ak/agentic/login?locale=en_US&nonce={init.GetProperty("nonce")}&iss={init.GetProperty("iss")}"
        );

        var wrong = await VerifyKey(wallet, time, "AAAA");
        var right = await VerifyKey(wallet, time, sign);
        var again = await VerifyKey(wallet, time, sign);

        Assert.Equal(("10022", "0", "10022"), (wrong.Code, right.Code, again.Code));
        Assert.False(right.Data[0].TryGetProperty("saTeeId", out _));
        Assert.Equal("ak", right.Data[0].GetProperty("loginInfo").GetProperty("loginType").GetString());
    }

    [Fact]
    public async Task A_refresh_rotates_both_tokens_and_tells_of_new_accounts()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();

        var first = await Refresh(wallet, wallet.RefreshToken);
        var reused = await Refresh(wallet, wallet.RefreshToken);
        await wallet.Control(
            "account",
            """{"accountId":"acc-7f23","name":"Wallet 3","evmAddress":"0x00000000000000000000000000000000000000aa"}"""
        );
        var second = await Refresh(wallet, first.Data[0].GetProperty("refreshToken").GetString()!);

        Assert.False(first.Data[0].GetProperty("chainUpdated").GetBoolean());
        Assert.Empty(first.Data[0].GetProperty("allAccountAddressList").EnumerateArray());
        Assert.Equal("10026", reused.Code);
        Assert.True(second.Data[0].GetProperty("chainUpdated").GetBoolean());
        Assert.Equal(3, second.Data[0].GetProperty("allAccountAddressList").GetArrayLength());
        wallet.AccessToken = second.Data[0].GetProperty("accessToken").GetString()!;
        Assert.Equal("0", (await wallet.List()).Code);
    }

    [Fact]
    public async Task Tokens_say_when_they_expire_and_do()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();

        Assert.Equal(Venue.Start.AddHours(1).ToUnixTimeSeconds(), ExpiryOf(wallet.AccessToken));
        Assert.Equal(Venue.Start.AddDays(30).ToUnixTimeSeconds(), ExpiryOf(wallet.RefreshToken));
        simulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("10026", (await wallet.List()).Code);
        Assert.Equal(
            "10008",
            (await wallet.Post(WalletClient.Agentic + "/account/list", """{"projectId":"p1"}""")).Code
        );
        await wallet.Control("behaviour", """{"invalidTokenCode":53017}""");
        Assert.Equal("53017", (await wallet.List()).Code);
    }

    [Theory]
    [InlineData("X-Web3-Auth-Type", "10026")]
    [InlineData("Authorization", "50114")]
    public async Task Strategy_calls_need_both_headers(string header, string code)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var request = wallet.Private(HttpMethod.Get, WalletClient.Agentic + "/strategy/getAttestDocHex");
        request.Headers.Remove(header);

        Assert.Equal(code, (await wallet.Send(request)).Code);
    }

    [Fact]
    public async Task Accounts_and_addresses_can_be_asked_for_when_signing_in_brought_none()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.Control("behaviour", """{"omitAddresses":true}""");
        await wallet.Look(WalletClient.SignInPath(Id));
        simulator.Web3.DecideSignIn(Id);
        var session = (await wallet.Poll(Id)).Data[0];
        wallet.Keep(session);

        var accounts = (await wallet.Post(WalletClient.Agentic + "/account/list", """{"projectId":"p1"}""")).Data;
        var addresses = (
            await wallet.Post(
                WalletClient.Agentic + "/account/address/list",
                """{"accountIds":["acc-7f21","acc-7f22"]}"""
            )
        )
            .Data[0]
            .GetProperty("accounts");

        Assert.Empty(session.GetProperty("allAccountAddressList").EnumerateArray());
        Assert.Equal("acc-7f22", accounts[1].GetProperty("accountId").GetString());
        Assert.Contains(
            addresses[0].GetProperty("addresses").EnumerateArray(),
            address =>
                address.GetProperty("chainIndex").GetString() == "501"
                && address.GetProperty("address").GetString() == "GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD"
        );
    }

    private static long ExpiryOf(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')));
        using var payload = JsonDocument.Parse(json);
        return payload.RootElement.GetProperty("exp").GetInt64();
    }

    private static Task<Answer> Verify(WalletClient wallet, string? flow, string otp) =>
        wallet.Public(
            WalletClient.Agentic + "/auth/verify",
            $$"""{"email":"rehearsal@example.com","flowId":"{{flow}}","otp":"{{otp}}","tempPubKey":"{{WalletClient.TemporaryPublicKey}}"}"""
        );

    private static Task<Answer> VerifyKey(WalletClient wallet, string time, string sign) =>
        wallet.Public(
            WalletClient.Agentic + "/auth/ak/verify",
            $$"""{"tempPubKey":"{{WalletClient.TemporaryPublicKey}}","apiKey":"simulator-web3-key-0001","passphrase":"Simulator-Web3-Pass-0001","timestamp":"{{time}}","sign":"{{sign}}","locale":"en_US","sysLocale":"NOT_FOUND"}"""
        );

    private static Task<Answer> Refresh(WalletClient wallet, string token) =>
        wallet.Public(WalletClient.Agentic + "/auth/refresh", $$"""{"refreshToken":"{{token}}"}""");
}
