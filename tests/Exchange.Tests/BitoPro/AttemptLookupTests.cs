using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>What became of an order: among the open ones and the history of its pair, by every fact, in time.</summary>
public sealed class AttemptLookupTests
{
    private const long Start = 1_700_000_000_000;

    [Theory]
    [InlineData(0, true)]
    [InlineData(-5_000, true)]
    [InlineData(35_000, true)]
    public async Task An_order_that_fits_in_every_fact_and_in_time_is_found(long offset, bool isOpen)
    {
        var order = OrderJson(createdAt: Start + offset);

        Assert.Equal(new AttemptFinding.Found("77"), await LookAsync(isOpen ? order : "", isOpen ? "" : order));
        Assert.Equal(new AttemptFinding.Found("77"), await LookAsync("", order));
        Assert.Equal(new AttemptFinding.Found("77"), await LookAsync(order, order));
    }

    [Theory]
    [InlineData(-5_001)]
    [InlineData(35_001)]
    [InlineData(-600_000)]
    [InlineData(600_000)]
    public async Task An_order_that_fits_and_is_a_little_early_or_late_is_for_a_person_to_judge(long offset) =>
        Assert.IsType<AttemptFinding.Unclear>(await LookAsync("", OrderJson(createdAt: Start + offset)));

    [Theory]
    [InlineData(-600_001)]
    [InlineData(600_001)]
    public async Task An_order_of_quite_another_time_is_not_it(long offset) =>
        Assert.IsType<AttemptFinding.Absent>(await LookAsync("", OrderJson(createdAt: Start + offset)));

    [Theory]
    [InlineData("\"pair\":\"btc_twd\"", "\"pair\":\"eth_twd\"")]
    [InlineData("\"action\":\"BUY\"", "\"action\":\"SELL\"")]
    [InlineData("\"type\":\"LIMIT\"", "\"type\":\"STOP_LIMIT\"")]
    [InlineData("\"originalAmount\":\"0.0015\"", "\"originalAmount\":\"0.0016\"")]
    [InlineData("\"price\":\"2800000\"", "\"price\":\"2800000.01\"")]
    [InlineData("\"clientId\":2147483647", "\"clientId\":1")]
    [InlineData(",\"clientId\":2147483647", "")]
    [InlineData("\"status\":0", "\"status\":0,\"stopPrice\":\"5\"")]
    public async Task An_order_that_differs_in_any_fact_is_not_it(string fact, string other) =>
        Assert.IsType<AttemptFinding.Absent>(
            await LookAsync("", OrderJson().Replace(fact, other, StringComparison.Ordinal))
        );

    [Fact]
    public async Task Numbers_are_compared_by_value() =>
        Assert.Equal(
            new AttemptFinding.Found("77"),
            await LookAsync(
                "",
                OrderJson()
                    .Replace("\"0.0015\"", "\"0.00150000\"", StringComparison.Ordinal)
                    .Replace("\"2800000\"", "\"2800000.00\"", StringComparison.Ordinal)
            )
        );

    [Fact]
    public async Task Several_orders_that_fit_leave_it_open()
    {
        var finding = await LookAsync(OrderJson("77"), OrderJson("78"));

        Assert.Contains(
            "2 orders fit it: 77, 78",
            Assert.IsType<AttemptFinding.Unclear>(finding).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_order_that_another_attempt_owns_is_left_out()
    {
        Assert.IsType<AttemptFinding.Absent>(await LookAsync(OrderJson("77"), "", "77"));
        Assert.Equal(new AttemptFinding.Found("78"), await LookAsync(OrderJson("77"), OrderJson("78"), "77"));
    }

    [Fact]
    public async Task The_history_is_asked_for_with_ALL_around_the_time_of_the_intent()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));
        await bench
            .Client.Lookup()
            .LookAsync(await PlacedAsync(bench), new HashSet<string>(StringComparer.Ordinal), BitoProBench.Cancel);

