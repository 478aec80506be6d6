using System.Security.Cryptography;
using System.Text.Json;
using Exchange.Storage;
using Exchange.Strategy;
using Exchange.Strategy.Wallet;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>Signing in (strategy.md 14.2, 14.3), with the key of vector V4.</summary>
public sealed class SignInTests : IAsyncDisposable
{
    private const string Pending = """{"code":10018,"msg":"pending","data":null}""";

    private readonly StrategyBench _bench = new(isSignedIn: false);
    private readonly StrategyClient _client;

    public SignInTests()
    {
        _client = _bench.NewClient();
        Wallet = _client.Wallet.WithKey(Convert.FromBase64String(Vectors.SessionKey));
    }

    private WalletClient Wallet { get; }

    private static string SignedIn(bool withAccounts = true, string saTee = "\"saTeeId\":\"tee-sa-01\",") =>
        $$"""
            {"code":0,"data":[{"accessToken":"{{StrategyBench.Jwt(
                Vectors.Now.AddHours(1),
                "a"
            )}}","refreshToken":"{{StrategyBench.Jwt(
                Vectors.Now.AddDays(9),
                "r"
            )}}","teeId":"tee-01",{{saTee}}"sessionCert":"CERT","encryptedSessionSk":"{{Vectors.EncryptedSessionSk}}","sessionKeyExpireAt":{{Vectors.Now.AddDays(
                9
            ).ToUnixTimeSeconds()}},"projectId":"p1","accountId":"acc-1","isNew":0,"apiKey":"never-kept","allAccountAddressList":{{(
                withAccounts
                    ? """[{"accountId":"acc-1","accountName":"One","isDefault":true,"addresses":[{"address":"0x00000000000000000000000000000000000000c1","chainIndex":"1"}]}]"""
                    : "[]"
            )}},"loginInfo":{"email":"u@example.com","loginType":"google"} }]}
            """;

    [Fact]
    public async Task The_page_carries_the_public_key_and_the_poll_only_the_id()
    {
        _bench.Script(
            "session/result",
            Answer.Json(Pending),
            Answer.Json("""{"code":0,"data":[{"accessToken":""}]}"""),
            Answer.Json(SignedIn())
        );

        var page = await Wallet.BeginAsync(anew: false, StrategyBench.Cancel);
        await PassAsync(Wallet.CompleteAsync(TimeSpan.FromSeconds(300), StrategyBench.Cancel));

        Assert.Contains("/account/sociallogin?authSessionId=", page.AbsoluteUri, StringComparison.Ordinal);
        // V4: the public key as it stands in the address.
        Assert.Contains(
            "tempPubKey=B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9%2FAsrhtHHw%3D&clientType=agent-cli",
            page.AbsoluteUri,
            StringComparison.Ordinal
        );
        var polls = _bench.To("session/result");
        Assert.Equal(3, polls.Count);
        Assert.All(polls, poll => Assert.Null(poll.Header("Authorization")));
        Assert.Equal(TimeSpan.FromSeconds(6), _bench.Clock.GetUtcNow() - Vectors.Now);
        var shown = Assert.Single(Wallet.Show(false, null));
        Assert.True(shown.LoggedIn);
        Assert.Equal("acc-1", shown.AccountId);
        var record = _bench.Store().Read()!;
        Assert.Null(record.Pending);
        Assert.Equal("tee-sa-01", record.SaTeeId);
    }

    [Fact]
    public async Task A_page_that_was_not_finished_in_time_is_taken_up_again()
    {
        _bench.Script("session/result", [.. Enumerable.Repeat(Answer.Json(Pending), 4)]);
        var page = await Wallet.BeginAsync(anew: false, StrategyBench.Cancel);

        var error = await _bench.FailsAsync(() =>
            PassAsync(Wallet.CompleteAsync(TimeSpan.FromSeconds(10), StrategyBench.Cancel))
        );

        Assert.Equal("Wallet.SignInTimedOut", error.ErrorId);
        var again = _bench.NewClient().Wallet;
        Assert.Equal(page, await again.BeginAsync(anew: false, StrategyBench.Cancel));
        Assert.NotEqual(page, await again.BeginAsync(anew: true, StrategyBench.Cancel));
    }

