using System.Text;
using Exchange.Okx;
using Exchange.Storage;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>Signing of requests (okx-account.md section 8), on the wire.</summary>
public sealed class SigningTests
{
    private const string B2 =
        """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"60000.5","sz":"0.001"}""";
    private const string B5 = """{"instId":"BTC-USDT","tag":"测试"}""";

    private static readonly Answer Good = Answer.Json("""{"code":"0","msg":"","data":[]}""");

    /// <summary>okx-account.md 8.1, in its order.</summary>
    public static TheoryData<string, string, string, string?, string, int> Vectors =>
        new()
        {
            {
                "2026-04-11T20:30:00.000Z",
                "GET",
                "/api/v5/account/balance?ccy=BTC",
                null,
                "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo=",
                58
            },
            {
                "2026-04-11T20:30:01.007Z",
                "POST",
                "/api/v5/trade/order",
                B2,
                "51wXx5K3/uwm3mgm5bXiZvOdSrHMjQSnYS072gqV1nI=",
                143
            },
            {
                "2026-04-11T20:30:02.120Z",
                "GET",
                "/api/v5/account/balance?ccy=BTC%2CETH",
                null,
                "D6mucLt+ViUWHfonCpG5eZOgNtBdLl4P8lYZS5Qet78=",
                64
            },
            {
                "2026-04-11T20:30:03.999Z",
                "POST",
                "/api/v5/account/set-position-mode",
                "{}",
                "7F2GjXKyUUpjgFH8WPHZSRVVyJCFsIcZzYEcq8oPSD0=",
                63
            },
            {
                "2026-04-11T20:30:04.050Z",
                "POST",
                "/api/v5/trade/order",
                B5,
                "YTA0G8kzrSGhvx877U+lmpP1TxwHlesdYExm/YxqsgE=",
                83
            },
            {
                "2026-04-11T20:30:05.000Z",
                "GET",
                "/api/v5/account/config",
                null,
                "MrdjUXvsim3JqLi4fV3cJvNUO1SbRqYRqWVL8bHsVto=",
                49
            },
        };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_vectors_of_the_contract_hold(
        string timestamp,
        string method,
        string target,
        string? body,
        string signature,
        int prehashLength
    )
    {
        Assert.Equal(prehashLength, Encoding.UTF8.GetByteCount(timestamp + method + target + body));
        Assert.Equal(signature, Sign(timestamp, method, target, body));
    }

    [Theory]
    [InlineData(
        "2026-04-11T20:30:02.120Z",
        "/api/v5/account/balance?ccy=BTC,ETH",
        "D6mucLt+ViUWHfonCpG5eZOgNtBdLl4P8lYZS5Qet78="
    )]
    [InlineData(
        "2026-04-11T20:30:00.0Z",
        "/api/v5/account/balance?ccy=BTC",
        "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo="
    )]
    public void A_literal_comma_or_one_decimal_signs_differently(string timestamp, string target, string signature) =>
        Assert.NotEqual(signature, Sign(timestamp, "GET", target, null));