        Assert.Equal(
            "/v3/orders/open?pair=btc_twd /v3/orders/all/btc_twd"
                + $"?startTimestamp={Start - 600_000}&endTimestamp={Start + 600_000}&statusKind=ALL&limit=1000",
            string.Join(' ', bench.Server.Requests.Select(request => request.Target))
        );
    }

    [Theory]
    [InlineData(4, typeof(AttemptFinding.Found))]
    [InlineData(3, typeof(AttemptFinding.Found))]
    [InlineData(0, typeof(AttemptFinding.Absent))]
    [InlineData(1, typeof(AttemptFinding.Absent))]
    [InlineData(-1, typeof(AttemptFinding.Absent))]
    [InlineData(2, typeof(AttemptFinding.Failed))]
    [InlineData(6, typeof(AttemptFinding.Failed))]
    public async Task A_cancellation_is_judged_by_the_state_of_its_order(int status, Type expected)
    {
        await using var bench = new BitoProBench(Answer.Json(OrderJson("77", status: status)));
        var attempt = AttemptOf(bench, BitoProClient.CancelOrder, ("pair", "btc_twd"), ("orderId", "77"));

        var finding = await bench
            .Client.Lookup()
            .LookAsync(attempt, new HashSet<string>(StringComparer.Ordinal), BitoProBench.Cancel);

        Assert.IsType(expected, finding);
    }

    [Fact]
    public async Task A_lost_cancellation_is_settled_although_another_one_of_the_same_order_was_accepted()
    {
        await using var bench = new BitoProBench(request =>
            request.Method == "GET" ? Answer.Json(OrderJson("77", status: 4)) : Answer.Json("""{"orderId":"77"}""")
        );
        await bench.CancelOrderAsync("77");
        var lost = AttemptOf(bench, BitoProClient.CancelOrder, ("pair", "btc_twd"), ("orderId", "77"));
        await bench.Journal.WriteAsync([IntentOf(lost)], true, BitoProBench.Cancel);

        var settled = await new AttemptResolver(bench.Journal, bench.Clock).ResolveAsync(
            lost,
            bench.Client.Lookup(),
            wait: false,
            BitoProBench.Cancel
        );

        Assert.Equal(AttemptState.Accepted, settled.State);
    }

    [Fact]
    public async Task What_is_none_of_ours_cannot_be_looked_for()
    {
        await using var bench = new BitoProBench(Answer.Empty());

        var finding = await bench
            .Client.Lookup()
            .LookAsync(AttemptOf(bench, "Pray"), new HashSet<string>(StringComparer.Ordinal), BitoProBench.Cancel);

        Assert.IsType<AttemptFinding.Unclear>(finding);
        Assert.Equal(0, bench.Server.Count);
    }

    private static async Task<AttemptFinding> LookAsync(string open, string history, params string[] claimed)
    {
        await using var bench = new BitoProBench(request =>
            Answer.Json(
                $$"""{"data":[{{(request.Path.EndsWith("open", StringComparison.Ordinal) ? open : history)}}]}"""
            )
        );
        return await bench
            .Client.Lookup()
            .LookAsync(await PlacedAsync(bench), claimed.ToHashSet(StringComparer.Ordinal), BitoProBench.Cancel);
    }

    private static Task<Attempt> PlacedAsync(BitoProBench bench) =>
        Task.FromResult(
            AttemptOf(
                bench,
                BitoProClient.PlaceOrder,
                [
                    .. bench
                        .Client.Place(BitoProBench.LimitBuy, null)
                        .Attempts[0]
                        .Facts.Select(fact => (fact.Key, fact.Value)),
                ]
            )
        );

    private static Attempt AttemptOf(BitoProBench bench, string operation, params (string Key, string Value)[] facts) =>
        new()
        {
            AttemptId = "a",
            State = AttemptState.Unknown,
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(Start),
            Service = "BitoPro",
            Operation = operation,
            Account = bench.Connection.Account,
            Address = bench.Connection.Address,
            Facts = facts.ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal),
        };

    private static AttemptIntent IntentOf(Attempt attempt) =>
        new(
            attempt.AttemptId,
            attempt.StartedAt,
            attempt.Service,
            attempt.Operation,
            attempt.Account,
            attempt.Address,
            attempt.Facts
        );

    private static string OrderJson(string id = "77", int status = 0, long createdAt = Start) =>
        $$"""{"id":"{{id}}","pair":"btc_twd","action":"BUY","type":"LIMIT","status":{{status}},"price":"2800000","originalAmount":"0.0015","timeInForce":"GTC","createdTimestamp":{{createdAt}},"clientId":2147483647}""";
}
