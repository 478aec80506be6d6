using Exchange.BitoPro;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>What leaves the machine, byte for byte (bitopro.md 1.2 to 1.5, 1.8).</summary>
public sealed class WireBytesTests
{
    private static readonly (string Name, string Value)[] Identification =
    [
        ("User-Agent", "bitopro-spot/2.5.2 (Skill)"),
        ("X-Execution-Source", "Claude-Skill"),
        ("X-Skill-Name", "bitopro/spot"),
        ("X-Skill-Version", "2.5.2"),
        ("X-Client-Type", "AI-Agent"),
    ];

    private static readonly BitoProOrderDraft StopSell = new()
    {
        Pair = "btc_twd",
        Side = BitoProSide.Sell,
        Type = BitoProOrderType.StopLimit,
        Amount = 0.25m,
        Price = 88000m,
        StopPrice = 88500m,
        Condition = ">=",
        TimeInForce = BitoProTimeInForce.Gtc,
    };

    [Fact]
    public async Task V3_leaves_as_its_very_bytes()
    {
        var request = await PlacedAsync(BitoProBench.LimitBuy, 1700000000125);

        AssertIsVector(Vectors.V3, request);
        Assert.Equal("POST /v3/orders/btc_twd", request.Endpoint);
    }

    [Fact]
    public async Task V5_leaves_as_its_very_bytes() =>
        AssertIsVector(Vectors.V5, await PlacedAsync(StopSell, 1700000000127));

    [Fact]
    public async Task Docs_placement_leaves_the_nonce_out_and_signs_what_it_sends()
    {
        var request = await PlacedAsync(BitoProBench.LimitBuy, 1700000000125, NoncePlacement.Docs);

        Assert.Equal(
            Vectors.V3.Json.Replace(""","nonce":1700000000125""", "", StringComparison.Ordinal),
            request.BodyText
        );
        Assert.Equal(Convert.ToBase64String(request.Body), request.Header("X-BITOPRO-PAYLOAD"));
    }

    [Fact]
    public async Task A_market_buy_has_no_price_no_stop_and_no_time_in_force()
    {
        var draft = new BitoProOrderDraft
        {
            Pair = "btc_twd",
            Side = BitoProSide.Buy,
            Type = BitoProOrderType.Market,
            Amount = 1500.50m,
            TimeInForce = BitoProTimeInForce.Gtc,
        };

        var request = await PlacedAsync(draft, 1700000000125);

        Assert.Equal(
            """{"action":"BUY","amount":"1500.5","timestamp":1700000000125,"type":"MARKET","clientId":2147483647,"nonce":1700000000125}""",
            request.BodyText
        );
    }

    [Fact]
    public async Task V1_is_signed_without_its_query()
    {
        await using var bench = new BitoProBench(At(1700000000123), Answer.Json("""{"data":[]}"""));
        await bench.Client.GetOpenOrdersAsync("btc_twd", BitoProBench.Cancel);

        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal("/v3/orders/open?pair=btc_twd", request.Target);
        AssertIsSigned(Vectors.V1, request);
        Assert.Empty(request.Body);
        Assert.Null(request.Header("Content-Type"));
    }

    [Fact]
    public async Task V2_is_a_DELETE_with_all_three_headers_and_no_body()
    {
        await using var bench = new BitoProBench(At(1700000000124), Answer.Json("""{"orderId":"1234567890"}"""));
        await bench.CancelOrderAsync("1234567890");

        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal("DELETE /v3/orders/btc_twd/1234567890", request.Endpoint);
        AssertIsSigned(Vectors.V2, request);
        Assert.Empty(request.Body);
    }

    [Fact]
    public async Task A_public_request_is_identified_and_not_signed()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));
        await bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);

        var request = Assert.Single(bench.Server.Requests);
        AssertIsIdentified(request);
        Assert.DoesNotContain(
            request.Headers,
            header => header.Key.StartsWith("X-BITOPRO", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static async Task<ReceivedRequest> PlacedAsync(
        BitoProOrderDraft draft,
        long now,
        NoncePlacement placement = NoncePlacement.Seed
    )
    {
        await using var bench = new BitoProBench(
            At(now) with
            {
                NoncePlacement = placement,
            },
            Answer.Json("""{"orderId":1}""")
        );
        await bench.PlaceAsync(draft);
        return Assert.Single(bench.Server.Requests);
    }

    private static BenchOptions At(long now) =>
        new() { Clock = new ManualClock(DateTimeOffset.FromUnixTimeMilliseconds(now)) };

    private static void AssertIsVector(Vector vector, ReceivedRequest request)
    {
        Assert.Equal(vector.Json, request.BodyText);
        Assert.Equal(vector.Length, request.Body.Length);
        Assert.Equal("application/json", request.Header("Content-Type"));
        AssertIsSigned(vector, request);
    }

    private static void AssertIsSigned(Vector vector, ReceivedRequest request)
    {
        AssertIsIdentified(request);
        Assert.Equal(BitoProBench.ApiKey, request.Header("X-BITOPRO-APIKEY"));
        Assert.Equal(vector.Base64, request.Header("X-BITOPRO-PAYLOAD"));
        Assert.Equal(vector.Signature, request.Header("X-BITOPRO-SIGNATURE"));
        Assert.Null(request.Header("X-BITOPRO-API"));
    }

    private static void AssertIsIdentified(ReceivedRequest request) =>
        Assert.All(Identification, header => Assert.Equal(header.Value, request.Header(header.Name)));
}
