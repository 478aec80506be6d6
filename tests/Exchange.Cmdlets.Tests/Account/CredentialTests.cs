using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Account;

/// <summary>bitopro.md 1.7 and rows 32 and 33: a private call is signed with whole credentials, or not sent at all.</summary>
public sealed class CredentialTests : IDisposable
{
    private static readonly string[] PrivateLines =
    [
        "Connect-BitoProAccount",
        "Get-BitoProAccount",
        "Get-BitoProBalance",
        "Get-BitoProOrder -Open",
        "Get-BitoProOrder btc_twd",
        "Get-BitoProOrder btc_twd 5550001112",
        "Get-BitoProFill btc_twd",
        "Invoke-BitoProOrder btc_twd Buy Limit 0.001 1000000 -Confirm:$false",
        "Invoke-BitoProOrder btc_twd Buy Limit 0.001 1000000 -WhatIf",
        "Stop-BitoProOrder btc_twd 5550001112 -Confirm:$false",
    ];

    private static readonly string[] Variables = ["BITOPRO_API_KEY", "BITOPRO_API_SECRET", "BITOPRO_EMAIL"];

    private readonly CmdletHarness _session = new(new HarnessOptions { ByEndpoint = true });

    public static TheoryData<string> EveryPrivateLine => new(PrivateLines);

    [Theory]
    [MemberData(nameof(EveryPrivateLine))]
    public async Task Row_32_without_credentials_nothing_private_is_sent(string line)
    {
        Array.ForEach(Variables, name => _session.Environment.TryRemove(name, out _));

        var error = (await _session.RunAsync(line)).Failed("BitoPro.CredentialsMissing");

        Assert.All(Variables, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
        Assert.Empty(_session.Requests);
        Assert.Empty(await _session.AttemptsAsync());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, " ")]
    [InlineData(2, "\t")]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, null)]
    public async Task Row_32_exactly_what_is_missing_or_blank_is_named(int variable, string? value)
    {
        _session.Environment.TryRemove(Variables[variable], out _);
        if (value is not null)
        {
            _session.Environment[Variables[variable]] = value;
        }

        var error = (await _session.RunAsync("Get-BitoProBalance")).Failed("BitoPro.CredentialsMissing");

        Assert.Equal(
            [Variables[variable]],
            Variables.Where(name => error.Message.Contains(name, StringComparison.Ordinal))
        );
        Assert.Empty(_session.Requests);
    }

    [Theory]
    [InlineData("BITOPRO_API_KEY", "abc12f00dfeed\r\nX-Injected: 1")]
    [InlineData("BITOPRO_API_KEY", " abc12f00dfeed0000cafe")]
    [InlineData("BITOPRO_API_SECRET", "secret-with-line-end\n")]
    [InlineData("BITOPRO_API_SECRET", "secret-with-blank ")]
    public async Task Row_33_broken_credentials_are_refused_and_not_shown(string name, string value)
    {
        _session.Environment[name] = value;

        var run = await _session.RunAsync("Get-BitoProBalance");

        Assert.Contains(name, run.Failed("BitoPro.CredentialsInvalid").Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value.Trim(), RunText.Of(run), StringComparison.Ordinal);
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Market_data_needs_no_credentials()
    {
        Array.ForEach(Variables, name => _session.Environment.TryRemove(name, out _));

        (await _session.RunAsync("Get-BitoProTicker btc_twd")).DoneWithOne<BitoProTicker>();
        (await _session.RunAsync("Get-BitoProTradingPair btc_twd")).DoneWithOne<BitoProTradingPair>();
    }

    [Fact]
    public async Task Every_private_request_is_signed()
    {
        foreach (var line in PrivateLines)
        {
            await _session.RunAsync(line);
        }

        var privateOnes = _session.Requests.Where(request => !request.Path.Contains("/provisioning/")).ToList();
        Assert.True(privateOnes.Count >= 6);
        Assert.All(privateOnes, request => Assert.Equal("own", request.Account));
        Assert.All(_session.Requests, request => Assert.True(request.IsIdentified));
    }

    [Fact]
    public async Task In_the_simulator_the_users_own_account_is_never_used()
    {
        using var rehearsal = new CmdletHarness();
        foreach (var line in PrivateLines)
        {
            await rehearsal.RunAsync(line);
        }

        var accounts = rehearsal.Requests.Select(request => request.Account).OfType<string>().Distinct();
        Assert.Equal([SimulatorAccount.Default.Name], accounts);
    }

    [Fact]
    public async Task A_key_that_may_not_trade_is_refused_with_a_hint()
    {
        var reader = SimulatorAccount.Default with { Permissions = SimulatorPermissions.Read };
        using var session = new CmdletHarness(new HarnessOptions { Rehearsal = reader });

        var run = await session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.001 1000000 -Confirm:$false");

        Assert.Contains("permission", run.Failed("BitoPro.PermissionDenied").Remedy, StringComparison.Ordinal);
        Assert.Equal(Desk.AttemptState.Rejected, (await session.OnlyAttemptAsync()).State);
    }

    public void Dispose() => _session.Dispose();
}
