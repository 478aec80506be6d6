using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Strategy;

/// <summary>Failures on demand, the other forms of answers, and what else can be done from outside.</summary>
public sealed class CommandTests
{
    /// <summary>strategy.md 12 in its order, and the codes of a session from 2.2.</summary>
    public static TheoryData<string> Codes =>
        [
            "100",
            "10019",
            "10026",
            "10106",
            "60002",
            "60003",
            "60006",
            "60009",
            "60014",
            "60015",
            "60017",
            "60018",
            "60030",
            "100005",
            "100007",
            "100008",
            "100010",
            "100012",
            "50114",
            "10001",
            "10008",
            "53017",
            "130100031",
        ];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_code_of_the_contract_comes_when_it_is_ordered_and_once(string code)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        await wallet.Control("fail", $$"""{"path":"createOrder","code":{{code}}}""");

        var struck = await wallet.Create(wallet.Order());
        var next = await wallet.Create(wallet.Order());

        Assert.Equal((200, code), (struck.Status, struck.Code));
        Assert.NotEqual("", struck.Json.GetProperty("msg").GetString());
        Assert.Equal(JsonValueKind.Null, struck.Data.ValueKind);
        Assert.Equal("0", next.Code);
        Assert.Single(simulator.Web3.Orders);
    }

    [Theory]
    [InlineData("""{"status":402}""", 402, "")]
    [InlineData("""{"status":429}""", 429, "")]
    [InlineData("""{"body":""}""", 200, "")]
    [InlineData("""{"body":"<html></html>"}""", 200, "<html></html>")]
    [InlineData("""{"body":"{\"code\":0,\"data\":null}"}""", 200, """{"code":0,"data":null}""")]
    public async Task A_status_or_a_body_comes_word_for_word(string command, int status, string text)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.Control("fail", command);

        var answer = await wallet.List();

        Assert.Equal((status, text), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task An_order_can_be_placed_although_the_answer_says_otherwise()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        await wallet.Control("fail", """{"path":"createOrder","status":500,"effect":true}""");

        Assert.Equal(500, (await wallet.Create(wallet.Order())).Status);
        Assert.Single(simulator.Web3.Orders);
    }

    [Theory]
    [InlineData("usual", JsonValueKind.Number, JsonValueKind.String)]
    [InlineData("text", JsonValueKind.String, JsonValueKind.String)]
    [InlineData("number", JsonValueKind.Number, JsonValueKind.Number)]
    public async Task The_code_is_a_number_or_text(string form, JsonValueKind strategy, JsonValueKind market)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        await wallet.Control("behaviour", $$"""{"code":"{{form}}"}""");

        var list = await wallet.List();
        var price = await wallet.Public(
            "/api/v6/dex/market/price",
            $$"""[{"chainIndex":"42161","tokenContractAddress":"{{WalletClient.Arb}}"}]"""
        );

        Assert.Equal(
            (strategy, market),
            (list.Json.GetProperty("code").ValueKind, price.Json.GetProperty("code").ValueKind)
        );
    }

    [Fact]
    public async Task Numbers_and_text_can_change_places_and_unknown_fields_appear()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var id = await wallet.Placed(wallet.Order(trigger: ".10"));
        await wallet.Control("behaviour", """{"swapNumbers":true,"unknownFields":true,"isoTimes":true}""");

        var order = await wallet.Detail(id);

        Assert.Equal(id, order.GetProperty("orderId").GetRawText());
        Assert.Equal("2", order.GetProperty("status").GetString());
        Assert.Equal("0.1", order.GetProperty("triggerInfo").GetProperty("triggerPrice").GetRawText());
        Assert.Equal("2026-03-02T10:00:00.000Z", order.GetProperty("orderStatusUpdateTime").GetString());
        Assert.True(order.TryGetProperty("notYetKnown", out _));
    }

    [Fact]
    public async Task Bare_arrays_update_counts_and_empty_polls_can_be_switched_on()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        await wallet.Control(
            "behaviour",
            """{"bareArrays":true,"updateNum":true,"emptyPending":true,"omitSaTeeId":true}"""
        );

        var price = await wallet.Public(
            "/api/v6/dex/market/price",
            $$"""[{"chainIndex":"42161","tokenContractAddress":"{{WalletClient.Arb}}"}]"""
        );
        var resumed = await wallet.Resume("1");
        var pending = await wallet.Poll(Guid.NewGuid().ToString());
        await wallet.SignIn();

        Assert.Equal("0.1523", price.Json[0].GetProperty("price").GetString());
        Assert.Equal(0, resumed.Data.GetProperty("updateNum").GetInt32());
        Assert.Equal(("0", 0), (pending.Code, pending.Data.GetArrayLength()));
        Assert.Null(wallet.TeeId);
    }

    [Fact]
    public async Task Sessions_end_on_command()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();

        await wallet.Control("expire", """{"what":"access"}""");
        var expired = await wallet.List();
        await wallet.Control("revoke", "{}");
        var refreshed = await wallet.Public(
            WalletClient.Agentic + "/auth/refresh",
            $$"""{"refreshToken":"{{wallet.RefreshToken}}"}"""
        );

        Assert.Equal(("10026", "10026"), (expired.Code, refreshed.Code));
    }

    [Fact]
    public async Task The_state_shows_orders_and_sessions_but_no_token()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var id = await wallet.Placed(wallet.Order());

        var state = await wallet.Send(new(HttpMethod.Get, $"{simulator.Address}_simulator/web3/state"));

        Assert.Equal(id, state.Json.GetProperty("orders")[0].GetProperty("orderId").GetString());
        Assert.Equal("acc-7f21", state.Json.GetProperty("sessions")[0].GetProperty("registered").GetString());
        Assert.DoesNotContain(wallet.AccessToken, state.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(wallet.RefreshToken, state.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fail", """{"code":"slow_down"}""", 400)]
    [InlineData("price", """{"token":"arb:NOPE","price":"1"}""", 400)]
    [InlineData("price", """{"token":"arb:ARB","price":"0"}""", 400)]
    [InlineData("price", """{"token":"arb:ARB","price":"1e3"}""", 400)]
    [InlineData("event", """{"code":3016,"then":"explode"}""", 400)]
    [InlineData("event", "{}", 400)]
    [InlineData("approve", "{}", 400)]
    [InlineData("expire", """{"what":"everything"}""", 400)]
    [InlineData("nothing", "{}", 404)]
    public async Task What_it_does_not_understand_it_refuses(string command, string body, int status)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);

        Assert.Equal(status, (await wallet.Control(command, body)).Status);
    }
}
