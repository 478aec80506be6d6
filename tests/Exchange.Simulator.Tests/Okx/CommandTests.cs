using Exchange.Simulator.Okx.Errors;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Okx;

/// <summary>What tests and rehearsals can do to the service from outside.</summary>
public sealed class CommandTests
{
    // code, HTTP: the table of okx-account.md 9.2 in its order
    public static TheoryData<string, int> Codes =>
        new()
        {
            { "50000", 400 },
            { "50001", 503 },
            { "50002", 400 },
            { "50004", 400 },
            { "50006", 400 },
            { "50007", 200 },
            { "50009", 200 },
            { "50011", 429 },
            { "50013", 429 },
            { "50026", 500 },
            { "50035", 403 },
            { "50038", 200 },
            { "50053", 200 },
            { "50051", 200 },
            { "50052", 200 },
            { "50061", 200 },
            { "50100", 400 },
            { "50101", 401 },
            { "50102", 401 },
            { "50103", 401 },
            { "50104", 401 },
            { "50106", 401 },
            { "50107", 401 },
            { "50105", 401 },
            { "50108", 401 },
            { "50109", 401 },
            { "50110", 401 },
            { "50111", 401 },
            { "50112", 401 },
            { "50113", 401 },
            { "50114", 401 },
            { "50115", 405 },
            { "50119", 401 },
            { "50120", 200 },
            { "50121", 200 },
            { "51008", 200 },
            { "51119", 200 },
            { "51127", 200 },
            { "51009", 200 },
            { "51021", 200 },
            { "51022", 200 },
            { "51027", 200 },
            { "51155", 200 },
            { "51734", 200 },
        };

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_code_of_the_contract_comes_when_it_is_ordered_and_once(string code, int status)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        await client.Control("fail", $$"""{"path":"/api/v5/account/config","code":"{{code}}"}""");

        var other = await client.Ask("/api/v5/account/balance");
        var struck = await client.Ask("/api/v5/account/config");
        var next = await client.Ask("/api/v5/account/config");

        Assert.Equal("0", other.Code);
        Assert.Equal((status, code), (struck.Status, struck.Code));
        Assert.Equal(OkxCode.Of(code).Message, struck.Json.GetProperty("msg").GetString());
        Assert.Equal("0", next.Code);
    }

    [Fact]
    public async Task An_order_can_take_effect_although_its_answer_is_a_failure()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        await client.Control("fail", """{"path":"/trade/order","method":"POST","code":"50004","effect":true}""");

        var answer = await client.Post(
            "/api/v5/trade/order",
            """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"100","sz":"0.001"}"""
        );

        Assert.Equal("50004", answer.Code);
        Assert.Single((await client.Ask("/api/v5/trade/orders-pending")).Data.EnumerateArray());
    }

    [Fact]
    public async Task A_status_without_a_code_a_page_and_a_word_of_OAuth_can_be_ordered()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        await client.Control("fail", """{"path":"/account/config","status":401}""");
        await client.Control("fail", """{"path":"/account/balance","status":502,"body":"<html>Bad Gateway</html>"}""");
        await client.Control("fail", """{"path":"/auth/token","code":"slow_down","count":2}""");

        var bare = await client.Ask("/api/v5/account/config");
        var page = await client.Ask("/api/v5/account/balance");

        Assert.Equal((401, ""), (bare.Status, bare.Text));
        Assert.Equal((502, "<html>Bad Gateway</html>"), (page.Status, page.Text));
        Assert.Equal("slow_down", (await client.Poll("any", "any")).Error);
        Assert.Equal("slow_down", (await client.Poll("any", "any")).Error);
        Assert.Equal("invalid_client", (await client.Poll("any", "any")).Error);
    }

    [Fact]
    public async Task A_sign_in_is_approved_denied_and_limited_without_a_browser()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var device = await client.StartDevice(id);

        var approved = await client.Control(
            "approve",
            $$"""{"userCode":"{{device.GetProperty("user_code")}}","scope":"demo:trade"}"""
        );
        var token = await client.Poll(id, device.GetProperty("device_code").GetString()!);
        var second = await client.StartDevice(id);
        await client.Control("deny", "{}");

        Assert.Equal(200, approved.Status);
        Assert.Equal("demo:trade", token.Json.GetProperty("scope").GetString());
        Assert.Equal("access_denied", (await client.Poll(id, second.GetProperty("device_code").GetString()!)).Error);
        Assert.Equal(400, (await client.Control("approve", """{"userCode":"NOPE-NOPE"}""")).Status);
        Assert.Equal(400, (await client.Control("approve", "{}")).Status);
    }

    [Theory]
    [InlineData("access", "50114", 200)]
    [InlineData("refresh", "0", 400)]
    public async Task Tokens_expire_on_command(string what, string bearerCode, int refreshStatus)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var token = await client.SignIn(id);

        await client.Control("expire", $$"""{"what":"{{what}}"}""");

        var balance = await client.Bearer(token.GetProperty("access_token").GetString()!, "/api/v5/account/balance");
        Assert.Equal(bearerCode, balance.Code);
        Assert.Equal(refreshStatus, (await client.Refresh(id, token.GetProperty("refresh_token").GetString()!)).Status);
    }

    [Fact]
    public async Task Device_codes_sessions_and_registrations_end_on_command()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var token = await client.SignIn(id);
        var device = await client.StartDevice(id);

        await client.Control("expire", """{"what":"device"}""");
        await client.Control("revoke", "{}");

        Assert.Equal("expired_token", (await client.Poll(id, device.GetProperty("device_code").GetString()!)).Error);
        Assert.Equal(
            "invalid_grant",
            (await client.Refresh(id, token.GetProperty("refresh_token").GetString()!)).Error
        );
        await client.Control("forget-clients", "{}");
        Assert.Equal(
            "invalid_client",
            (await client.Refresh(id, token.GetProperty("refresh_token").GetString()!)).Error
        );
    }

    [Fact]
    public async Task The_state_shows_sign_ins_and_sessions_but_no_token()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        await client.SignIn(await client.Register());

        var state = await client.Send(new(HttpMethod.Get, $"{simulator.Address}_simulator/okx/state"));

        Assert.Equal("redeemed", state.Json.GetProperty("signIns")[0].GetProperty("state").GetString());
        Assert.Equal("Tests", state.Json.GetProperty("sessions")[0].GetProperty("application").GetString());
        Assert.DoesNotMatch("simulator-(access|refresh|device)", state.Text);
    }

    [Theory]
    [InlineData("expire", """{"what":"everything"}""", 400)]
    [InlineData("fail", "{}", 400)]
    [InlineData("fail", """{"code":"1","count":0}""", 400)]
    [InlineData("price", """{"instId":"NOPE-USDT","price":"1"}""", 400)]
    [InlineData("price", """{"instId":"BTC-USDT","price":"-1"}""", 400)]
    [InlineData("nothing", "{}", 404)]
    public async Task What_it_does_not_understand_it_refuses(string command, string body, int status)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        Assert.Equal(status, (await client.Control(command, body)).Status);
    }
}
