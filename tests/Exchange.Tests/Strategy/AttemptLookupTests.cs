using Exchange.Desk;
using Exchange.Strategy;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>What became of an order whose answer was lost: it is looked for, never sent again.</summary>
public sealed class AttemptLookupTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    [Fact]
    public async Task An_order_that_fits_in_every_fact_is_the_attempts()
    {
        await LoseAsync();
        _bench.Script("getOpenOrder", Orders(Order("7", 1), Order("8", 1, trigger: "0.11"), Order("9", 900)));

        var settled = await ResolveAsync();

        Assert.Equal((AttemptState.Accepted, "7"), (settled.State, settled.Reference));
        var body = _bench.To("getOpenOrder").Single().BodyText;
        Assert.Contains(
            "\"chainIdList\":[\"42161\"],\"orderStatusList\":[-7,-3,-2,-1,0,1,2,3,4]",
            body,
            StringComparison.Ordinal
        );
        Assert.Single(_bench.To("createOrder"));
    }

    [Theory]
    [InlineData("amount", "11")]
    [InlineData("trigger", "0.2")]
    [InlineData("from", "0x82af49447d8a07e3bd95bd0d56f35241523fbab1")]
    [InlineData("to", "0x82af49447d8a07e3bd95bd0d56f35241523fbab1")]
    [InlineData("chain", "1")]
    public async Task Another_order_is_not_taken_for_it(string field, string value)
    {
        await LoseAsync();
        _bench.Clock.Advance(AttemptResolver.QuietAfter);
        var other = field switch
        {
            "amount" => Order("7", 1, amount: value),
            "trigger" => Order("7", 1, trigger: value),
            "from" => Order("7", 1, from: value),
            "to" => Order("7", 1, to: value),
            _ => Order("7", 1, chain: value),
        };
        _bench.Script("getOpenOrder", Orders(other), Orders(other));

        Assert.Equal(AttemptState.Rejected, (await ResolveAsync()).State);
    }

    [Fact]
    public async Task An_order_that_says_too_little_is_left_to_a_person()
    {
        await LoseAsync();
        _bench.Script(
            "getOpenOrder",
            Orders($$"""{"orderId":"7","status":3,"chainId":"42161","createTime":"{{Vectors.NowMs}}"}""")
        );

        var attempt = await ResolveAsync();

        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Contains("it may be 7", attempt.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_compared_as_numbers_and_addresses_without_case()
    {
        await LoseAsync();
        _bench.Script(
            "getOpenOrder",
            Orders(
                Order(
                    "7",
                    1,
                    amount: "10.000",
                    trigger: "1e-1",
                    from: Vectors.ArbUsdc.ToUpperInvariant().Replace("0X", "0x", StringComparison.Ordinal)
                )
            )
        );

        Assert.Equal("7", (await ResolveAsync()).Reference);
    }

    [Theory]
    [InlineData(-2, AttemptState.Accepted)]
    [InlineData(-3, AttemptState.Accepted)]
    [InlineData(1, AttemptState.Rejected)]
    [InlineData(3, AttemptState.Rejected)]
    public async Task A_cancellation_is_settled_by_the_state_of_its_order(int status, AttemptState state)
    {
        _bench.Script("cancel", Answer.Close);
        var draft = await _bench.Client.DraftCancelAsync(["7"], null, StrategyBench.Cancel);
        await _bench.FailsAsync(() =>
            _bench.Desk.SubmitAsync(_bench.Client.Cancel(draft, null), StrategyBench.Yes, StrategyBench.Cancel)
        );

        Assert.Equal(state, (await ResolveByAsync(status)).State);
    }

    [Theory]
    [InlineData(2, AttemptState.Accepted)]
    [InlineData(3, AttemptState.Accepted)]
    [InlineData(1, AttemptState.Accepted)]
    [InlineData(-1, AttemptState.Accepted)]
    [InlineData(4, AttemptState.Rejected)]
    [InlineData(-7, AttemptState.Rejected)]
    [InlineData(-2, AttemptState.Rejected)]
    public async Task A_resumption_is_settled_by_the_state_of_its_order(int status, AttemptState state)
    {
        _bench.Script("reactivate", Answer.Close);
        var draft = await _bench.Client.DraftResumeAsync(["7"], null, StrategyBench.Cancel);
        await _bench.FailsAsync(() =>
            _bench.Desk.SubmitAsync(_bench.Client.Resume(draft!, null), StrategyBench.Yes, StrategyBench.Cancel)
        );

        Assert.Equal(state, (await ResolveByAsync(status)).State);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private async Task LoseAsync()
    {
        _bench.Script("createOrder", Answer.Close);
        Assert.Equal("Strategy.OutcomeUnknown", (await _bench.FailsAsync(() => _bench.PlaceAsync())).ErrorId);
    }

    private async Task<Attempt> ResolveAsync()
    {
        var attempt = await _bench.OnlyAttemptAsync();
        Assert.Equal(AttemptState.Unknown, attempt.State);
        var resolver = new AttemptResolver(_bench.Journal, _bench.Clock);
        return await _bench.PassTime(
            resolver.ResolveAsync(attempt, _bench.Client.Lookup(attempt.Account), wait: false, StrategyBench.Cancel)
        );
    }

    private async Task<Attempt> ResolveByAsync(int status)
    {
        _bench.Clock.Advance(AttemptResolver.QuietAfter);
        var answer = Answer.Json($$"""{"code":0,"data":{"orderId":"7","status":{{status}}} }""");
        _bench.Script("openOrderDetail", answer, answer);
        return await ResolveAsync();
    }

    private static Answer Orders(params string[] orders) =>
        Answer.Json($$"""{"code":0,"data":{"cursor":"","dataList":[{{string.Join(',', orders)}}]} }""");

    private static string Order(
        string id,
        int seconds,
        string amount = "10",
        string trigger = "0.10",
        string from = Vectors.ArbUsdc,
        string to = Vectors.Arb,
        string chain = "42161"
    ) =>
        $$"""{"orderId":"{{id}}","status":3,"chainId":"{{chain}}","userWalletAddress":"{{Vectors.EvmAddress}}","exchangeDirection":0,"fromToken":{"tokenAmount":"{{amount}}","tokenContractAddress":"{{from}}"},"toToken":{"tokenAmount":"100","tokenContractAddress":"{{to}}"},"triggerInfo":{"triggerPrice":"{{trigger}}"},"createTime":"{{Vectors.NowMs + (seconds * 1000)}}"}""";
}
