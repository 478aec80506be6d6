using System.Globalization;
using Exchange.Strategy;
using Exchange.Strategy.Wallet;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>The life of a session (strategy.md 14.4, 14.5): expiry, renewal with rotation, several processes, several accounts.</summary>
public sealed class SessionTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    [Fact]
    public void V8_The_end_of_a_token_is_read_from_its_middle()
    {
        Assert.Equal(
            1778139107,
            JwtExpiry
                .Of("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjE3NzgxMzkxMDcsInN1YiI6ImFjYy0xIn0.c2ln")!
                .Value.ToUnixTimeSeconds()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.!!!.c")]
    [InlineData("a.bnVsbA.c")]
    [InlineData("a.eyJleHAiOiIxIn0.c")]
    [InlineData("a.eyJleHAiOjFlOTk5fQ.c")]
    public void A_token_that_cannot_be_read_has_ended(string token) => Assert.Null(JwtExpiry.Of(token));

    [Theory]
    [InlineData("key", "Wallet.SessionExpired")]
    [InlineData("keyBlank", "Wallet.SessionExpired")]
    [InlineData("keyText", "Wallet.SessionExpired")]
    [InlineData("refresh", "Wallet.SessionExpired")]
    [InlineData("noRefresh", "Wallet.NotLoggedIn")]
    [InlineData("noAccess", "Wallet.NotLoggedIn")]
    public async Task A_session_that_has_ended_sends_nothing(string what, string id)
    {
        _bench.SignIn(record =>
        {
            record.SessionKeyExpireAt = what switch
            {
                "key" => Seconds(Vectors.Now),
                "keyBlank" => " ",
                "keyText" => "soon",
                _ => record.SessionKeyExpireAt,
            };
            record.RefreshToken = what switch
            {
                "refresh" => StrategyBench.Jwt(Vectors.Now, "r"),
                "noRefresh" => "",
                _ => record.RefreshToken,
            };
            record.AccessToken = what == "noAccess" ? "" : record.AccessToken;
        });

        Assert.Equal(id, (await _bench.FailsAsync(() => ListAsync(_bench.Client))).ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task An_access_token_is_renewed_a_minute_before_its_end(int seconds, bool isRenewed)
    {
        _bench.SignIn(record => record.AccessToken = StrategyBench.Jwt(Vectors.Now.AddSeconds(seconds), "old"));

        await ListAsync(_bench.Client);

        Assert.Equal(isRenewed ? 1 : 0, _bench.To("refresh").Count);
        if (isRenewed)
        {
            var refresh = _bench.To("refresh").Single();
            Assert.Null(refresh.Header("Authorization"));
            Assert.Equal(
                $$"""{"refreshToken":"{{StrategyBench.Jwt(Vectors.Now.AddDays(20), "refresh")}}"}""",
                refresh.BodyText
            );
            var kept = _bench.Store().Read()!;
            Assert.Equal(StrategyBench.Jwt(Vectors.Now.AddHours(2), "access1"), kept.AccessToken);
            Assert.Equal(StrategyBench.Jwt(Vectors.Now.AddDays(21), "refresh1"), kept.RefreshToken);
            Assert.Equal("acc-7f21", kept.SelectedAccountId);
            Assert.Equal($"Bearer {kept.AccessToken}", _bench.To("getOpenOrder").Single().Header("Authorization"));
        }
    }

    [Fact]
    public async Task Processes_that_renew_at_once_use_a_refresh_token_once()
    {
        _bench.SignIn(record => record.AccessToken = StrategyBench.Jwt(Vectors.Now, "old"));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ListAsync(_bench.NewClient()))));

        Assert.Single(_bench.To("refresh"));
        Assert.Equal(6, _bench.To("getOpenOrder").Count);
    }

    [Theory]
    [InlineData("""{"code":10001,"msg":"x"}""")]
    [InlineData("""{"code":"10008","msg":"x"}""")]
    [InlineData("""{"code":53017,"msg":"x"}""")]
    [InlineData("""{"code":130100031,"msg":"x"}""")]
    [InlineData("""{"code":10026,"msg":"x"}""")]
    [InlineData("""{"code":4711,"msg":"Invalid access token"}""")]
    public async Task A_token_that_is_not_taken_is_renewed_and_the_request_repeated_once(string refusal)
    {
        _bench.Script("getOpenOrder", Answer.Json(refusal));
        await ListAsync(_bench.Client);

        Assert.Single(_bench.To("refresh"));
        Assert.Equal(2, _bench.To("getOpenOrder").Count);

        _bench.Script("getOpenOrder", Answer.Json(refusal), Answer.Json(refusal));
        _bench.Script("refresh", Answer.Json(StrategyBench.RefreshedPair("2")));
        await _bench.FailsAsync(() => ListAsync(_bench.Client));
        Assert.Equal(2, _bench.To("refresh").Count);
    }

    [Fact]
    public async Task A_new_order_whose_token_is_not_taken_is_sent_again_with_the_same_bytes()
    {
        _bench.Script("createOrder", StrategyBench.Refused(10008));

        Assert.NotNull((await _bench.PlaceAsync()).Receipt);
        var sent = _bench.To("createOrder");
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.NotEqual(sent[0].Header("Authorization"), sent[1].Header("Authorization"));
    }

    [Fact]
    public async Task A_refresh_token_that_is_refused_ends_the_session()
    {
        _bench.SignIn(record => record.AccessToken = StrategyBench.Jwt(Vectors.Now, "old"));
        _bench.Script("refresh", StrategyBench.Refused(10026, "used"));

        var error = await _bench.FailsAsync(() => ListAsync(_bench.Client));

        Assert.Equal("Wallet.SessionExpired", error.ErrorId);
        Assert.Empty(_bench.To("getOpenOrder"));
    }

    [Fact]
    public async Task A_renewal_without_an_answer_keeps_the_old_pair()
    {
        var old = StrategyBench.Jwt(Vectors.Now, "old");
        _bench.SignIn(record => record.AccessToken = old);
        _bench.Script("refresh", Answer.Close);

        Assert.Equal("Http.Network", (await _bench.FailsAsync(() => ListAsync(_bench.Client))).ErrorId);
        Assert.Equal(old, _bench.Store().Read()!.AccessToken);
        Assert.Single(_bench.To("refresh"));
    }

    [Fact]
    public async Task New_accounts_come_with_a_renewal()
    {
        _bench.SignIn(record => record.AccessToken = StrategyBench.Jwt(Vectors.Now, "old"));
        _bench.Script(
            "refresh",
            Answer.Json(
                StrategyBench
                    .RefreshedPair("1")
                    .Replace("\"chainUpdated\":false", "\"chainUpdated\":true", StringComparison.Ordinal)
                    .Replace(
                        "\"allAccountAddressList\":null",
                        """
                        "allAccountAddressList":[{"accountId":"acc-new","accountName":"N","isDefault":1,"addresses":[{"address":"0x00000000000000000000000000000000000000b1","chainIndex":42161}]}]
                        """,
                        StringComparison.Ordinal
                    )
            )
        );

        await ListAsync(_bench.Client);

        var kept = _bench.Store().Read()!;
        Assert.Equal("acc-new", Assert.Single(kept.Accounts).AccountId);
        Assert.Equal(("u@example.com", "p1", "acc-7f21"), (kept.Email, kept.ProjectId, kept.SelectedAccountId));
    }

    [Fact]
    public void A_session_of_one_endpoint_is_not_used_at_another()
    {
        Assert.NotNull(_bench.Store().Read());
        Assert.Null(new WalletStore(_bench.Folder, new Uri("http://127.0.0.1:9/v3")).Read());
        Assert.Null(new WalletStore(_bench.Folder, StrategyConnection.LiveAddress).Read());
    }

    [Fact]
    public void Nothing_of_the_session_can_be_read_on_the_disk()
    {
        var record = _bench.Store().Read()!;
        foreach (var file in Directory.EnumerateFiles(_bench.Folder.Path, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllText(file);
            Assert.DoesNotContain(record.AccessToken, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(Vectors.SessionKey, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("u@example.com", bytes, StringComparison.Ordinal);
        }
        Assert.Equal("***", record.ToString());
    }

    [Fact]
    public async Task A_file_that_was_changed_is_unreadable_and_signing_out_still_works()
    {
        var path = Directory.GetFiles(_bench.Folder.Path, "*.sealed").Single();
        await File.WriteAllBytesAsync(path, [1, 2, 3], StrategyBench.Cancel);

        Assert.Equal("Wallet.CredentialsUnreadable", (await _bench.FailsAsync(() => ListAsync(_bench.Client))).ErrorId);
        Assert.True(await _bench.Client.Wallet.ForgetAsync(StrategyBench.Cancel));
        Assert.False(await _bench.Client.Wallet.ForgetAsync(StrategyBench.Cancel));
        Assert.Equal("Wallet.NotLoggedIn", (await _bench.FailsAsync(() => ListAsync(_bench.Client))).ErrorId);
    }

    [Fact]
    public async Task The_wallet_is_shown_without_a_secret_and_without_a_request()
    {
        var wallet = Assert.Single(_bench.Client.Wallet.Show(everyAccount: false, accountId: null));

        Assert.True(wallet.LoggedIn);
        Assert.True(wallet.CanPlaceOrders);
        Assert.Equal(("u***@example.com", "google"), (wallet.Email, wallet.LoginType));
        Assert.Equal(("acc-7f21", 2), (wallet.AccountId, wallet.AccountCount));
        Assert.Equal((Vectors.EvmAddress, Vectors.SolAddress), (wallet.EvmAddress, wallet.SolAddress));
        Assert.Equal(2, _bench.Client.Wallet.Show(everyAccount: true, accountId: null).Count);
        await _bench.Client.Wallet.SelectAsync("acc-0002", StrategyBench.Cancel);
        Assert.Equal("acc-0002", _bench.Client.ActiveAccountId);
        _bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False(_bench.Client.Wallet.Show(everyAccount: false, accountId: null)[0].LoggedIn);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Theory]
    [InlineData("", true, "acc-b")]
    [InlineData("acc-a", true, "acc-a")]
    [InlineData("", false, "acc-a")]
    public void The_active_account_is_the_selected_the_default_or_the_first(
        string selected,
        bool hasDefault,
        string active
    )
    {
        _bench.SignIn(record =>
        {
            record.SelectedAccountId = selected;
            record.Accounts =
            [
                StrategyBench.Account("acc-a", "0xa", null),
                StrategyBench.Account("acc-b", "0xb", null),
            ];
            record.Accounts[1].IsDefault = hasDefault;
        });

        Assert.Equal(active, _bench.Client.ActiveAccountId);
    }

    [Fact]
    public async Task Look_ups_work_without_a_session()
    {
        await using var bench = new StrategyBench(isSignedIn: false);

        Assert.Equal(
            0.1523m,
            (await bench.Client.GetPricesAsync("arb", [Vectors.Arb], StrategyBench.Cancel))[0].Value!.Price
        );
        Assert.Null(bench.To("price").Single().Header("Authorization"));
        Assert.Null(bench.To("price").Single().Header("OK-ACCESS-KEY"));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static string Seconds(DateTimeOffset time) =>
        time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static Task<StrategyOrderPage> ListAsync(StrategyClient client) =>
        client.GetPageAsync(new StrategyOrderQuery(), StrategyBench.Cancel);
}
