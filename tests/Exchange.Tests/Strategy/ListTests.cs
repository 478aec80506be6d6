using System.Globalization;
using Exchange.Desk;
using Exchange.Strategy;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>Reading, cancelling and resuming orders (strategy.md 9 to 11).</summary>
public sealed class ListTests : IAsyncDisposable
{
    private const string Example =
        """{"code":0,"msg":"","data":{"hasNext":true,"cursor":"eyJwIjoyfQ==","dataList":[{"orderId":"17262791359882688","strategyId":"s-9","userWalletAddress":"GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD","status":3,"strategyMode":7,"orderType":7,"strategyType":2,"exchangeDirection":0,"chainId":"501","chainName":"Solana","canResume":false,"fromToken":{"tokenAmount":"16","tokenSymbol":"USDC","tokenContractAddress":"EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v","tokenUsd":"16"},"toToken":{"tokenAmount":"0.2","tokenSymbol":"SOL","tokenContractAddress":"11111111111111111111111111111111","tokenUsd":"16"},"triggerInfo":{"triggerPrice":"80","triggerRate":""},"createTime":"1778233849000","expireTime":"1778838649000","transactionInfo":null,"executionHistoryList":[{"code":3016,"txHash":null}],"orderStatusUpdateTime":"1778233850000","estimatedWaitTime":null,"eventCursor":null}]}}""";

    private readonly StrategyBench _bench = new();

    [Fact]
    public async Task The_contracts_example_is_read_whole()
    {
        _bench.Script("getOpenOrder", Answer.Json(Example));

        var page = await _bench.PageAsync(new StrategyOrderQuery { Chain = ["eth", "sol"] });

        Assert.Equal(
            """{"accountId":"acc-7f21","walletAddressList":["0xc4a8cb22c9b39070faeffaf018de6e6309a706af","GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD"],"chainIdList":["1","501"],"orderStatusList":[-3,0,2,3,4],"limit":10}""",
            _bench.To("getOpenOrder").Single().BodyText
        );
        Assert.Equal("eyJwIjoyfQ==", page.NextCursor);
        var order = Assert.Single(page.List);
        Assert.Equal((StrategyOrderStatus.Active, "Active"), (order.Status, order.StatusLabel));
        Assert.Equal((StrategyType.BuyDip, "Buy Dip"), (order.StrategyType, order.StrategyTypeLabel));
        Assert.Equal((16m, "USDC", 0.2m, "SOL"), (order.FromAmount, order.FromSymbol, order.ToAmount, order.ToSymbol));
        Assert.Equal((80m, 16m), (order.TriggerPrice, order.Value));
        Assert.Equal(1778838649000, order.ExpiresAt!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(
            ("No quote due to low liquidity", 1, "noLiquidty"),
            (order.LatestEvent, order.RepeatCount, order.Events[0].Name)
        );
        Assert.Null(order.TriggerRate);
        Assert.Empty(order.GetExtensionData());
    }

    [Theory]
    [InlineData(0, "05/15/2026 09:50:49")]
    [InlineData(8, "05/15/2026 17:50:49")]
    [InlineData(-7, "05/15/2026 02:50:49")]
    public void V9_A_time_is_shown_in_the_readers_zone(int hours, string shown)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("t", TimeSpan.FromHours(hours), "t", "t");

        Assert.Equal(shown, StrategyOrderRow.Time(DateTimeOffset.FromUnixTimeMilliseconds(1778838649000), zone));
    }

    [Theory]
    [InlineData("0xaf88d065e77c8cc2239327c5edb3a432268e5831", "0xaf88...5831")]
    [InlineData("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", "EPjFWd...Dt1v")]
    [InlineData("11111111111111111111111111111111", "111111...1111")]
    [InlineData("0x1234567", "0x1234567")]
    [InlineData("0x12345678", "0x1234...5678")]
    [InlineData(null, "-")]
    public void V9_An_address_is_shortened(string? address, string shown) =>
        Assert.Equal(shown, StrategyOrderRow.Short(address));