    [Fact]
    public async Task Five_failures_in_a_row_end_the_wait_and_fewer_do_not()
    {
        _bench.Script(
            "session/result",
            Answer.Html(502),
            Answer.Html(),
            Answer.Close,
            Answer.Html(),
            Answer.Json(Pending),
            Answer.Html(),
            Answer.Html(),
            Answer.Html(),
            Answer.Html(),
            Answer.Html()
        );
        await Wallet.BeginAsync(anew: false, StrategyBench.Cancel);

        var error = await _bench.FailsAsync(() =>
            PassAsync(Wallet.CompleteAsync(TimeSpan.FromSeconds(300), StrategyBench.Cancel))
        );

        Assert.Equal("Wallet.SignInFailed", error.ErrorId);
        Assert.Equal(10, _bench.To("session/result").Count);
    }

    [Fact]
    public async Task Another_code_ends_the_sign_in_and_leaves_the_session_that_was_there()
    {
        _bench.SignIn();
        _bench.Script("session/result", StrategyBench.Refused(4711, "denied"));
        await Wallet.BeginAsync(anew: false, StrategyBench.Cancel);

        var error = await _bench.FailsAsync(() =>
            PassAsync(Wallet.CompleteAsync(TimeSpan.FromSeconds(300), StrategyBench.Cancel))
        );

        Assert.Equal(("Wallet.SignInFailed", "4711"), (error.ErrorId, error.ServiceCode));
        Assert.True(Wallet.Show(false, null)[0].LoggedIn);
        Assert.Null(_bench.Store().Read()!.Pending);
    }

    [Fact]
    public async Task Accounts_that_did_not_come_with_the_session_are_asked_for()
    {
        _bench.Script("session/result", Answer.Json(SignedIn(withAccounts: false)));
        _bench.Script(
            "account/list",
            Answer.Json(
                """{"code":0,"data":[{"projectId":"p1","accountId":"acc-1","accountName":"One","isDefault":true}]}"""
            )
        );
        _bench.Script(
            "address/list",
            Answer.Json(
                """{"code":0,"data":[{"accounts":[{"accountId":"acc-1","addresses":[{"address":"0x00000000000000000000000000000000000000c1","chainIndex":1}]}]}]}"""
            )
        );

        await Wallet.BeginAsync(anew: false, StrategyBench.Cancel);
        await PassAsync(Wallet.CompleteAsync(TimeSpan.FromSeconds(300), StrategyBench.Cancel));

        Assert.Equal("""{"projectId":"p1"}""", _bench.To("account/list").Single().BodyText);
        Assert.Equal("""{"accountIds":["acc-1"]}""", _bench.To("address/list").Single().BodyText);
        Assert.Equal("0x00000000000000000000000000000000000000c1", Wallet.Show(false, null)[0].EvmAddress);
    }

    [Fact]
    public async Task A_session_key_that_was_sealed_for_somebody_else_is_not_kept()
    {
        _bench.Script(
            "session/result",
            Answer.Json(
                SignedIn()
                    .Replace(Vectors.EncryptedSessionSk, Convert.ToBase64String(new byte[80]), StringComparison.Ordinal)
            )
        );
        await Wallet.BeginAsync(anew: false, StrategyBench.Cancel);

        var error = await _bench.FailsAsync(() =>
            PassAsync(Wallet.CompleteAsync(TimeSpan.FromSeconds(300), StrategyBench.Cancel))
        );

        Assert.Equal("Wallet.CredentialsUnreadable", error.ErrorId);
        Assert.False(Wallet.Show(false, null)[0].LoggedIn);
    }

    [Fact]
    public async Task A_code_from_an_e_mail_signs_in()
    {
        _bench.Script("init", Answer.Json("""{"code":0,"data":[{"flowId":"f-1"}]}"""));
        _bench.Script("verify", Answer.Json(SignedIn(saTee: "")));

        var flow = await Wallet.SendCodeAsync("u@example.com", StrategyBench.Cancel);
        await Wallet.SignInByCodeAsync("u@example.com", flow, Secret.From("314159"), StrategyBench.Cancel);

        Assert.Equal(
            $$"""{"email":"u@example.com","flowId":"f-1","otp":"314159","tempPubKey":"{{Vectors.TempPubKey}}"}""",
            _bench.To("verify").Single().BodyText
        );
        Assert.False(Wallet.Show(false, null)[0].CanPlaceOrders);
    }

