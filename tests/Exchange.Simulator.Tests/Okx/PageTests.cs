using System.Text.RegularExpressions;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Okx;

/// <summary>The pages that a person sees: they work without a script and load nothing.</summary>
public sealed partial class PageTests
{
    [Theory]
    [InlineData("approve", "approved", "Approved")]
    [InlineData("deny", "denied", "Denied")]
    public async Task A_typed_code_is_approved_or_denied(string decision, string state, string heading)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var code = (await client.StartDevice(await client.Register())).GetProperty("user_code").GetString()!;

        var form = await client.Look("/activate");
        var decided = await client.Form("/activate", ("user_code", code.ToLowerInvariant()), ("decision", decision));
        var twice = await client.Form("/activate", ("user_code", code), ("decision", "approve"));

        Assert.Contains("name=\"user_code\"", form.Text, StringComparison.Ordinal);
        Assert.Contains($"<h1>{heading}</h1>", decided.Text, StringComparison.Ordinal);
        Assert.Equal((code, state), Assert.Single(simulator.Okx.SignIns));
        Assert.Equal(409, twice.Status);
    }

    [Fact]
    public async Task The_complete_address_shows_who_asks_for_what()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var device = await client.StartDevice(await client.Register(), "live:read");

        var page = await client.Look("/activate?user_code=" + device.GetProperty("user_code").GetString());

        Assert.Contains("<dd>Tests</dd>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<dd>live:read</dd>", page.Text, StringComparison.Ordinal);
        Assert.Contains("rehearsal@example.com", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_or_expired_code_is_said_to_be_so_and_never_becomes_markup()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var code = (await client.StartDevice(await client.Register())).GetProperty("user_code").GetString()!;
        simulator.Clock.Advance(TimeSpan.FromMinutes(10));

        var unknown = await client.Form("/activate", ("user_code", "<script>x</script>\""), ("decision", "approve"));
        var expired = await client.Form("/activate", ("user_code", code), ("decision", "approve"));

        Assert.Equal(404, unknown.Status);
        Assert.DoesNotContain("<script", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("expired", expired.Text, StringComparison.Ordinal);
        Assert.Equal("expired", Assert.Single(simulator.Okx.SignIns).State);
    }

    [Fact]
    public async Task A_form_from_another_site_decides_nothing()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var code = (await client.StartDevice(await client.Register())).GetProperty("user_code").GetString()!;
        var request = client.Request(HttpMethod.Post, "/activate");
        request.Headers.Add("Origin", "https://evil.example");
        request.Content = new FormUrlEncodedContent([new("user_code", code), new("decision", "approve")]);

        Assert.Equal(409, (await client.Send(request)).Status);
        Assert.Equal("pending", Assert.Single(simulator.Okx.SignIns).State);
    }

    [Fact]
    public async Task Access_is_taken_back_on_the_page_of_connected_apps()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var id = await client.Register();
        var token = await client.SignIn(id);

        var page = await client.Look("/connected-apps");
        var session = SessionField().Match(page.Text).Groups["id"].Value;
        var revoked = await client.Form("/connected-apps", ("session", session));
        var after = await client.Look("/connected-apps");

        Assert.Equal(302, revoked.Status);
        Assert.Contains("No application has access", after.Text, StringComparison.Ordinal);
        Assert.Equal(
            "50114",
            (await client.Bearer(token.GetProperty("access_token").GetString()!, "/api/v5/account/balance")).Code
        );
        Assert.Equal(
            "invalid_grant",
            (await client.Refresh(id, token.GetProperty("refresh_token").GetString()!)).Error
        );
    }

    [Theory]
    [InlineData("/activate")]
    [InlineData("/activate?user_code=NOPE")]
    [InlineData("/connected-apps")]
    public async Task A_page_loads_nothing_and_runs_nothing(string path)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        var page = await client.Look(path);

        Assert.DoesNotMatch("(?i)<script|<link|<img|url\\(|@import|src=|https?://", page.Text);
        Assert.Contains(
            "default-src 'none'",
            page.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("simulator-access", page.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"session\" value=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SessionField();
}
