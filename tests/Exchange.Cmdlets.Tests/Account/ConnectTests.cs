using System.Security;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Account;

/// <summary>Whose calls are made and where they go: Connect, Get and Disconnect-BitoProAccount.</summary>
public sealed class ConnectTests : IDisposable
{
    private readonly CmdletHarness _session = new(new HarnessOptions { ByEndpoint = true });

    [Fact]
    public async Task The_environment_account_connects_with_one_signed_call_and_is_shown_masked()
    {
        var account = (await _session.RunAsync("Connect-BitoProAccount")).DoneWithOne<BitoProAccount>();

        Assert.Equal((OwnAccount.MaskedKey, OwnAccount.MaskedEmail), (account.ApiKey, account.Email));
        Assert.Equal("Environment", account.Source);
        Assert.False(account.IsLive);
        var request = Assert.Single(_session.Requests);
        Assert.Equal(("GET", "/bitopro/v3/accounts/balance", "own"), (request.Method, request.Path, request.Account));
    }

    [Fact]
    public async Task A_key_and_a_secret_by_reference_connect_another_account()
    {
        UseRehearsalVariables();

        var account = (
            await _session.RunAsync(
                "Connect-BitoProAccount -ApiKey env:OTHER_KEY -ApiSecret env:OTHER_SECRET -Email trader@example.com"
            )
        ).DoneWithOne<BitoProAccount>();
        (await _session.RunAsync("Get-BitoProBalance")).Done();

        Assert.Equal(("simul...opro", "t***@example.com", "Key"), (account.ApiKey, account.Email, account.Source));
        Assert.All(_session.Requests, request => Assert.Equal("rehearsal", request.Account));
    }

    [Fact]
    public async Task A_credential_connects_with_the_key_as_its_user_name()
    {
        UseRehearsalVariables();

        var account = (
            await _session.RunAsync(
                "Connect-BitoProAccount -Credential env:OTHER_KEY,env:OTHER_SECRET -Email trader@example.com"
            )
        ).DoneWithOne<BitoProAccount>();

        Assert.Equal("Credential", account.Source);
        Assert.Equal("rehearsal", Assert.Single(_session.Requests).Account);
    }

    [Fact]
    public async Task Credentials_that_do_not_work_are_not_kept()
    {
        _session.Environment["BITOPRO_API_SECRET"] = "another-secret-9999";

        (await _session.RunAsync("Connect-BitoProAccount")).Failed("BitoPro.AuthenticationFailed");

        Assert.Null(_session.Runtime.BitoPro.Connected);
    }

    [Fact]
    public async Task Skipping_the_verification_asks_nothing()
    {
        (await _session.RunAsync("Connect-BitoProAccount -SkipVerification -NoncePlacement Docs")).Done();
        var account = (await _session.RunAsync("Get-BitoProAccount")).DoneWithOne<BitoProAccount>();

        Assert.Equal((NoncePlacement.Docs, "Connected"), (account.NoncePlacement, account.Source));
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Disconnecting_brings_the_environment_back()
    {
        UseRehearsalVariables();
        var line = "Connect-BitoProAccount -ApiKey env:OTHER_KEY -ApiSecret env:OTHER_SECRET -Email a@b.c -Skip";
        (await _session.RunAsync(line)).Done();

        (await _session.RunAsync("Disconnect-BitoProAccount")).Done();
        (await _session.RunAsync("Get-BitoProBalance")).Done();
        var again = await _session.RunAsync("Disconnect-BitoProAccount");

        Assert.Equal("own", Assert.Single(_session.Requests).Account);
        Assert.Contains("No account", Assert.Single(again.Verbose).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.bitopro.com/v3")]
    [InlineData("https://user:password@api.bitopro.com/v3")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("nonsense")]
    public async Task An_endpoint_is_https_or_this_machine(string endpoint)
    {
        (await _session.RunAsync($"Connect-BitoProAccount -Endpoint {endpoint}")).Failed("BitoPro.InvalidEndpoint");

        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_literal_secret_is_refused_and_not_repeated()
    {
        var run = await _session.RunAsync(
            "Connect-BitoProAccount -ApiKey env:BITOPRO_API_KEY -ApiSecret typed-by-mistake-1 -Email a@b.c"
        );

        run.Refused("SecretAsLiteral");
        Assert.DoesNotContain("typed-by-mistake-1", RunText.Of(run), StringComparison.Ordinal);
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Nothing_is_written_to_the_disk()
    {
        (await _session.RunAsync("Connect-BitoProAccount")).Done();

        Assert.False(Directory.Exists(_session.Home));
    }

    [Fact]
    public void Secrets_are_secure_strings()
    {
        var command = CommandText.Read("Connect-BitoProAccount")[0].Cmdlet;

        Assert.Equal(typeof(SecureString), command.FindParameter("ApiKey")!.Type);
        Assert.Equal(typeof(SecureString), command.FindParameter("ApiSecret")!.Type);
    }

    public void Dispose() => _session.Dispose();

    private void UseRehearsalVariables()
    {
        _session.Environment["OTHER_KEY"] = Exchange.Simulator.SimulatorAccount.Default.ApiKey;
        _session.Environment["OTHER_SECRET"] = Exchange.Simulator.SimulatorAccount.Default.ApiSecret;
    }
}