    [Theory]
    [InlineData("16", "16 USD")]
    [InlineData("16.5", "16.5 USD")]
    [InlineData("16.125", "16.12 USD")]
    [InlineData("16.135", "16.14 USD")]
    [InlineData("0.00123456", "0.001235 USD")]
    [InlineData("", "-")]
    [InlineData(null, "-")]
    public void A_value_is_rounded_where_it_must(string? text, string shown) =>
        Assert.Equal(shown, StrategyOrderRow.Usd(text));

    [Theory]
    [InlineData(
        "en-US",
        "17262791359882688|Active|Buy Dip|0.2 SOL|111111...1111|16 USD|$80|05/15/2026 09:50:49",
        "Order id"
    )]
    [InlineData(
        "zh-CN",
        "17262791359882688|活跃中|抄底|0.2 SOL|111111...1111|16 USD|$80|05/15/2026 09:50:49",
        "订单ID"
    )]
    public async Task The_eight_columns_are_those_of_the_contract(string culture, string row, string heading)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        _bench.Script("getOpenOrder", Answer.Json(Example));

        var order = Assert.Single((await _bench.PageAsync(new StrategyOrderQuery())).List);

        Assert.Equal(row, string.Join('|', order.GetRow(TimeZoneInfo.Utc).GetCells()));
        Assert.Equal(8, StrategyOrderRow.Headings.Count);
        Assert.Equal(heading, StrategyOrderRow.Headings[0]);
    }

    [Fact]
    public async Task A_detail_is_asked_for_by_account_id_and_mode()
    {
        var order = await _bench.Client.GetOrderAsync(" 17262791359882690 ", null, null, StrategyBench.Cancel);

        Assert.Equal(
            "accountId=acc-7f21&orderId=17262791359882690&strategyMode=7",
            _bench.To("openOrderDetail").Single().Query
        );
        Assert.Equal("0xabc", order.TxHash);
    }

    public static TheoryData<string, string> Filters =>
        new()
        {
            { "", "-3,0,2,3,4" },
            { "active, 4, suspended,1", "3,4,1" },
            { "processing,trading,0", "0" },
            { "Completed", "1" },
            { "已完成", "1" },
            { "all", "-7,-3,-2,-1,0,1,2,3,4" },
            { "-7", "-7" },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_takes_words_labels_and_numbers(string filter, string codes) =>
        Assert.Equal(
            codes,
            string.Join(
                ',',
                StrategyOrderStatuses
                    .Filter([filter])
                    .Select(status => ((int)status).ToString(CultureInfo.InvariantCulture))
            )
        );

    [Fact]
    public async Task All_orders_are_walked_cursor_by_cursor_each_once()
    {
        _bench.Script("getOpenOrder", Page("c1", 1, 2), Page("c2", 2, 3), Page("", 4));

        var ids = await IdsAsync(new StrategyOrderQuery { Limit = 100 });

        Assert.Equal(["1", "2", "3", "4"], ids);
        Assert.Equal(3, _bench.To("getOpenOrder").Count);
        Assert.Contains("\"cursor\":\"c2\"", _bench.To("getOpenOrder")[2].BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("cursor", _bench.To("getOpenOrder")[0].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_comes_back_ends_the_walk()
    {
        _bench.Script("getOpenOrder", Page("c1", 1), Page("c1", 2), Page("c1", 3));

        Assert.Equal(["1", "2"], await IdsAsync(new StrategyOrderQuery()));
    }

    [Fact]
    public async Task Several_tokens_are_asked_for_one_by_one_and_merged()
    {
        _bench.Script("getOpenOrder", Page("a2", 5, 1), Page("", 3, 5));
        var query = new StrategyOrderQuery { Token = [Vectors.Arb, Vectors.ArbUsdc] };

        var page = await _bench.PageAsync(query);

        Assert.Equal(["5", "3", "1"], page.List.Select(order => order.OrderId));
        Assert.Contains(
            $"\"tokenAddress\":\"{Vectors.Arb}\"",
            _bench.To("getOpenOrder")[0].BodyText,
            StringComparison.Ordinal
        );
        _bench.Script("getOpenOrder", Page("", 7));
        var next = await _bench.PageAsync(query with { Cursor = page.NextCursor });
        Assert.Equal("7", Assert.Single(next.List).OrderId);
        Assert.Null(next.NextCursor);
        Assert.Equal(3, _bench.To("getOpenOrder").Count);
        Assert.Contains("\"cursor\":\"a2\"", _bench.To("getOpenOrder")[2].BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eyJwIjoyfQ==")]
    [InlineData("x:!!!")]
    [InlineData("x:WyJhIl0=")]
    public async Task A_cursor_of_another_list_is_refused(string cursor)
    {
        var error = await _bench.FailsAsync(() =>
            _bench.PageAsync(new StrategyOrderQuery { Token = [Vectors.Arb, Vectors.ArbUsdc], Cursor = cursor })
        );

        Assert.Equal("Strategy.CursorInvalid", error.ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task The_latest_event_is_the_newest_by_time_and_counts_its_repeats()
    {
        _bench.Script(
            "openOrderDetail",
            Answer.Json(
                """{"code":0,"data":{"orderId":"1","status":3,"executionHistoryList":[{"code":3016,"time":"1778135530000"},{"code":3017,"time":1778135510000},{"code":"3016","time":"1778135520000"}]}}"""
            )
        );

        var order = await _bench.Client.GetOrderAsync("1", null, null, StrategyBench.Cancel);

        Assert.Equal([3017L, 3016L, 3016L], order.Events.Select(happened => happened.Code!.Value));
        Assert.Equal(("No quote due to low liquidity", 2), (order.LatestEvent, order.RepeatCount));
    }

    [Fact]
    public async Task A_cancellation_names_ids_or_says_all()
    {
        var named = await _bench.Client.DraftCancelAsync(["2, 1", "2"], null, StrategyBench.Cancel);
        await SubmitAsync(_bench.Client.Cancel(named, null));
        _bench.Script("getOpenOrder", Page("", 7, 8));
        var all = await _bench.Client.DraftCancelAllAsync(null, StrategyBench.Cancel);
        await SubmitAsync(_bench.Client.Cancel(all, null));

        Assert.Equal(
            [
                """{"accountId":"acc-7f21","orderIds":["2","1"],"cancelAll":false}""",
                """{"accountId":"acc-7f21","cancelAll":true}""",
            ],
            _bench.To("cancel").Select(request => request.BodyText)
        );
        Assert.Equal(["7", "8"], all.OrderIds);
    }

    [Fact]
    public async Task Some_of_several_cancellations_are_known_of_none()
    {
        var draft = await _bench.Client.DraftCancelAsync(["1", "2"], null, StrategyBench.Cancel);
        await SubmitAsync(_bench.Client.Cancel(draft, null));

        var attempts = (await _bench.Journal.ReadAsync(StrategyBench.Cancel)).Attempts;
        Assert.All(attempts, attempt => Assert.Equal(AttemptState.Unknown, attempt.State));
        Assert.Contains("1 of 2", attempts[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_that_can_be_resumed_are_found_on_every_page()
    {
        _bench.Script(
            "getOpenOrder",
            Answer.Json(
                """{"code":0,"data":{"cursor":"c","dataList":[{"orderId":"1","status":4,"canResume":true},{"orderId":"2","status":4}]}}"""
            ),
            Answer.Json("""{"code":0,"data":{"dataList":[{"orderId":"3","status":4,"canResume":1}]}}""")
        );

        var draft = await _bench.Client.DraftResumeAsync(null, null, StrategyBench.Cancel);

        Assert.Equal(["1", "3"], draft!.OrderIds);
        Assert.Contains(
            "\"orderStatusList\":[4],\"limit\":100",
            _bench.To("getOpenOrder")[0].BodyText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_to_resume_is_no_error()
    {
        Assert.Null(await _bench.Client.DraftResumeAsync(null, null, StrategyBench.Cancel));
        Assert.Empty(_bench.To("reactivate"));
    }

    [Theory]
    [InlineData("""{"successIds":["1"],"failIds":[2]}""", "1", "2")]
    [InlineData("""{"updateNum":2}""", "1,2", "")]
    [InlineData("""{"updateNum":"0"}""", "", "1,2")]
    [InlineData("null", "", "")]
    public async Task Every_form_of_a_resumption_is_read(string data, string succeeded, string failed)
    {
        _bench.Script("reactivate", Answer.Json($$"""{"code":0,"data":{{data}} }"""));
        var draft = await _bench.Client.DraftResumeAsync(["1", "2"], null, StrategyBench.Cancel);

        var done = await SubmitAsync(_bench.Client.Resume(draft!, null));

        Assert.Equal(succeeded, string.Join(',', done.SuccessIds));
        Assert.Equal(failed, string.Join(',', done.FailIds));
        Assert.Equal("""{"accountId":"acc-7f21","orderIds":["1","2"]}""", _bench.To("reactivate").Single().BodyText);
    }

    [Fact]
    public async Task A_resumption_activates_Trader_Mode_once()
    {
        _bench.Script("reactivate", StrategyBench.Refused(60018));
        var draft = await _bench.Client.DraftResumeAsync(["1"], null, StrategyBench.Cancel);

        Assert.Equal(["1"], (await SubmitAsync(_bench.Client.Resume(draft!, null))).SuccessIds);
        Assert.Equal(2, _bench.To("reactivate").Count);
    }

    [Fact]
    public async Task Waiting_is_one_look_after_three_seconds()
    {
        var receipt = (await _bench.PlaceAsync()).Receipt!;
        var before = _bench.Clock.GetUtcNow();

        var waited = await _bench.PassTime(_bench.Client.WaitAsync(receipt, StrategyBench.Cancel));

        Assert.Equal(TimeSpan.FromSeconds(3), _bench.Clock.GetUtcNow() - before);
        Assert.Single(_bench.To("openOrderDetail"));
        Assert.Equal((true, StrategyOrderStatus.Completed), (waited.Settled, waited.Status));
        Assert.Equal("0xabc", waited.Order!.TxHash);
    }

    [Fact]
    public async Task An_order_that_has_not_ended_is_reported_as_it_is()
    {
        _bench.Script(
            "openOrderDetail",
            Answer.Json("""{"code":0,"data":{"orderId":"17262791359882690","status":3}}""")
        );
        var receipt = (await _bench.PlaceAsync()).Receipt!;

        var waited = await _bench.PassTime(_bench.Client.WaitAsync(receipt, StrategyBench.Cancel));

        Assert.Equal((false, StrategyOrderStatus.Active), (waited.Settled, waited.Status));
        Assert.Null(waited.Order);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private async Task<IReadOnlyList<string>> IdsAsync(StrategyOrderQuery query)
    {
        var ids = new List<string>();
        await foreach (var order in _bench.Client.GetOrdersAsync(query, StrategyBench.Cancel))
        {
            ids.Add(order.OrderId);
        }
        return ids;
    }

    private async Task<T> SubmitAsync<T>(WriteCall<T> call) =>
        (await _bench.Desk.SubmitAsync(call, StrategyBench.Yes, StrategyBench.Cancel))!.Answer;

    private static Answer Page(string cursor, params int[] ids) =>
        Answer.Json(
            $$"""{"code":0,"data":{"cursor":"{{cursor}}","dataList":[{{string.Join(',', ids.Select(id => $$"""{"orderId":"{{id}}","status":3,"createTime":"{{1778135500000 + id}}"}"""))}}]} }"""
        );
}
