using System.Text.Json;
using Exchange.Desk;
using Exchange.Okx;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>Requests that move something: draft, journal, one send, and what became of them.</summary>
public sealed class WriteTests
{
    private const string OrderPath = "/api/v5/trade/order";
    private const string Order =
        """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"60000.5","sz":"0.001"}""";

    private static Answer Taken(string clientOrderId = "c1") =>
        Answer.Json($$"""{"code":"0","data":[{"ordId":"77","clOrdId":"{{clientOrderId}}","sCode":"0","sMsg":""}]}""");

    [Fact]
    public async Task An_order_without_an_id_of_the_caller_gets_one_that_can_be_asked_for()
    {
        await using var bench = new OkxBench(Taken());

        var receipt = await bench.PostAsync(OrderPath, Order);

        var sent = JsonDocument.Parse(Assert.Single(bench.Server.Requests).Body).RootElement;
        var own = sent.GetProperty("clOrdId").GetString()!;
        Assert.Matches("^[A-Za-z0-9]{1,32}$", own);
        Assert.Equal("clOrdId", sent.EnumerateObject().Last().Name);
        var attempt = await bench.OnlyAttemptAsync();
        Assert.Equal((AttemptState.Accepted, "77", own), (attempt.State, attempt.Reference, attempt.Facts["clOrdId"]));
        Assert.Equal("77", Assert.Single(receipt!.Answer.Outcomes).Receipt!.OrderId);
    }

    [Fact]
    public async Task The_caller_s_own_id_stays()
    {
        await using var bench = new OkxBench(Taken("mine7"));

        await bench.PostAsync(OrderPath, """{"clOrdId":"mine7","instId":"BTC-USDT"}""");

        Assert.Equal("""{"clOrdId":"mine7","instId":"BTC-USDT"}""", Assert.Single(bench.Server.Requests).BodyText);
    }

    [Fact]
    public async Task The_intent_is_on_the_disk_before_the_first_byte_is_sent()
    {
        OkxBench? bench = null;
        IReadOnlyList<Attempt> before = [];
        await using var running = bench = new OkxBench(_ =>
        {
            before = bench!.AttemptsAsync().GetAwaiter().GetResult();
            return Taken();
        });

        await bench.PostAsync(OrderPath, Order);

        Assert.Equal(AttemptState.Unknown, Assert.Single(before).State);
    }