    [Fact]
    public async Task An_API_key_signs_in_with_the_signature_of_V8()
    {
        _bench.Script("init", Answer.Json("""{"code":0,"data":[{"nonce":"n-123","iss":"okx"}]}"""));
        _bench.Script("verify", Answer.Json(SignedIn(saTee: "")));

        await Wallet.SignInByKeyAsync(
            Secret.From("key-1"),
            Secret.From("spec-secret-1"),
            Secret.From("pass-1"),
            StrategyBench.Cancel
        );

        var body = JsonDocument.Parse(_bench.To("verify").Single().Body).RootElement;
        Assert.Equal("0q4nFjDAc9HvjOJ3Tm+d8WEiU0ywf53Uy3xU/g07JRI=", body.GetProperty("sign").GetString());
        Assert.Equal("1778135507340", body.GetProperty("timestamp").GetString());
        Assert.Equal("NOT_FOUND", body.GetProperty("sysLocale").GetString());
    }

    [Fact]
    public async Task An_older_way_that_is_refused_says_that_it_may_be_gone()
    {
        _bench.Script("init", StrategyBench.Refused(404, "gone"));

        var error = await _bench.FailsAsync(() => Wallet.SendCodeAsync("u@example.com", StrategyBench.Cancel));

        Assert.Contains("may no longer take", error.Message, StringComparison.Ordinal);
        Assert.Contains("Browser", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void V8_A_look_up_is_signed_over_time_method_path_and_body()
    {
        var key = MarketKey.FromEnvironment(name =>
            name switch
            {
                "OKX_ACCESS_KEY" => "key-1",
                "OKX_SECRET_KEY" => "spec-secret-1",
                "OKX_PASSPHRASE" => "pass-1",
                _ => null,
            }
        )!;

        var headers = key.Headers(
                Vectors.Now,
                "POST",
                "/api/v6/dex/market/price",
                """[{"chainIndex":"42161","tokenContractAddress":"0x912ce59144191c1204e64559fe8253a0e49e6548"}]"""u8.ToArray()
            )
            .ToDictionary();

        Assert.Equal("vWg9vv3ZtNmOHhIgNYaPZkEsrU0yE0mva+alTrr+a+Y=", headers["OK-ACCESS-SIGN"]);
        Assert.Equal("2026-05-07T06:31:47.340Z", headers["OK-ACCESS-TIMESTAMP"]);
        Assert.Equal("***", key.ToString());
    }

    [Fact]
    public void V8_The_device_is_named_by_a_hash()
    {
        var device = DeviceIdentity.Of("spec-machine-1", "höst\u0007 1");

        Assert.Equal("65e0464ad3c895e6c67c5257d8773fb29f7b08e2585b0f1c36fbacad89bf2741", device.Id);
        Assert.Equal("hst1", device.Name);
    }

    [Fact]
    public void An_API_key_without_its_secret_is_an_error()
    {
        var error = Assert.Throws<ExchangeException>(() =>
            MarketKey.FromEnvironment(name => name == "OKX_API_KEY" ? "key-1" : null)
        );

        Assert.Equal("Market.KeyIncomplete", error.ErrorId);
        Assert.Contains("OKX_SECRET_KEY", error.Message, StringComparison.Ordinal);
        Assert.Null(MarketKey.FromEnvironment(_ => null));
    }

    [Fact]
    public async Task Fresh_keys_are_random()
    {
        var first = await _client.Wallet.BeginAsync(anew: true, StrategyBench.Cancel);
        var second = await _client.Wallet.BeginAsync(anew: true, StrategyBench.Cancel);

        Assert.NotEqual(first, second);
        Assert.NotEqual(Vectors.TempPubKey, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private async Task PassAsync(Task call)
    {
        await _bench.Clock.LeapUntilDone(call.ContinueWith(_ => { }, TaskScheduler.Default));
        await call;
    }
}