    [Fact]
    public async Task V1_V3_and_V6_travel_as_they_were_signed()
    {
        await using var bench = new OkxBench(Answer.Json("""{"code":"0","data":[{"details":[]}]}"""));

        await bench.PassTime(bench.Client.GetBalancesAsync(["btc"], OkxBench.Cancel));
        bench.Clock.Advance(TimeSpan.FromMilliseconds(2120));
        await bench.PassTime(bench.Client.GetBalancesAsync(["BTC", "ETH"], OkxBench.Cancel));
        bench.Clock.Advance(TimeSpan.FromMilliseconds(2880));
        await bench.GetAsync("/api/v5/account/config");

        Assert.Equal(
            [
                (
                    "/v3/api/v5/account/balance?ccy=BTC",
                    "2026-04-11T20:30:00.000Z",
                    "bpwBKs5ohvlutbWShD5eOAj7QQ4tm2mWC/+Gd1PE3Uo="
                ),
                (
                    "/v3/api/v5/account/balance?ccy=BTC%2CETH",
                    "2026-04-11T20:30:02.120Z",
                    "D6mucLt+ViUWHfonCpG5eZOgNtBdLl4P8lYZS5Qet78="
                ),
                (
                    "/v3/api/v5/account/config",
                    "2026-04-11T20:30:05.000Z",
                    "MrdjUXvsim3JqLi4fV3cJvNUO1SbRqYRqWVL8bHsVto="
                ),
            ],
            bench.Server.Requests.Select(request =>
                (request.Target, request.Header("OK-ACCESS-TIMESTAMP"), request.Header("OK-ACCESS-SIGN"))
            )
        );
        var first = bench.Server.Requests[0];
        Assert.Equal(OkxBench.ApiKey, first.Header("OK-ACCESS-KEY"));
        Assert.Equal(OkxBench.Passphrase, first.Header("OK-ACCESS-PASSPHRASE"));
        Assert.Equal("application/json", first.Header("Accept"));
        Assert.StartsWith("okx-powershell/", first.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Null(first.Header("Authorization"));
        Assert.Null(first.Header("x-simulated-trading"));
        Assert.Empty(first.Body);
    }

    [Fact]
    public async Task V4_sends_an_empty_object_for_no_body_and_signs_those_very_bytes()
    {
        await using var bench = new OkxBench(Good);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(3999));
        var client = bench.Client;
        var draft = client.DraftWrite("/api/v5/account/set-position-mode", [], null);

        await bench.PassTime(
            bench.Desk.SubmitAsync(client.Write(draft, null), (_, _) => Task.FromResult(true), OkxBench.Cancel)
        );

        var sent = Assert.Single(bench.Server.Requests);
        Assert.Equal("{}", sent.BodyText);
        Assert.Equal("7F2GjXKyUUpjgFH8WPHZSRVVyJCFsIcZzYEcq8oPSD0=", sent.Header("OK-ACCESS-SIGN"));
        Assert.Equal("application/json", sent.Header("Content-Type"));
    }

    [Fact]
    public async Task Whatever_body_is_sent_is_the_body_that_was_signed()
    {
        await using var bench = new OkxBench(Good);

        await bench.PostAsync("/api/v5/trade/order", """{ "instId": "BTC-USDT", "tag": "测试", "clOrdId": "mine1" }""");

        var sent = Assert.Single(bench.Server.Requests);
        Assert.Equal("""{"instId":"BTC-USDT","tag":"测试","clOrdId":"mine1"}""", sent.BodyText);
        Assert.Equal(
            Sign(sent.Header("OK-ACCESS-TIMESTAMP")!, "POST", "/api/v5/trade/order", sent.BodyText),
            sent.Header("OK-ACCESS-SIGN")
        );
    }