    [Fact]
    public async Task A_refused_item_is_an_error_of_its_own_and_the_attempt_is_rejected()
    {
        await using var bench = new OkxBench(
            Answer.Json(
                """{"code":"1","msg":"All operations failed","data":[{"ordId":"","clOrdId":"c1","sCode":"51008","sMsg":"Insufficient balance"}]}"""
            )
        );

        var receipt = await bench.PostAsync(OrderPath, Order);

        var error = Assert.Single(receipt!.Answer.Outcomes).Error!;
        Assert.Equal(("Okx.OkxApiError.51008", "51008"), (error.ErrorId, error.ServiceCode));
        Assert.Contains("funding", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Each_order_of_a_batch_has_an_attempt_and_an_outcome_of_its_own(string code)
    {
        await using var bench = new OkxBench(
            Answer.Json(
                $$"""{"code":"{{code}}","msg":"","data":[{"ordId":"1","sCode":"0"},{"ordId":"","sCode":"51008","sMsg":"no"},{"ordId":"","sCode":"50004","sMsg":"timeout"}]}"""
            )
        );

        var receipt = await bench.PostAsync("/api/v5/trade/batch-orders", $"[{Order},{Order},{Order}]");

        Assert.Equal(3, receipt!.AttemptIds.Count);
        Assert.Equal(
            [AttemptState.Accepted, AttemptState.Rejected, AttemptState.Unknown],
            (await bench.AttemptsAsync()).Select(attempt => attempt.State)
        );
        var sent = JsonDocument.Parse(Assert.Single(bench.Server.Requests).Body).RootElement;
        Assert.Equal(
            3,
            sent.EnumerateArray().Select(order => order.GetProperty("clOrdId").GetString()).Distinct().Count()
        );
    }

    [Fact]
    public async Task An_answer_that_names_fewer_orders_than_were_sent_leaves_the_rest_unknown()
    {
        await using var bench = new OkxBench(Answer.Json("""{"code":"0","data":[{"ordId":"1","sCode":"0"}]}"""));

        var receipt = await bench.PostAsync("/api/v5/trade/batch-orders", $"[{Order},{Order}]");

        Assert.Equal("Okx.OutcomeUnknown", receipt!.Answer.Outcomes[1].Error!.ErrorId);
        Assert.Equal(
            [AttemptState.Accepted, AttemptState.Unknown],
            (await bench.AttemptsAsync()).Select(attempt => attempt.State)
        );
    }

    public static TheoryData<string> Doubtful =>
        ["close", "reset", "truncated", "html", "500", "50004", "50026", "redirect"];

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task What_is_not_answered_is_unknown_and_never_sent_again(string fault)
    {
        await using var bench = new OkxBench(
            fault switch
            {
                "close" => Answer.Close,
                "reset" => Answer.Reset,
                "truncated" => Answer.Truncated("""{"code":"0","data":[{"ordId":"1","sCode":"0"}]}"""),
                "html" => Answer.Html(),
                "500" => Answer.Json("{}", 500),
                "50004" => Answer.Json("""{"code":"50004","msg":"Endpoint request timeout"}""", 400),
                "50026" => Answer.Json("""{"code":"50026","msg":"System error"}""", 500),
                _ => Answer.Empty(302, "Location: /elsewhere"),
            }
        );

        var error = await Caught.ErrorAsync("Okx.OutcomeUnknown", async () => await bench.PostAsync(OrderPath, Order));

        Assert.True(error.OutcomeUnknown);
        Assert.Contains("Resolve-ExchangeAttempt", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Count);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData("50011", 429)]
    [InlineData("50111", 401)]
    [InlineData("51000", 200)]
    public async Task A_refusal_is_a_refusal(string code, int status)
    {
        await using var bench = new OkxBench(Answer.Json($$"""{"code":"{{code}}","msg":"no"}""", status));

        await Assert.ThrowsAsync<ExchangeException>(async () => await bench.PostAsync(OrderPath, Order));

        Assert.Equal(1, bench.Server.Count);
        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task The_journal_keeps_names_and_amounts_and_never_a_body()
    {
        await using var bench = new OkxBench(Answer.Json("""{"code":"0","data":[{}]}"""));

        await bench.PostAsync("/api/v5/users/subaccount/apikey", """{"subAcct":"a","passphrase":"Sub-Passphrase-1"}""");

        var attempt = await bench.OnlyAttemptAsync();
        Assert.Equal(("Request", "***8c9d"), (attempt.Operation, attempt.Account));
        Assert.DoesNotContain("Sub-Passphrase-1", attempt.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("passphrase", attempt.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_shows_all_that_is_sent_and_no_secret()
    {
        await using var bench = new OkxBench(Taken());
        bench.Connection = bench.Connection with { IsDemo = true };
        using var body = JsonDocument.Parse(
            """{"subAcct":"a","passphrase":"Sub-Passphrase-1","nested":{"apiSecret":"x1y2","perm":["read","trade"]}}"""
        );

        var draft = bench.Client.DraftWrite(
            "/api/v5/users/subaccount/apikey",
            [new KeyValuePair<string, string>("a", "b")],
            body.RootElement
        );

        var text = DraftText.Of(draft);
        Assert.Contains("POST /api/v5/users/subaccount/apikey?a=b", text, StringComparison.Ordinal);
        Assert.Contains("passphrase: ***", text, StringComparison.Ordinal);
        Assert.Contains("nested: apiSecret=***, perm=[read; trade]", text, StringComparison.Ordinal);
        Assert.Contains("simulated", text, StringComparison.Ordinal);
        Assert.Contains("***8c9d @ eea", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sub-Passphrase-1", text + draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public async Task A_body_that_cannot_be_one_is_refused(string body)
    {
        await using var bench = new OkxBench(Taken());

        await Caught.ErrorAsync("Okx.ValidationError", async () => await bench.PostAsync(OrderPath, body));

        Assert.Equal(0, bench.Server.Count);
        Assert.Empty(await bench.AttemptsAsync());
    }

    [Fact]
    public async Task One_attempt_id_cannot_name_two_orders()
    {
        await using var bench = new OkxBench(Taken());

        await Caught.ErrorAsync(
            "Exchange.InvalidAttemptId",
            async () => await bench.PostAsync("/api/v5/trade/batch-orders", $"[{Order},{Order}]", "mine")
        );

        Assert.Equal(0, bench.Server.Count);
    }

    [Fact]
    public async Task Two_ids_of_one_logical_write_are_two_and_one_id_is_sent_once()
    {
        await using var bench = new OkxBench(Taken());
        await bench.PostAsync(OrderPath, Order, "step-1");

        await Assert.ThrowsAsync<ExchangeException>(async () => await bench.PostAsync(OrderPath, Order, "step-1"));

        Assert.Equal(1, bench.Server.Count);
    }
}
