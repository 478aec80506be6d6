using System.Text;
using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;
using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Rehearsal;

/// <summary>What Set-ExchangeSimulator does to OKX and to the wallet: prices, approvals, failures.</summary>
public sealed class SimulatedServicesTests : IDisposable
{
    private readonly CmdletHarness _session = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public SimulatedServicesTests() => _http.DefaultRequestHeaders.Add("User-Agent", "exchange-tests/1");

    [Fact]
    public async Task The_services_are_listed()
    {
        var info = (await _session.RunAsync("Get-ExchangeSimulator")).DoneWithOne<SimulatorInfo>();

        Assert.Equal(["bitopro", "okx", "web3", "codex"], info.Services);
    }

    [Theory]
    [InlineData("42161:0x912ce59144191c1204e64559fe8253a0e49e6548")]
    [InlineData("arb:arb")]
    public async Task A_token_is_moved(string token)
    {
        (await _session.RunAsync($"Set-ExchangeSimulator -TokenPrice {token}=0.09,sol:SOL=99.5")).Done();

        Assert.Equal(
            (0.09m, 99.5m),
            (_session.Simulator.Web3.PriceOf("arb:ARB"), _session.Simulator.Web3.PriceOf("501:SOL"))
        );
    }

    [Theory]
    [InlineData("-Approve", "approved")]
    [InlineData("-Deny", "denied")]
    public async Task A_device_code_is_approved_or_denied(string parameter, string state)
    {
        var code = await StartDevice();

        (await _session.RunAsync($"Set-ExchangeSimulator {parameter} {code}")).Done();

        Assert.Equal((code, state), Assert.Single(_session.Simulator.Okx.SignIns));
    }

    [Fact]
    public async Task A_wallet_sign_in_is_approved_by_its_address()
    {
        var id = Guid.NewGuid();
        var address =
            $"{_session.Simulator.Web3Address}/account/sociallogin?authSessionId={id}&tempPubKey=B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9%2FAsrhtHHw%3D&clientType=agent-cli";

        (await _session.RunAsync($"Set-ExchangeSimulator -Approve '{address}'")).Done();

        using var answer = await Post(
            "web3/priapi/v5/wallet/agentic/auth/session/result",
            $$"""{"authSessionId":"{{id}}"}"""
        );
        Assert.Equal(0, answer.RootElement.GetProperty("code").GetInt32());
        Assert.NotEmpty(answer.RootElement.GetProperty("data")[0].GetProperty("accessToken").GetString()!);
    }

    [Fact]
    public async Task A_call_fails_with_a_code_so_many_times()
    {
        (
            await _session.RunAsync(
                "Set-ExchangeSimulator -Failure okx/public/time=50011,web3/market/price=53017 -Count 2"
            )
        ).Done();

        Assert.Equal(["50011", "50011", "0"], await Codes("okx/api/v5/public/time", 3));
        using var price = await Post("web3/api/v6/dex/market/price", "[]");
        Assert.Equal("53017", price.RootElement.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("-TokenPrice arb:ARB", "Exchange.InvalidPrice")]
    [InlineData("-TokenPrice arb:ARB=-1", "Exchange.InvalidPrice")]
    [InlineData("-Failure createOrder=60009", "Exchange.InvalidFailure")]
    [InlineData("-Failure web3/createOrder", "Exchange.InvalidFailure")]
    [InlineData("-Failure web3/createOrder=", "Exchange.InvalidFailure")]
    [InlineData("-TokenPrice arb:NOPE=1", "Simulator.Refused")]
    [InlineData("-Failure web3/createOrder=slow_down", "Simulator.Refused")]
    [InlineData("-Approve NOPE-NOPE", "Simulator.Refused")]
    [InlineData("-Failure nobody/x=1", "Simulator.NotASimulator")]
    public async Task A_change_that_makes_no_sense_changes_nothing(string change, string id)
    {
        (await _session.RunAsync($"Set-ExchangeSimulator -Advance 00:01:00 {change}")).Failed(id);

        Assert.Equal(_session.Clock.GetUtcNow(), _session.Simulator.Clock.GetUtcNow());
    }

    public void Dispose()
    {
        _http.Dispose();
        _session.Dispose();
    }

    private async Task<string> StartDevice()
    {
        using var client = await Post("okx/api/v5/mcp/auth/register", """{"client_name":"Tests"}""");
        using var device = await Post(
            "okx/api/v5/mcp/auth/device/authorize",
            $$"""{"client_id":"{{client.RootElement.GetProperty("client_id")}}","resource":"http://127.0.0.1/api/v1/mcp"}"""
        );
        return device.RootElement.GetProperty("user_code").GetString()!;
    }

    private async Task<List<string>> Codes(string path, int times)
    {
        var codes = new List<string>();
        for (var i = 0; i < times; i++)
        {
            using var response = await _http.GetAsync(
                new Uri(_session.Simulator.Address, path),
                TestContext.Current.CancellationToken
            );
            using var answer = await Read(response);
            codes.Add(answer.RootElement.GetProperty("code").GetString()!);
        }
        return codes;
    }

    private async Task<JsonDocument> Post(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(
            new Uri(_session.Simulator.Address, path),
            content,
            TestContext.Current.CancellationToken
        );
        return await Read(response);
    }

    private static async Task<JsonDocument> Read(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
