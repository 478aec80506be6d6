using Exchange.Cmdlets.Tests.Support;
using Exchange.Okx;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>Test-OkxAccount on readings of its own (okx-account.md section 3).</summary>
public sealed class PreflightTests : IDisposable
{
    private readonly ConfigBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Nothing_configured_shows_the_menu()
    {
        var result = (await _bench.RunAsync("Test-OkxAccount")).DoneWithOne<OkxPreflightResult>();

        Assert.Equal(
            (OkxPreflightAction.AskSite, "0.1", null, OkxTemplates.Menu),
            (result.Action, result.Step, result.Site, result.Message)
        );
        Assert.Empty(_bench.Session.Requests);
    }

    [Fact]
    public async Task The_persons_choice_is_used_and_never_replaced()
    {
        Assert.Equal(
            """{"step":"0.3","action":"Login","site":"eea","profile":null,"message":""}""",
            (await Emitted("Test-OkxAccount 2 -AsJson"))
        );
        foreach (var reply in (string[])["''", "4", "tr", "ok"])
        {
            Assert.Contains(
                "\"action\":\"AskSite\",\"site\":null",
                await Emitted($"Test-OkxAccount {reply} -AsJson"),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_key_ends_the_walk()
    {
        _bench.Write(ConfigBench.Example);

        Assert.Equal(
            """{"step":"0.2","action":"ApiKeyConfigured","site":"eea","profile":"okx-demo","message":"已配置 API key (profile: okx-demo)"}""",
            await Emitted("Test-OkxAccount -AsJson")
        );
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_error_and_no_sign_in()
    {
        _bench.Write("profiles = 1\n");

        var result = (await _bench.RunAsync("Test-OkxAccount")).DoneWithOne<OkxPreflightResult>();

        Assert.Equal(OkxPreflightAction.Error, result.Action);
        Assert.Contains("must be a table", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_code_is_waited_for_and_an_approved_one_is_a_session()
    {
        var code = (await _bench.RunAsync("Connect-OkxAccount us -Manual")).DoneWithOne<OkxDeviceCode>();

        Assert.Equal(
            """{"step":"0.3","action":"PendingWait","site":"us","profile":null,"message":"授权尚未完成,完成后请告诉我。"}""",
            await Emitted("Test-OkxAccount -Language zh -AsJson")
        );
        _bench.Session.Simulator.Okx.Decide(code.UserCode, isApproved: true);
        _bench.Session.Clock.Advance(TimeSpan.FromSeconds(60));
        var result = (await _bench.RunAsync("Test-OkxAccount -Language en")).DoneWithOne<OkxPreflightResult>();

        Assert.Equal((OkxPreflightAction.LoggedIn, "us"), (result.Action, result.Site));
        Assert.StartsWith("Login successful.\nSite: us\nScopes: market:read", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_cannot_be_read_is_no_session_and_warned_of()
    {
        _bench.Session.Environment["OKX_OAUTH_BASE_URL"] = "http://example.com";
        _bench.Write("[profiles.a]\nsite = \"us\"\n");

        var run = await _bench.RunAsync("Test-OkxAccount");

        Assert.Equal(OkxPreflightAction.Login, run.DoneWithOne<OkxPreflightResult>().Action);
        Assert.Contains("cannot be read", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    private async Task<string> Emitted(string line) => (await _bench.RunAsync(line)).DoneWithOne<string>();
}
