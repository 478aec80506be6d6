using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Okx;
using Exchange.Simulator;
using Exchange.Simulator.Okx;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>Get-OkxBalance, Get-OkxTicker and Invoke-OkxRequest against the simulator.</summary>
public sealed class RequestTests : IDisposable
{
    private const string Order =
        """'{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"100","sz":"0.01"}'""";

    private readonly CmdletHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task Without_any_account_a_rehearsal_reads_balances_and_prices()
    {
        var btc = (await _session.RunAsync("Get-OkxBalance BTC")).DoneWithOne<OkxBalance>();
        var all = (await _session.RunAsync("Get-OkxBalance")).Done<OkxBalance>();
        var ticker = (await _session.RunAsync("Get-OkxTicker BTC-USDT")).DoneWithOne<OkxTicker>();

        Assert.Equal(("BTC", 0.5m), (btc.Currency, btc.Available));
        Assert.Equal(3, all.Count);
        Assert.Equal(_session.Simulator.Okx.LastPrice("BTC-USDT"), ticker.Last);
        Assert.All(_session.Requests, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task Simulated_trading_has_an_account_of_its_own()
    {
        Assert.Equal(1m, (await _session.RunAsync("Get-OkxBalance BTC -Demo")).DoneWithOne<OkxBalance>().Available);
        _session.Environment["OKX_DEMO"] = "1";
        Assert.Equal(1m, (await _session.RunAsync("Get-OkxBalance BTC")).DoneWithOne<OkxBalance>().Available);
        Assert.Equal(0.5m, (await _session.RunAsync("Get-OkxBalance BTC -Live")).DoneWithOne<OkxBalance>().Available);

        var error = (await _session.RunAsync("Get-OkxBalance -Demo -Live")).Failed("Okx.ConfigError");
        Assert.Contains("mutually exclusive", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_rehearsal_the_simulators_key_stands_in_for_a_profiles()
    {
        WriteProfile(site: "eea");

        (await _session.RunAsync("Get-OkxBalance -Profile main")).Done();
        await RunOrderAsync();

        Assert.Equal("***0001", (await _session.OnlyAttemptAsync()).Account);
        Assert.All(_session.Requests, request => Assert.Equal((200, "rehearsal"), (request.Status, request.Account)));
    }

    [Fact]
    public async Task A_named_endpoint_gets_the_profiles_own_key()
    {
        using var session = new CmdletHarness(new HarnessOptions { ByEndpoint = true });
        session.Environment["OKX_API_BASE_URL"] = session.Simulator.OkxAddress;
        session.Environment["OKX_API_KEY"] = OkxKey.ApiKey;
        session.Environment["OKX_SECRET_KEY"] = OkxKey.SecretKey;
        session.Environment["OKX_PASSPHRASE"] = OkxKey.Passphrase;

        var error = (await session.RunAsync("Get-OkxBalance")).Failed("Okx.AuthenticationError.50111");

        Assert.Contains("There are two ways.", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("OKX_API_KEY", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_refused_never_leads_to_the_session()
    {
        await SignInAsync();
        _session.Environment["OKX_API_BASE_URL"] = _session.Simulator.OkxAddress;
        _session.Environment["OKX_API_KEY"] = OkxKey.ApiKey;
        _session.Environment["OKX_SECRET_KEY"] = OkxKey.SecretKey;
        _session.Environment["OKX_PASSPHRASE"] = OkxKey.Passphrase;
        var before = _session.Requests.Count;

        (await _session.RunAsync("Get-OkxBalance")).Failed("Okx.AuthenticationError.50111");

        Assert.Equal(before + 1, _session.Requests.Count);
    }

    [Fact]
    public async Task A_rehearsals_session_does_not_go_to_another_host()
    {
        await SignInAsync();
        _session.Environment["OKX_API_BASE_URL"] = "https://okx.example.invalid";

        (await _session.RunAsync("Get-OkxBalance")).Failed("Okx.ConfigError.NotLoggedIn");
    }

    [Fact]
    public async Task Part_of_a_key_is_an_error_for_private_calls_only()
    {
        _session.Environment["OKX_API_KEY"] = OkxKey.ApiKey;

        var error = (await _session.RunAsync("Get-OkxBalance")).Failed("Okx.ConfigError");

        Assert.Contains("Partial API credentials detected.", error.Message, StringComparison.Ordinal);
        (await _session.RunAsync("Get-OkxTicker BTC-USDT")).Done();
    }

    [Fact]
    public async Task Signed_in_calls_use_the_session()
    {
        await SignInAsync();

        (await _session.RunAsync("Get-OkxBalance BTC")).Done();
        await RunOrderAsync();

        Assert.Equal("oauth (eea)", (await _session.OnlyAttemptAsync()).Account);
        Assert.All(_session.Requests.TakeLast(2), request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task A_session_whose_token_ends_is_renewed_on_the_way()
    {
        await SignInAsync();
        _session.Simulator.Okx.Expire("access");

        (await _session.RunAsync("Get-OkxBalance BTC")).Done();

        Assert.Equal([401, 200, 200], _session.Requests.TakeLast(3).Select(request => request.Status));
    }

    [Fact]
    public async Task A_session_that_was_revoked_ends_with_its_words()
    {
        await SignInAsync();
        _session.Simulator.Okx.Revoke();

        var error = (await _session.RunAsync("Get-OkxBalance BTC")).Failed("Okx.AuthenticationError.session_expired");

        Assert.Equal("Session expired — run okx auth login again", error.Message);
        Assert.Equal(
            "not_logged_in",
            (await _session.RunAsync("Get-OkxAuthStatus")).DoneWithOne<OkxAuthStatus>().Status
        );
    }

    [Fact]
    public async Task While_a_code_waits_a_private_call_is_refused()
    {
        (await _session.RunAsync("Connect-OkxAccount -Site eea -Manual")).Done();
        var before = _session.Requests.Count;

        (await _session.RunAsync("Get-OkxBalance")).Failed("Okx.ConfigError.NotLoggedIn");
        (
            await _session.RunAsync($"Invoke-OkxRequest -Method POST /api/v5/trade/order -Body {Order} -Confirm:$false")
        ).Failed("Okx.ConfigError.NotLoggedIn");

        Assert.Equal(before, _session.Requests.Count);
        Assert.Empty(await _session.AttemptsAsync());
    }

    [Fact]
    public async Task Any_request_gives_its_items_as_objects()
    {
        var run = await _session.RunAsync(
            "Invoke-OkxRequest /api/v5/public/instruments -Query '{\"instType\":\"SPOT\",\"instId\":null}'"
        );

        var first = Assert.IsType<PSObject>(run.Done<PSObject>()[0]);
        Assert.Equal("SPOT", first.Properties["instType"].Value);
        Assert.Equal("/okx/api/v5/public/instruments?instType=SPOT", _session.Requests[^1].Path);
    }

    [Fact]
    public async Task Lists_of_a_query_are_joined()
    {
        (
            await _session.RunAsync("Invoke-OkxRequest /api/v5/account/balance -Query '{\"ccy\":[\"BTC\",\"ETH\"]}'")
        ).Done();

        Assert.Equal("/okx/api/v5/account/balance?ccy=BTC%2CETH", _session.Requests[^1].Path);
    }

    [Theory]
    [InlineData("Invoke-OkxRequest /api/v5/account/balance?ccy=BTC")]
    [InlineData("Invoke-OkxRequest /api/v5/account/balance -Method DELETE")]
    [InlineData("Invoke-OkxRequest /api/v5/account/balance -Body '{}'")]
    [InlineData("Invoke-OkxRequest /api/v5/account/balance -Query '[1]'")]
    [InlineData("Invoke-OkxRequest /api/v5/account/balance -Query '{\"a\":{\"b\":1}}'")]
    [InlineData("Invoke-OkxRequest /api/v5/account/balance -Query 'not json'")]
    [InlineData("Invoke-OkxRequest /api/v5/trade/order -Method POST -Body 'not json'")]
    [InlineData("Invoke-OkxRequest /api/v5/trade/order -Method POST -Body '7'")]
    [InlineData("Get-OkxTicker BTC/USDT")]
    [InlineData("Get-OkxBalance BTC-USD")]
    public async Task What_cannot_be_a_request_is_refused_and_nothing_is_sent(string line)
    {
        (await _session.RunAsync(line)).Failed("Okx.ValidationError");

        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_write_is_shown_asked_for_journalled_and_sent_once()
    {
        var line = $"Invoke-OkxRequest -Method POST /api/v5/trade/order -Body {Order}";
        var refused = (await _session.RunAsync(line)).Failed("Okx.ConfirmationRequired");
        Assert.Contains("px: 100", refused.Message, StringComparison.Ordinal);
        Assert.Contains("this machine", refused.Message, StringComparison.Ordinal);
        (await _session.RunAsync($"{line} -WhatIf")).Done();
        Assert.Empty(_session.Requests);
        Assert.Empty(await _session.AttemptsAsync());
        _session.Answer("y");

        var receipt = (await _session.RunAsync(line)).DoneWithOne<OkxReceipt>();

        var attempt = await _session.OnlyAttemptAsync();
        Assert.Equal(
            (AttemptState.Accepted, receipt.OrderId, receipt.AttemptId),
            (attempt.State, attempt.Reference, attempt.AttemptId)
        );
        Assert.Equal(receipt.OrderId, Assert.IsType<PSObject>(receipt.Item).Properties["ordId"].Value);
        Assert.Single(_session.Writes);
    }

    [Fact]
    public async Task A_refused_item_is_an_error_that_does_not_end_the_run()
    {
        var run = await _session.RunAsync(
            $"Invoke-OkxRequest -Method POST /api/v5/trade/order -Confirm:$false -Body {Order.Replace("0.01", "99999999", StringComparison.Ordinal)}"
        );

        Assert.Null(run.TerminatingError);
        var error = run.Failed("Okx.OkxApiError.51008");
        Assert.Equal((await _session.OnlyAttemptAsync()).AttemptId, error.AttemptId);
        Assert.Equal(AttemptState.Rejected, (await _session.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData(FaultKind.DropAfter, AttemptState.Accepted)]
    [InlineData(FaultKind.DropBefore, AttemptState.Rejected)]
    public async Task A_lost_answer_is_settled_by_asking(FaultKind fault, AttemptState expected)
    {
        (
            await _session.RunAsync($"Set-ExchangeSimulator -Fault {fault}=1 -Method POST -Path /okx/api -Count 1")
        ).Done();
        var error = (await RunOrderAsync()).Failed("Okx.OutcomeUnknown");
        Assert.Contains("Resolve-ExchangeAttempt", error.Remedy, StringComparison.Ordinal);
        var writes = _session.Writes.Count(request => request.Path.StartsWith("/okx", StringComparison.Ordinal));

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt -Wait")).DoneWithOne<Attempt>();

        Assert.Equal(expected, attempt.State);
        Assert.Equal(
            writes,
            _session.Writes.Count(request => request.Path.StartsWith("/okx", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_demo_order_is_asked_for_in_simulated_trading()
    {
        (
            await _session.RunAsync("Set-ExchangeSimulator -Fault DropAfter=1 -Method POST -Path /okx/api -Count 1")
        ).Done();
        (
            await _session.RunAsync(
                $"Invoke-OkxRequest -Demo -Method POST /api/v5/trade/order -Body {Order} -Confirm:$false"
            )
        ).Failed("Okx.OutcomeUnknown");

        Assert.Equal(
            AttemptState.Accepted,
            (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>().State
        );
    }

    [Fact]
    public async Task The_clock_of_the_service_is_believed_when_it_says_that_ours_is_wrong()
    {
        (await _session.RunAsync("Set-ExchangeSimulator -Fault ClockSkew=1")).Done();

        var run = await _session.RunAsync("Get-OkxBalance BTC");

        Assert.Equal("BTC", run.DoneWithOne<OkxBalance>().Currency);
        Assert.Contains(_session.Requests, request => request.Path.EndsWith("/public/time", StringComparison.Ordinal));
    }

    private Task<Engine.CmdletRun> RunOrderAsync() =>
        _session.RunAsync($"Invoke-OkxRequest -Method POST /api/v5/trade/order -Body {Order} -Confirm:$false");

    private async Task SignInAsync()
    {
        (await _session.RunAsync("Connect-OkxAccount -Site eea -Manual")).Done();
        _session.Simulator.Okx.Decide(null, isApproved: true);
        _session.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("logged_in", (await _session.RunAsync("Get-OkxAuthStatus")).DoneWithOne<OkxAuthStatus>().Status);
    }

    private void WriteProfile(string site)
    {
        Directory.CreateDirectory(_session.OkxFolder);
        File.WriteAllText(
            Path.Combine(_session.OkxFolder, "config.toml"),
            $"""
            default_profile = "main"
            [profiles.main]
            site = "{site}"
            api_key = "{OkxKey.ApiKey}"
            secret_key = "{OkxKey.SecretKey}"
            passphrase = '''{OkxKey.Passphrase}'''
            """
        );
    }
}