    [Fact]
    public async Task Any_query_is_signed_as_the_address_that_is_sent()
    {
        await using var bench = new OkxBench(Good);
        string[] values = ["a b", "a+b", "1,2", "~-_.", "é测", "a&b=c#d?e/f", "%41", "'()*!"];

        foreach (var value in values)
        {
            await bench.GetAsync("/api/v5/account/config", KeyValuePair.Create("x y", value));
        }

        foreach (var (sent, value) in bench.Server.Requests.Zip(values))
        {
            var target = sent.Target["/v3".Length..];
            Assert.Equal(Sign(sent.Header("OK-ACCESS-TIMESTAMP")!, "GET", target, null), sent.Header("OK-ACCESS-SIGN"));
            Assert.DoesNotContain('+', target);
            Assert.Equal(value, Uri.UnescapeDataString(target.Split('=', 2)[1]));
            Assert.StartsWith("/api/v5/account/config?x%20y=", target, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Simulated_trading_is_one_header_more()
    {
        await using var bench = new OkxBench(Good);
        bench.Connection = bench.Connection with { IsDemo = true };

        await bench.GetAsync("/api/v5/account/config");

        Assert.Equal("1", Assert.Single(bench.Server.Requests).Header("x-simulated-trading"));
    }

    [Fact]
    public async Task What_everybody_may_read_is_not_signed()
    {
        await using var bench = new OkxBench(Answer.Json("""{"code":"0","data":[{"instId":"BTC-USDT","last":"1"}]}"""));

        await bench.PassTime(bench.Client.GetTickerAsync("btc-usdt", OkxBench.Cancel));

        var sent = Assert.Single(bench.Server.Requests);
        Assert.Equal("/v3/api/v5/market/ticker?instId=BTC-USDT", sent.Target);
        Assert.DoesNotContain(
            sent.Headers,
            header => header.Key.StartsWith("OK-ACCESS", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("key\r\nX: 1", "secret", "pass")]
    [InlineData("key", "secret", "pass\nX: 1")]
    [InlineData("ключ", "secret", "pass")]
    [InlineData("key", "secret", "пароль")]
    public void A_key_or_passphrase_that_could_leave_its_header_is_refused_unseen(
        string key,
        string secret,
        string passphrase
    )
    {
        var error = Caught.Error(
            "Okx.ConfigError",
            () => OkxApiKey.From(Secret.From(key), Secret.From(secret), Secret.From(passphrase))
        );

        Assert.DoesNotContain("X: 1", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("пароль", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_have_three_decimals_in_every_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("ar-SA");
            Assert.Equal("2026-04-11T20:30:01.007Z", OkxSigner.Timestamp(OkxBench.Start.AddMilliseconds(1007)));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_path_of_the_base_address_is_sent_and_not_signed()
    {
        var request = OkxEndpoints.Request(
            HttpMethod.Get,
            "/api/v5/account/config",
            [KeyValuePair.Create("a", "b")],
            null,
            TimeSpan.FromSeconds(1)
        );

        Assert.Equal("/api/v5/account/config?a=b", OkxSigner.Target(new Uri("http://127.0.0.1:1/okx"), request));
        Assert.Equal("/api/v5/account/config?a=b", OkxSigner.Target(new Uri("http://127.0.0.1:1/a/b/"), request));
        Assert.Equal("/api/v5/account/config?a=b", OkxSigner.Target(new Uri("https://www.okx.com"), request));
    }

    // What a URI keeps is signed without asking one: it must be what the URI would have said.
    [Theory]
    [InlineData("/api/v5/account/balance", "BTC,USDT")]
    [InlineData("/api/v5/trade/order", "a b")]
    [InlineData("/api/v5/../v5/trade/order", "x")]
    [InlineData("/api/v5/./trade/.order", "0.5")]
    [InlineData("/api//v5/trade.order", "a/b?c=d&e~_-")]
    [InlineData("/api/v5/%7etrade/%41", "幣")]
    [InlineData("/api/v5/trade\\order", "#")]
    [InlineData("/", "")]
    public void What_is_signed_is_what_the_socket_carries(string path, string value)
    {
        foreach (
            var query in (KeyValuePair<string, string>[][])
                [
                    [],
                    [new("a", value)],
                    [new("a", value), new("b", "/..")],
                ]
        )
        {
            var request = OkxEndpoints.Request(HttpMethod.Get, path, query, null, TimeSpan.FromSeconds(1));
            Assert.Equal(
                new Uri("https://www.okx.com" + request.PathAndQuery).PathAndQuery,
                OkxSigner.Target(new Uri("https://www.okx.com"), request)
            );
        }
    }

    private static string Sign(string timestamp, string method, string target, string? body) =>
        OkxSigner.Signature(
            KeyedHashes.Sha256(OkxBench.SecretKey),
            timestamp,
            method,
            target,
            Encoding.UTF8.GetBytes(body ?? "")
        );
}
