using Exchange.Desk;
using Exchange.Strategy;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>The rows of strategy.md 16 about what the services answer, or do not, in their order.</summary>
public sealed class BadAnswerTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    [Fact]
    public async Task B28_A_code_in_quotes_is_the_same_code()
    {
        _bench.Script("createOrder", Answer.Json("""{"code":"60018","msg":"upgrade"}"""));

        var placed = await _bench.PlaceAsync();

        Assert.Equal("17262791359882690", placed.Receipt!.OrderId);
        Assert.Equal(2, _bench.To("createOrder").Count);
        Assert.Single(_bench.To("registerTeeInfo"));
    }

    [Fact]
    public async Task B29_A_second_60018_is_an_error()
    {
        _bench.Script("createOrder", StrategyBench.Refused(60018), StrategyBench.Refused(60018));

        var error = await _bench.FailsAsync(() => _bench.PlaceAsync());

        Assert.Equal("Strategy.Backend.60018", error.ErrorId);
        Assert.Equal(2, _bench.To("createOrder").Count);
        Assert.Single(_bench.To("registerTeeInfo"));
        Assert.Equal(AttemptState.Rejected, (await _bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task B30_An_activation_that_fails_repeats_nothing()
    {
        _bench.Script("createOrder", StrategyBench.Refused(60018));
        _bench.Script("registerTeeInfo", StrategyBench.Refused(100007, "sign failure"));

        var error = await _bench.FailsAsync(() => _bench.PlaceAsync());

        Assert.Equal("Strategy.ActivationFailed", error.ErrorId);
        Assert.Contains("100007", error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-AgenticWallet", error.Remedy, StringComparison.Ordinal);
        Assert.Single(_bench.To("createOrder"));
        Assert.Single(_bench.To("registerTeeInfo"));
        Assert.Empty(_bench.Told);
    }

    [Fact]
    public async Task B31_A_cancellation_never_activates()
    {
        _bench.Script("cancel", StrategyBench.Refused(60018));

        Assert.Equal("Strategy.Backend.60018", (await _bench.FailsAsync(() => _bench.CancelAsync("1"))).ErrorId);
        Assert.Empty(_bench.To("getAttestDocHex"));
    }

    [Fact]
    public async Task B32_An_answer_without_data_is_nothing()
    {
        var nothing = Answer.Json("""{"code":0,"msg":"","data":null}""");
        _bench.Script("cancel", nothing);
        _bench.Script("getOpenOrder", nothing);
        _bench.Script("reactivate", nothing);

        Assert.Equal(0, (await _bench.CancelAsync("1")).UpdateNum);
        var page = await _bench.PageAsync(new StrategyOrderQuery());
        Assert.Empty(page.List);
        Assert.Null(page.NextCursor);
        var resumed = await _bench.ResumeAsync("1");
        Assert.Empty(resumed.SuccessIds);
        Assert.Empty(resumed.FailIds);
    }

    [Fact]
    public async Task B33_Other_forms_of_the_same_fields_are_read_and_unknown_ones_kept()
    {
        _bench.Script(
            "getOpenOrder",
            Answer.Json(
                """{"code":"0","data":{"dataList":[{"orderId":17262791359882688,"status":"3","color":"blue"}]}}"""
            )
        );

        var order = Assert.Single((await _bench.PageAsync(new StrategyOrderQuery())).List);

        Assert.Equal("17262791359882688", order.OrderId);
        Assert.Equal(StrategyOrderStatus.Active, order.Status);
        Assert.Equal("blue", order.GetExtensionData()["color"].GetString());
    }

    [Fact]
    public async Task B34_A_status_that_is_not_listed_is_shown_as_its_number()
    {
        _bench.Script("openOrderDetail", Answer.Json("""{"code":0,"data":{"orderId":"1","status":-4}}"""));

        var order = await _bench.Client.GetOrderAsync("1", null, null, StrategyBench.Cancel);

        Assert.Equal("Unknown (-4)", order.StatusLabel);
        Assert.False(order.IsTerminal);
    }

    [Theory]
    [InlineData("""{"code":9999,"msg":"odd thing"}""", "odd thing")]
    [InlineData("""{"code":9999}""", "event code 9999")]
    [InlineData("""{"code":"3016"}""", "No quote due to low liquidity")]
    public async Task B35_An_event_that_is_not_listed_says_what_it_can(string entry, string message)
    {
        _bench.Script(
            "openOrderDetail",
            Answer.Json($$"""{"code":0,"data":{"orderId":"1","status":3,"executionHistoryList":[{{entry}}]} }""")
        );

        var order = await _bench.Client.GetOrderAsync("1", null, null, StrategyBench.Cancel);

        Assert.Equal(message, order.LatestEvent);
        Assert.Equal(1, order.RepeatCount);
        Assert.False(order.Events[0].IsTerminal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    public async Task B36_Without_a_price_of_the_compared_token_there_is_no_order(string? price, bool hasRow)
    {
        Assert.True(_bench.Prices.TryRemove(Vectors.Arb, out _));
        if (hasRow)
        {
            _bench.Prices[Vectors.Arb] = price;
        }

        var error = await _bench.FailsAsync(() => _bench.DraftAsync(StrategyBench.Ticket));

        Assert.Equal("Market.PriceUnavailable", error.ErrorId);
        Assert.Equal($"No usable price for {Vectors.Arb} on Arbitrum.", error.Message);
    }

    [Fact]
    public async Task B36_Without_a_price_of_the_other_token_only_the_dollar_check_is_left_out()
    {
        var weth = "0x82af49447d8a07e3bd95bd0d56f35241523fbab1";
        _bench.Tokens[weth] = ("WETH", "18");

        var placed = await _bench.PlaceAsync(StrategyBench.Ticket with { FromToken = weth, Amount = "0.0000001" });

        Assert.NotNull(placed.Receipt);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData(null)]
    public async Task B37_Without_decimals_there_is_no_order(string? decimals)
    {
        _bench.Tokens[Vectors.ArbUsdc] = ("USDC", decimals);

        var error = await _bench.FailsAsync(() => _bench.DraftAsync(StrategyBench.Ticket));

        Assert.Equal("Market.TokenInfoUnavailable", error.ErrorId);
    }

    public static TheoryData<string> Troubles => ["RateLimited", "Server", "Empty", "NotJson", "PaymentRequired"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task B38_What_is_no_answer_of_the_service_has_its_own_id(string id)
    {
        var answer = AnswerOf(id);
        _bench.Script("getOpenOrder", answer);
        _bench.Script("price", answer);
        _bench.Script("openOrderDetail", answer);

        Assert.Equal($"Http.{id}", (await _bench.FailsAsync(() => _bench.PageAsync(new StrategyOrderQuery()))).ErrorId);
        Assert.Equal($"Http.{id}", (await _bench.FailsAsync(() => _bench.DraftAsync(StrategyBench.Ticket))).ErrorId);
        Assert.Equal(
            $"Http.{id}",
            (await _bench.FailsAsync(() => _bench.Client.GetOrderAsync("1", null, null, StrategyBench.Cancel))).ErrorId
        );
        // Nothing of it was repeated by itself.
        Assert.Equal(3, _bench.Server.Count);
    }

    // What may have left is unknown; a refusal before the service looked at it is none.
    [Theory]
    [InlineData("RateLimited", "Http.RateLimited", AttemptState.Rejected)]
    [InlineData("PaymentRequired", "Http.PaymentRequired", AttemptState.Rejected)]
    [InlineData("Server", "Strategy.OutcomeUnknown", AttemptState.Unknown)]
    [InlineData("Empty", "Strategy.OutcomeUnknown", AttemptState.Unknown)]
    [InlineData("NotJson", "Strategy.OutcomeUnknown", AttemptState.Unknown)]
    public async Task B38_A_new_order_without_an_answer_is_unknown(string trouble, string id, AttemptState state)
    {
        _bench.Script("createOrder", AnswerOf(trouble));

        Assert.Equal(id, (await _bench.FailsAsync(() => _bench.PlaceAsync())).ErrorId);
        Assert.Equal(state, (await _bench.OnlyAttemptAsync()).State);
        Assert.Single(_bench.To("createOrder"));
    }

    [Fact]
    public async Task B39_An_order_whose_answer_never_comes_is_unknown_and_not_sent_again()
    {
        _bench.Script("createOrder", Answer.Never);
        var drafted = await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel);
        var placing = _bench.Desk.SubmitAsync(
            _bench.Client.Place(drafted.Draft!, null),
            StrategyBench.Yes,
            StrategyBench.Cancel
        );
        await _bench.Server.ArrivedAsync(3);
        await _bench.WireClock.AdvanceUntilDone(
            placing.ContinueWith(_ => { }, TaskScheduler.Default),
            TimeSpan.FromSeconds(1)
        );

        var error = await _bench.FailsAsync(() => placing);

        Assert.Equal("Strategy.OutcomeUnknown", error.ErrorId);
        Assert.True(error.OutcomeUnknown);
        Assert.Contains("10 seconds", error.Message, StringComparison.Ordinal);
        Assert.Contains("Resolve-ExchangeAttempt", error.Remedy, StringComparison.Ordinal);
        Assert.Single(_bench.To("createOrder"));
        Assert.Equal(AttemptState.Unknown, (await _bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task B40_A_look_that_fails_does_not_lose_the_order()
    {
        _bench.Script("openOrderDetail", Answer.Html(500));
        var receipt = (await _bench.PlaceAsync()).Receipt!;

        var waited = await _bench.PassTime(_bench.Client.WaitAsync(receipt, StrategyBench.Cancel));

        Assert.Equal(receipt, waited);
        Assert.Null(waited.Settled);
        Assert.Contains("could not be read", Assert.Single(_bench.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("abc")]
    [InlineData("deadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef")]
    [InlineData("0xdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef")]
    public async Task B41_What_is_no_document_is_not_signed(string document)
    {
        _bench.Script("createOrder", StrategyBench.Refused(60018));
        _bench.Script("getAttestDocHex", Answer.Json($$"""{"code":0,"data":["{{document}}"]}"""));

        Assert.Equal("Strategy.ActivationFailed", (await _bench.FailsAsync(() => _bench.PlaceAsync())).ErrorId);
        Assert.Empty(_bench.To("registerTeeInfo"));
        Assert.Single(_bench.To("createOrder"));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static Answer AnswerOf(string trouble) =>
        trouble switch
        {
            "RateLimited" => Answer.Json("""{"code":"50011","msg":"Too Many Requests"}""", 429),
            "Server" => Answer.Json("""{"code":0,"data":null}""", 500),
            "Empty" => Answer.Empty(),
            "PaymentRequired" => Answer.Json("{}", 402),
            _ => Answer.Html(),
        };
}
