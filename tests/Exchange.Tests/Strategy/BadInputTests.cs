using Exchange.Desk;
using Exchange.Strategy;
using Exchange.Strategy.Rules;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>The rows of strategy.md 16, in their order; those that are about binding of parameters are with the cmdlets.</summary>
public sealed class BadInputTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    private static StrategyOrderTicket Ticket => StrategyBench.Ticket;

    [Theory]
    [InlineData("polygon")]
    [InlineData("10")]
    [InlineData("sui")]
    [InlineData("")]
    public async Task B1_A_chain_that_is_none_of_the_six_is_refused_in_the_contracts_words(string chain)
    {
        var error = await RefusedAsync("Strategy.ChainNotSupported", Ticket with { Chain = chain });

        Assert.Equal(
            "Strategy orders are only supported on Ethereum / BSC / X Layer / Solana / Base / Arbitrum right now. "
                + $"{chain} is not supported — pick one of these to continue.",
            error.Message
        );
    }

    [Fact]
    public void B2_Blanks_and_case_do_not_matter_to_a_chain() => Assert.Equal(1, StrategyChains.Resolve(" ETH ").Index);

    [Fact]
    public async Task B3_A_Solana_address_on_the_EVM_is_named_as_such()
    {
        var error = await RefusedAsync(
            "Strategy.TokenAddressInvalid",
            Ticket with
            {
                Chain = "1",
                FromToken = Vectors.SolUsdc,
            }
        );

        Assert.Contains("looks like a Solana address", error.Message, StringComparison.Ordinal);
        Assert.Equal("FromToken", error.Target);
    }

    [Fact]
    public async Task B4_An_EVM_address_on_Solana_is_named_as_such()
    {
        var error = await RefusedAsync(
            "Strategy.TokenAddressInvalid",
            Ticket with
            {
                Chain = "501",
                FromToken = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48",
            }
        );

        Assert.Contains("looks like an EVM address", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0xaf88d065e77c8cc2239327c5edb3a432268e583")]
    [InlineData("0xaf88d065e77c8cc2239327c5edb3a432268e58311")]
    [InlineData("0xGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGGG")]
    [InlineData("USDCC")]
    [InlineData("")]
    public Task B5_What_is_no_EVM_address_is_refused(string token) =>
        RefusedAsync("Strategy.TokenAddressInvalid", Ticket with { FromToken = token });

    [Theory]
    [InlineData("EPjFWdd5AufqSSqeM2qN1xzybapC8G4")]
    [InlineData("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1vX")]
    [InlineData("0PjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("OPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("IPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("lPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v")]
    [InlineData("11111111111111111111111111111111111111111111")]
    public Task B6_What_is_no_Solana_address_is_refused(string token) =>
        RefusedAsync(
            "Strategy.TokenAddressInvalid",
            Ticket with
            {
                Chain = "sol",
                FromToken = token,
                ToToken = "usdc",
            }
        );

    [Theory]
    [InlineData("arb", "usdc", "0xAF88D065E77C8CC2239327C5EDB3A432268E5831")]
    [InlineData("arb", "eth", "native")]
    [InlineData("sol", "sol", "So11111111111111111111111111111111111111112")]
    public Task B7_A_token_is_not_sold_for_itself(string chain, string from, string to) =>
        RefusedAsync("Strategy.TokenAddressInvalid", Ticket with { Chain = chain, FromToken = from, ToToken = to });

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e6")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData(".")]
    [InlineData("１")]
    public Task B8_What_is_no_plain_decimal_is_no_amount(string amount) =>
        RefusedAsync("Strategy.AmountInvalid", Ticket with { Amount = amount });

    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("0.000000")]
    public Task B9_Nothing_is_no_amount(string amount) =>
        RefusedAsync("Strategy.AmountZero", Ticket with { Amount = amount });

    [Fact]
    public async Task B10_An_amount_finer_than_the_token_is_refused_when_its_decimals_are_known()
    {
        var error = await _bench.FailsAsync(() => DraftAsync(Ticket with { Amount = "0.0000001" }));

        Assert.Equal("Strategy.AmountTooPrecise", error.ErrorId);
        Assert.Equal("-Amount has 7 fractional digits, USDC allows 6.", error.Message);
        Assert.Empty(_bench.To("createOrder"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("inf")]
    [InlineData("1e3")]
    public Task B11_A_trigger_is_a_positive_decimal(string price) =>
        RefusedAsync("Strategy.PriceInvalid", Ticket with { TriggerPrice = price });

    [Theory]
    [InlineData("0")]
    [InlineData("abc")]
    public Task B12_A_current_price_is_a_positive_decimal(string price) =>
        RefusedAsync("Strategy.PriceInvalid", Ticket with { CurrentPrice = price });

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("100.1")]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("0%")]
    [InlineData("NaN")]
    public Task B13_Slippage_is_above_0_and_at_most_100(string slippage) =>
        RefusedAsync("Strategy.SlippageInvalid", Ticket with { Slippage = slippage });

    [Theory]
    [InlineData(0L)]
    [InlineData(-5L)]
    [InlineData(59L)]
    [InlineData(31_536_001L)]
    public Task B16_A_lifetime_is_a_minute_to_a_year(long seconds) =>
        RefusedAsync("Strategy.ExpiryInvalid", Ticket with { ExpiresInSeconds = seconds });

    [Fact]
    public async Task B17_An_order_below_a_dollar_is_one_line_and_not_placed()
    {
        var placed = await _bench.PlaceAsync(Ticket with { Amount = "0.5" });

        Assert.Equal("Minimum order amount: 1 USDC", placed.TooSmall!.ToString());
        Assert.Equal(
            (1m, 1m, "USDC"),
            (placed.TooSmall.MinFromAmount, placed.TooSmall.MinFromAmountExact, placed.TooSmall.FromSymbol)
        );
        Assert.Empty(_bench.To("createOrder"));
        Assert.Empty((await _bench.Journal.ReadAsync(StrategyBench.Cancel)).Attempts);
    }

    [Theory]
    [InlineData("ord-1")]
    [InlineData("")]
    [InlineData("9223372036854775808")]
    [InlineData("0")]
    [InlineData("1 2")]
    public async Task B18_An_order_id_is_a_positive_64_bit_integer(string id)
    {
        var error = await _bench.FailsAsync(() => _bench.Client.GetOrderAsync(id, null, null, StrategyBench.Cancel));

        Assert.Equal("Strategy.OrderIdInvalid", error.ErrorId);
        Assert.Equal($"Order id \"{id}\" is not a positive 64-bit integer.", error.Message);
        Assert.Equal("Strategy.OrderIdInvalid", (await _bench.FailsAsync(() => CancelAsync(id))).ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task B21_A_list_without_ids_cancels_nothing_and_resumes_nothing()
    {
        var error = await _bench.FailsAsync(() => CancelAsync(",, ,"));

        Assert.Equal("Strategy.OrderIdInvalid", error.ErrorId);
        Assert.Contains("no ids", error.Message, StringComparison.Ordinal);
        Assert.Null(await _bench.Client.DraftResumeAsync([",, ,"], null, StrategyBench.Cancel));
        Assert.Equal(0, _bench.Server.Count);
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("-4")]
    [InlineData("active,foo")]
    [InlineData("speeding_up")]
    public async Task B22_A_status_that_is_not_listed_is_refused(string status)
    {
        var error = await _bench.FailsAsync(() => PageAsync(new StrategyOrderQuery { Status = [status] }));

        Assert.Equal("Strategy.StatusUnknown", error.ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task B23_Trading_is_zero()
    {
        await PageAsync(new StrategyOrderQuery { Status = ["trading"] });

        Assert.Contains(
            "\"orderStatusList\":[0]",
            _bench.To("getOpenOrder").Single().BodyText,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task B24_A_page_holds_1_to_100(int limit)
    {
        var error = await _bench.FailsAsync(() => PageAsync(new StrategyOrderQuery { Limit = limit }));

        Assert.Equal("Strategy.LimitOutOfRange", error.ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task B25_One_text_is_one_token()
    {
        var error = await _bench.FailsAsync(() => PageAsync(new StrategyOrderQuery { Token = ["0xa,0xb"] }));

        Assert.Equal("Strategy.TokenFilterNotSingle", error.ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task B26_Without_a_session_nothing_is_sent()
    {
        await using var bench = new StrategyBench(isSignedIn: false);
        var client = bench.Client;
        Func<Task>[] calls =
        [
            () => client.DraftOrderAsync(Ticket, StrategyBench.Cancel),
            () => client.GetOrderAsync("1", null, null, StrategyBench.Cancel),
            () => client.GetPageAsync(new StrategyOrderQuery(), StrategyBench.Cancel),
            () => client.DraftCancelAsync(["1"], null, StrategyBench.Cancel),
            () => client.DraftCancelAllAsync(null, StrategyBench.Cancel),
            () => client.DraftResumeAsync(["1"], null, StrategyBench.Cancel),
            () => client.DraftResumeAsync(null, null, StrategyBench.Cancel),
        ];
        foreach (var call in calls)
        {
            Assert.Equal("Wallet.NotLoggedIn", (await bench.FailsAsync(call)).ErrorId);
        }
        Assert.Equal(0, bench.Server.Count);
    }

    [Fact]
    public async Task B27_A_session_without_the_enclaves_id_places_nothing_and_does_the_rest()
    {
        _bench.SignIn(record => record.SaTeeId = "");

        await RefusedAsync("Wallet.SessionOutdated", Ticket);
        Assert.Empty((await PageAsync(new StrategyOrderQuery())).List);
        Assert.Equal(1, (await CancelAsync("1")).UpdateNum);
        Assert.Equal(["1"], (await ResumeAsync("1")).SuccessIds);
    }

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

        Assert.Equal("Strategy.Backend.60018", (await _bench.FailsAsync(() => CancelAsync("1"))).ErrorId);
        Assert.Empty(_bench.To("getAttestDocHex"));
    }

    [Fact]
    public async Task B32_An_answer_without_data_is_nothing()
    {
        var nothing = Answer.Json("""{"code":0,"msg":"","data":null}""");
        _bench.Script("cancel", nothing);
        _bench.Script("getOpenOrder", nothing);
        _bench.Script("reactivate", nothing);

        Assert.Equal(0, (await CancelAsync("1")).UpdateNum);
        var page = await PageAsync(new StrategyOrderQuery());
        Assert.Empty(page.List);
        Assert.Null(page.NextCursor);
        var resumed = await ResumeAsync("1");
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

        var order = Assert.Single((await PageAsync(new StrategyOrderQuery())).List);

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

        var error = await _bench.FailsAsync(() => DraftAsync(Ticket));

        Assert.Equal("Market.PriceUnavailable", error.ErrorId);
        Assert.Equal($"No usable price for {Vectors.Arb} on Arbitrum.", error.Message);
    }

    [Fact]
    public async Task B36_Without_a_price_of_the_other_token_only_the_dollar_check_is_left_out()
    {
        var weth = "0x82af49447d8a07e3bd95bd0d56f35241523fbab1";
        _bench.Tokens[weth] = ("WETH", "18");

        var placed = await _bench.PlaceAsync(Ticket with { FromToken = weth, Amount = "0.0000001" });

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

        var error = await _bench.FailsAsync(() => DraftAsync(Ticket));

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

        Assert.Equal($"Http.{id}", (await _bench.FailsAsync(() => PageAsync(new StrategyOrderQuery()))).ErrorId);
        Assert.Equal($"Http.{id}", (await _bench.FailsAsync(() => DraftAsync(Ticket))).ErrorId);
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
        var drafted = await _bench.Client.DraftOrderAsync(Ticket, StrategyBench.Cancel);
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task B42_A_session_key_that_cannot_be_opened_is_told_of_before_anything_is_sent(bool wrongKey)
    {
        _bench.SignIn(record =>
        {
            record.SessionKey = wrongKey ? new byte[32] : record.SessionKey;
            record.EncryptedSessionSk = wrongKey ? record.EncryptedSessionSk : record.EncryptedSessionSk[..40];
        });

        await RefusedAsync("Wallet.CredentialsUnreadable", Ticket);
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

    /// <summary>Refused without a single request.</summary>
    private async Task<ExchangeException> RefusedAsync(string id, StrategyOrderTicket ticket)
    {
        var before = _bench.Server.Count;
        var error = await _bench.FailsAsync(() => DraftAsync(ticket));
        Assert.Equal(id, error.ErrorId);
        Assert.Equal(before, _bench.Server.Count);
        return error;
    }

    private Task<StrategyDrafting> DraftAsync(StrategyOrderTicket ticket) =>
        _bench.Client.DraftOrderAsync(ticket, StrategyBench.Cancel);

    private Task<StrategyOrderPage> PageAsync(StrategyOrderQuery query) =>
        _bench.Client.GetPageAsync(query, StrategyBench.Cancel);

    private async Task<StrategyCancellation> CancelAsync(params string[] ids)
    {
        var draft = await _bench.Client.DraftCancelAsync(ids, null, StrategyBench.Cancel);
        var done = await _bench.Desk.SubmitAsync(
            _bench.Client.Cancel(draft, null),
            StrategyBench.Yes,
            StrategyBench.Cancel
        );
        return done!.Answer;
    }

    private async Task<StrategyResumption> ResumeAsync(params string[] ids)
    {
        var draft = await _bench.Client.DraftResumeAsync(ids, null, StrategyBench.Cancel);
        var done = await _bench.Desk.SubmitAsync(
            _bench.Client.Resume(draft!, null),
            StrategyBench.Yes,
            StrategyBench.Cancel
        );
        return done!.Answer;
    }
}
