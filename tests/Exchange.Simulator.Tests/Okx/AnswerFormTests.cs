using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Okx;

/// <summary>The other forms in which sign-in answers have been seen (okx-account.md 5.1, 11), switched on from outside.</summary>
public sealed class AnswerFormTests
{
    [Fact]
    public async Task Answers_come_in_the_envelope_with_camel_case_keys_and_numbers_as_text()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        await client.Control(
            "behaviour",
            """{"envelope":true,"camelCase":true,"numbersAsText":true,"scope":"array"}"""
        );

        var registered = await client.Send(
            client.Request(HttpMethod.Post, "/api/v5/mcp/auth/register", """{"client_name":"Tests"}""")
        );
        var id = registered.Data[0].GetProperty("clientId").GetString()!;
        var device = (await client.StartDevice(id)).GetProperty("data")[0];
        simulator.Okx.Decide(userCode: null, isApproved: true);
        var token = (await client.Poll(id, device.GetProperty("deviceCode").GetString()!)).Data[0];

        Assert.Equal("600", device.GetProperty("expiresIn").GetString());
        Assert.Equal("3600", token.GetProperty("expiresIn").GetString());
        Assert.Equal(JsonValueKind.Array, token.GetProperty("scope").ValueKind);
    }

    [Fact]
    public async Task Without_rotation_a_refresh_brings_no_refresh_token_and_the_old_one_stays()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var refresh = (await client.SignIn(id)).GetProperty("refresh_token").GetString()!;
        await client.Control("behaviour", """{"rotate":false,"scope":"none"}""");

        var first = (await client.Refresh(id, refresh)).Json;
        var second = await client.Refresh(id, refresh);

        Assert.False(first.TryGetProperty("refresh_token", out _));
        Assert.False(first.TryGetProperty("scope", out _));
        Assert.Equal(200, second.Status);
    }

    [Fact]
    public async Task Where_only_JSON_is_taken_a_form_is_answered_415_and_JSON_works()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        await client.Control("behaviour", """{"jsonOnly":true}""");

        var form = await client.Form(
            "/api/v5/mcp/auth/device/authorize",
            ("client_id", id),
            ("resource", client.Resource)
        );
        var json = await client.Send(
            client.Request(
                HttpMethod.Post,
                "/api/v5/mcp/auth/device/authorize",
                $$"""{"client_id":"{{id}}","scope":"live:read","resource":"{{client.Resource}}"}"""
            )
        );

        Assert.Equal(415, form.Status);
        Assert.Equal(200, json.Status);
    }

    [Fact]
    public async Task Where_the_device_grant_is_not_offered_its_endpoint_is_404_and_its_grant_unsupported()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        await client.Control("behaviour", """{"deviceGrant":false}""");

        var device = await client.Form("/api/v5/mcp/auth/device/authorize", ("client_id", id));

        Assert.Equal(404, device.Status);
        Assert.Equal("unsupported_grant_type", (await client.Poll(id, "any")).Error);
    }
}
