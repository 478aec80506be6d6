using System.Text;
using Exchange.Simulator.BitoPro.Auth;
using Exchange.Simulator.Http;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

/// <summary>The worked vectors of bitopro.md 1.8, sent as they are printed.</summary>
public sealed class SignatureTests
{
    private static readonly SimulatorAccount Vectors = new()
    {
        Name = "vectors",
        ApiKey = "abc12f00dfeed0000cafe6789",
        ApiSecret = "bp-test-secret-0001",
        Balances = new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["twd"] = 5_000_000,
            ["btc"] = 2,
            ["eth"] = 30,
            ["usdt"] = 100_000,
        },
    };

    // vector, method, path, payload, signature
    public static TheoryData<string, string, string, string, string> Printed =>
        new()
        {
            {
                "V1",
                "GET",
                "/orders/open?pair=btc_twd",
                """{"identity":"trader@example.com","nonce":1700000000123}""",
                "2a2c1f59edde319b6005131bb5f97b5ac0b4a6a9b96590eadacbd9f4eb87b12d9c6f00cb5229c2be5cce21455ad55e5a"
            },
            {
                "V1 as ccxt sends it",
                "GET",
                "/orders/open",
                """{"nonce":1700000000123}""",
                "406d578e3fb676c087d6d30987b7a9bb62766cc2824259e66d7bdebb7359046d38be7cf2add893cd99273b95340ab974"
            },
            {
                "V2",
                "DELETE",
                "/orders/btc_twd/1234567890",
                """{"identity":"trader@example.com","nonce":1700000000124}""",
                "e0d8acac61f604338c77a0addb0d519443a62b76cad65423a90369aa1ef4f9d2d598733c1ad96c37e3b66078b3687804"
            },
            {
                "V3",
                "POST",
                "/orders/btc_twd",
                """{"action":"BUY","amount":"0.0015","price":"2800000","timestamp":1700000000125,"type":"LIMIT","timeInForce":"GTC","clientId":2147483647,"nonce":1700000000125}""",
                "1db760458ded53686b94d410e84f0cef92637769230b91e1aaa7f82db5b1f604d0c02a02b6b35cf51eb8f0b365283fc8"
            },
            {
                "V4",
                "PUT",
                "/orders",
                """{"BTC_TWD":["1234567890","SL-1234567891"],"ETH_USDT":["9876543210"],"nonce":1700000000126}""",
                "44a0e90ac6def2f5f6f108f80fd8289f3f1df52d0976480c10df0aede487288a3510ee3cc04f7b1e3f0cea815fa05a8a"
            },
            {
                "V4d",
                "PUT",
                "/orders",
                """{"BTC_TWD":["1234567890","SL-1234567891"],"ETH_USDT":["9876543210"]}""",
                "e413dee703a722b1c94d7d8caaa809a623f8c8945a57f2d6cab36b6688f3b702a6cee6517c09ad8128530c4db2c85d4f"
            },
            {
                "V5",
                "POST",
                "/orders/btc_twd",
                """{"action":"SELL","amount":"0.25","price":"88000","timestamp":1700000000127,"type":"STOP_LIMIT","stopPrice":"88500","condition":">=","timeInForce":"GTC","clientId":2147483647,"nonce":1700000000127}""",
                "cfd29cf3a2c57a304b30fd831dec2a4eb4a1c9efe9f2e3819d328b8db7f38601eb7e413d8be75e95e003034b49ce6571"
            },
            {
                "V6",
                "POST",
                "/orders/batch",
                """[{"pair":"btc_twd","action":"BUY","type":"LIMIT","price":"2800000","amount":"0.0015","timestamp":1700000000129,"timeInForce":"GTC","clientId":2147483647,"nonce":1700000000129},{"pair":"eth_twd","action":"SELL","type":"MARKET","amount":"0.1","timestamp":1700000000129,"clientId":2147483647,"nonce":1700000000129}]""",
                "251d5343793ead7bfe3ef4559f8dcb10c96e733951c6d25088f18ff1ffa8e1483095c5d8d739e52b90d4acc0825e41e5"
            },
            {
                "V6d",
                "POST",
                "/orders/batch",
                """[{"pair":"btc_twd","action":"BUY","type":"LIMIT","price":"2800000","amount":"0.0015","timestamp":1700000000129,"timeInForce":"GTC","clientId":2147483647},{"pair":"eth_twd","action":"SELL","type":"MARKET","amount":"0.1","timestamp":1700000000129,"clientId":2147483647}]""",
                "04ee53bb53b2e4147a787ba39581d8cff73f434302982ead1de1da828dc2b243efcce77253652064391d8e41391a7ca6"
            },
            {
                "V7",
                "POST",
                "/wallet/withdraw/usdt",
                """{"amount":"100","protocol":"TRX","address":"TXYZexampleaddr000000000000000000","nonce":1700000000130}""",
                "5c12a748d5dde2520ed9974c604e3f927bc41187b2f022305cd062c9df70d63938b7d2f1c80b78e5f58c66c4b0d7c225"
            },
            {
                "V8",
                "GET",
                "/accounts/balance",
                """{"identity":"a+b@example.com","nonce":1700000000128}""",
                "a422fd9d3cd9e4853e391ed8d1013c34b7ad4845e1f3712c969abce5e8fce4dff29e02eaf394920fcbc325de8fdf5d3f"
            },
        };

    [Fact]
    public void The_published_vector_is_accepted()
    {
        const string Payload = "eyJpZGVudGl0eSI6ImhjbWxpbmpAZ21haWwuY29tIiwibm9uY2UiOjE1NTQzODA5MDkxMzF9";
        const string Signature =
            "01a85a9083db47c20da7196380598f3feacd3c76a9077aaf7ffaf08ce0091abf65b61778792607b010921adfe1c2941a";

        var payload = SignatureCheck.Verify(Payload, Signature, "bitopro"u8.ToArray());

        Assert.Equal(1554380909131, PayloadNonce.Read(payload));
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task A_printed_vector_is_accepted(
        string vector,
        string method,
        string path,
        string payload,
        string signature
    )
    {
        await using var simulator = Open();
        using var trader = new Trader(simulator, Vectors);
        var request = trader.Request(new(method), path, Encoding.UTF8.GetBytes(payload), method is "POST" or "PUT");
        Assert.Equal(signature, request.Headers.GetValues("X-BITOPRO-SIGNATURE").Single());

        var answer = await trader.Send(request);

        // V2 cancels an order that is not there; everything else succeeds.
        Assert.True(answer.Status == (vector == "V2" ? 404 : 200), answer.Text);
        Assert.Equal("vectors", simulator.Requests.Last[^1].Account);
    }

    [Fact]
    public void The_url_safe_alphabet_is_refused()
    {
        var payload = Convert.ToBase64String(">=>=>="u8).Replace('+', '-').Replace('/', '_');

        var refusal = Assert.Throws<Refusal>(() =>
            SignatureCheck.Verify(payload, Trader.Sign("secret", payload), "secret"u8.ToArray())
        );

        Assert.Contains('-', payload);
        Assert.Equal((401, "Invalid Signature"), (refusal.Status, refusal.Message));
    }

    [Fact]
    public void An_upper_case_signature_is_refused()
    {
        var signature = Trader.Sign("secret", "e30=").ToUpperInvariant();

        Assert.Throws<Refusal>(() => SignatureCheck.Verify("e30=", signature, "secret"u8.ToArray()));
    }

    private static ExchangeSimulator Open() =>
        ExchangeSimulator.Start(
            new()
            {
                Start = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000),
                Frozen = true,
                Accounts = [Vectors],
            }
        );
}
