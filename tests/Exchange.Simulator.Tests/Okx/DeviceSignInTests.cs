using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Okx;

/// <summary>Device codes, tokens, refresh and their errors (okx-account.md 5.1, 5.6, 5.7; RFC 8628).</summary>
public sealed class DeviceSignInTests
{
    private const string Balance = "/api/v5/account/balance";

    [Fact]
    public async Task Metadata_names_the_endpoints_and_does_not_advertise_the_device_grant()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        var metadata = (await client.Look("/.well-known/oauth-authorization-server")).Json;

        Assert.Equal(simulator.OkxAddress, metadata.GetProperty("issuer").GetString());
        Assert.Equal(
            simulator.OkxAddress + "/api/v5/mcp/auth/token",
            metadata.GetProperty("token_endpoint").GetString()
        );
        Assert.Equal(
            "authorization_code",
            Assert.Single(metadata.GetProperty("grant_types_supported").EnumerateArray()).GetString()
        );
    }

    [Fact]
    public async Task A_device_code_that_is_approved_becomes_a_session()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();

        var device = await client.StartDevice(id);
        var (code, userCode) = (
            device.GetProperty("device_code").GetString()!,
            device.GetProperty("user_code").GetString()!
        );
        var pending = await client.Poll(id, code);
        simulator.Okx.Decide(userCode.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), isApproved: true);
        simulator.Clock.Advance(TimeSpan.FromSeconds(5));
        var token = await client.Poll(id, code);
        var used = await client.Poll(id, code);

        Assert.Matches("^[B-Z]{4}-[B-Z]{4}$", userCode);
        Assert.Equal(
            $"{simulator.OkxAddress}/activate?user_code={userCode}",
            device.GetProperty("verification_uri_complete").GetString()
        );
        Assert.Equal(
            (600, 5),
            (device.GetProperty("expires_in").GetInt32(), device.GetProperty("interval").GetInt32())
        );
        Assert.Equal((400, "authorization_pending"), (pending.Status, pending.Error));
        Assert.Equal(
            ("Bearer", 3600),
            (token.Json.GetProperty("token_type").GetString(), token.Json.GetProperty("expires_in").GetInt32())
        );
        Assert.Equal("live:read live:trade demo:read", token.Json.GetProperty("scope").GetString());
        Assert.Equal("invalid_grant", used.Error);
        Assert.Equal("0", (await client.Bearer(token.Json.GetProperty("access_token").GetString()!, Balance)).Code);
        Assert.Equal((userCode, "redeemed"), Assert.Single(simulator.Okx.SignIns));
    }

    [Fact]
    public async Task Polling_too_fast_slows_down_for_good()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var code = (await client.StartDevice(id)).GetProperty("device_code").GetString()!;
        var said = new List<string>();

        foreach (var wait in new[] { 5, 4, 9, 10, 15 })
        {
            simulator.Clock.Advance(TimeSpan.FromSeconds(wait));
            said.Add((await client.Poll(id, code)).Error);
        }

        Assert.Equal(["authorization_pending", "slow_down", "slow_down", "slow_down", "slow_down"], said);
        simulator.Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.Equal("authorization_pending", (await client.Poll(id, code)).Error);
    }

    [Fact]
    public async Task Denied_expired_unknown_and_foreign_codes_are_told_apart()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var denied = await client.StartDevice(id);
        var expired = await client.StartDevice(id);
        simulator.Okx.Decide(denied.GetProperty("user_code").GetString(), isApproved: false);

        Assert.Equal("access_denied", (await client.Poll(id, denied.GetProperty("device_code").GetString()!)).Error);
        simulator.Clock.Advance(TimeSpan.FromSeconds(600));
        Assert.Equal("expired_token", (await client.Poll(id, expired.GetProperty("device_code").GetString()!)).Error);
        Assert.Equal("invalid_grant", (await client.Poll(id, "nonsense")).Error);
        var foreign = await client.Poll("nobody", expired.GetProperty("device_code").GetString()!);
        Assert.Equal((401, "invalid_client"), (foreign.Status, foreign.Error));
    }

    [Fact]
    public async Task A_refresh_rotates_both_tokens_and_the_old_refresh_token_is_dead()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var first = await client.SignIn(id);

        var second = (await client.Refresh(id, first.GetProperty("refresh_token").GetString()!)).Json;
        var again = await client.Refresh(id, first.GetProperty("refresh_token").GetString()!);

        Assert.NotEqual(first.GetProperty("access_token").GetString(), second.GetProperty("access_token").GetString());
        Assert.NotEqual(
            first.GetProperty("refresh_token").GetString(),
            second.GetProperty("refresh_token").GetString()
        );
        Assert.Equal((400, "invalid_grant"), (again.Status, again.Error));
        Assert.Equal("0", (await client.Bearer(second.GetProperty("access_token").GetString()!, Balance)).Code);
    }

    [Fact]
    public async Task An_access_token_lives_an_hour_and_a_refresh_token_thirty_days_from_its_last_use()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var token = await client.SignIn(id);

        simulator.Clock.Advance(TimeSpan.FromSeconds(3600));
        var expired = await client.Bearer(token.GetProperty("access_token").GetString()!, Balance);
        simulator.Clock.Advance(TimeSpan.FromDays(29));
        var refreshed = (await client.Refresh(id, token.GetProperty("refresh_token").GetString()!)).Json;
        simulator.Clock.Advance(TimeSpan.FromDays(30));
        var late = await client.Refresh(id, refreshed.GetProperty("refresh_token").GetString()!);

        Assert.Equal((401, "50114"), (expired.Status, expired.Code));
        Assert.Equal("invalid_grant", late.Error);
    }

    [Theory]
    [InlineData("live:read", false, "0")]
    [InlineData("live:read", true, "50120")]
    [InlineData("demo:read", true, "0")]
    [InlineData("demo:read", false, "50120")]
    public async Task A_token_reaches_the_environment_of_its_scopes(string scope, bool isDemo, string code)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var token = await client.SignIn(await client.Register(), scope);

        Assert.Equal(code, (await client.Bearer(token.GetProperty("access_token").GetString()!, Balance, isDemo)).Code);
    }

    [Fact]
    public async Task A_bearer_token_goes_alone()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var token = await client.SignIn(await client.Register());
        var request = client.Signed(HttpMethod.Get, Balance);
        request.Headers.Add("Authorization", "Bearer " + token.GetProperty("access_token").GetString());

        Assert.Equal("50114", (await client.Send(request)).Code);
    }

    [Theory]
    [InlineData("resource", "https://evil.example/api/v1/mcp", "invalid_grant")]
    [InlineData("resource", "", "invalid_grant")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", "", "invalid_request")]
    public async Task A_token_request_with_a_wrong_parameter_is_refused(string name, string value, string error)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = OkxClient.DeviceGrantType,
            ["device_code"] = (await client.StartDevice(id)).GetProperty("device_code").GetString()!,
            ["client_id"] = id,
            ["resource"] = client.Resource,
            [name] = value,
        };

        var answer = await client.Form("/api/v5/mcp/auth/token", [.. fields.Select(field => (field.Key, field.Value))]);

        Assert.Equal((400, error), (answer.Status, answer.Error));
        Assert.Equal(name == "resource", answer.Text.Contains("resource", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"redirect_uris":[]}""", "invalid_client_metadata")]
    [InlineData("""{"client_name":"x","redirect_uris":["http://elsewhere.example/cb"]}""", "invalid_redirect_uri")]
    [InlineData("""{"client_name":"x","scope":"everything"}""", "invalid_scope")]
    [InlineData(
        """{"client_name":"x","token_endpoint_auth_method":"client_secret_basic"}""",
        "invalid_client_metadata"
    )]
    [InlineData("nonsense", "invalid_client_metadata")]
    public async Task A_registration_that_makes_no_sense_is_refused(string body, string error)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        var answer = await client.Send(client.Request(HttpMethod.Post, "/api/v5/mcp/auth/register", body));

        Assert.Equal((400, error), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_restarted_simulator_does_not_believe_the_tokens_of_the_one_before()
    {
        string token;
        await using (var first = Venue.Open())
        {
            using var client = new OkxClient(first);
            token = (await client.SignIn(await client.Register())).GetProperty("access_token").GetString()!;
        }
        await using var second = ExchangeSimulator.Start(Venue.Options with { Start = Venue.Start.AddMinutes(1) });
        using var other = new OkxClient(second);
        await other.SignIn(await other.Register());

        Assert.Equal("50114", (await other.Bearer(token, Balance)).Code);
    }
}
