using Exchange.BitoPro;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>The vectors of calls that hold several things: T15 (V4), T14 (V6), T22 (V7).</summary>
public sealed class BatchBytesTests
{
    private static readonly BitoProCancelDraft Cancellations = new([
        new("btc_twd", "1234567890"),
        new("btc_twd", "SL-1234567891"),
        new("eth_usdt", "9876543210"),
    ]);

    private static readonly BitoProBatchDraft Orders = new([
        BitoProBench.LimitBuy,
        new BitoProOrderDraft
        {
            Pair = "eth_twd",
            Side = BitoProSide.Sell,
            Type = BitoProOrderType.Market,
            Amount = 0.1m,
            TimeInForce = BitoProTimeInForce.Gtc,
        },
    ]);

    public static TheoryData<Vector, NoncePlacement> Cancels =>
        new() { { Vectors.V4, NoncePlacement.Seed }, { Vectors.V4d, NoncePlacement.Docs } };

    public static TheoryData<Vector, NoncePlacement> Batches =>
        new() { { Vectors.V6, NoncePlacement.Seed }, { Vectors.V6d, NoncePlacement.Docs } };

    [Theory]
    [MemberData(nameof(Cancels))]
    public async Task Several_cancellations_leave_as_their_very_bytes(Vector vector, NoncePlacement placement)
    {
        await using var bench = Bench(1700000000126, placement, """{"data":{"BTC_TWD":[],"ETH_USDT":[]}}""");

        await bench.Desk.SubmitAsync(bench.Client.Cancel(Cancellations, null), Yes, BitoProBench.Cancel);

        AssertIs(vector, "PUT /v3/orders", Assert.Single(bench.Server.Requests));
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Several_orders_leave_as_their_very_bytes(Vector vector, NoncePlacement placement)
    {
        await using var bench = Bench(1700000000129, placement, """{"data":[{"orderId":1},{"orderId":2}]}""");

        await bench.Desk.SubmitAsync(bench.Client.PlaceBatch(Orders, [null, null]), Yes, BitoProBench.Cancel);

        AssertIs(vector, "POST /v3/orders/batch", Assert.Single(bench.Server.Requests));
    }

    private static Task<bool> Yes(Exchange.Desk.IDraft draft, CancellationToken cancel) => Task.FromResult(true);

    private static BitoProBench Bench(long now, NoncePlacement placement, string answer) =>
        new(
            new BenchOptions
            {
                Clock = new ManualClock(DateTimeOffset.FromUnixTimeMilliseconds(now)),
                NoncePlacement = placement,
            },
            Answer.Json(answer)
        );

    private static void AssertIs(Vector vector, string endpoint, ReceivedRequest request)
    {
        Assert.Equal(endpoint, request.Endpoint);
        Assert.Equal(vector.Json, request.BodyText);
        Assert.Equal(Convert.ToBase64String(request.Body), request.Header("X-BITOPRO-PAYLOAD"));
        Assert.Equal(vector.Signature, request.Header("X-BITOPRO-SIGNATURE"));
    }
}
