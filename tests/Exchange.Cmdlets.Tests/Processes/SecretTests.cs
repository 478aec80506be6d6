using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>How a process comes to its secrets, and who else could see them.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Connect = "Connect-BitoProAccount -ApiKey env:THE_KEY -ApiSecret env:THE_SECRET -Email a@b.c";

    private readonly ProcessHarness _shell = new();

    public SecretTests()
    {
        _shell.Variables["THE_KEY"] = OwnAccount.InTheSimulator.ApiKey;
        _shell.Variables["THE_SECRET"] = OwnAccount.InTheSimulator.ApiSecret;
    }

    [Fact]
    public async Task Secrets_are_taken_from_the_variables_that_are_named()
    {
        var end = await _shell.RunAsync(Connect);

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Contains(OwnAccount.MaskedKey, end.Output, StringComparison.Ordinal);
        Assert.Equal("own", Assert.Single(_shell.Simulator.Requests.Last).Account);
    }

    [Theory]
    [InlineData("Connect-BitoProAccount -ApiKey env:THE_KEY -ApiSecret literal-secret-4711 -Email a@b.c")]
    [InlineData("Connect-BitoProAccount -ApiKey literal-secret-4711 -ApiSecret env:THE_SECRET -Email a@b.c")]
    [InlineData("Connect-BitoProAccount -Credential env:THE_KEY,literal-secret-4711 -Email a@b.c")]
    public async Task A_literal_secret_is_refused_and_not_repeated(string line)
    {
        var end = await _shell.RunAsync(line);

        Assert.Equal((2, ""), (end.ExitCode, end.Output));
        Assert.Equal("SecretAsLiteral", ProcessHarness.ErrorIn(end).GetProperty("id").GetString());
        Assert.DoesNotContain("literal-secret-4711", end.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("env:NOT_SET")]
    [InlineData("prompt")]
    public async Task A_secret_that_cannot_be_had_is_refused(string reference)
    {
        var end = await _shell.RunAsync(
            $"Connect-BitoProAccount -ApiKey env:THE_KEY -ApiSecret {reference} -Email a@b.c"
        );

        Assert.Equal(2, end.ExitCode);
        Assert.Equal("SecretUnavailable", ProcessHarness.ErrorIn(end).GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_process_list_holds_no_secret()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The process list is read from /proc.");
        _shell.Simulator.Faults.Next(FaultKind.Slow);
        using var process = _shell.Start(Connect);
        await Until.TrueAsync(() => _shell.Simulator.Requests.Count > 0, "the process signs in");

        Assert.Contains("env:THE_SECRET", process.CommandLine, StringComparison.Ordinal);
        Secrets.AssertNoneIn(process.CommandLine, "The process list");
    }

    [Fact]
    public async Task Missing_credentials_name_the_variables_and_nothing_is_sent()
    {
        _shell.Variables["BITOPRO_BASE_URL"] = _shell.Simulator.BitoProAddress;
        _shell.Variables["BITOPRO_API_SECRET"] = "";

        var end = await _shell.RunAsync("Get-BitoProBalance");

        var error = ProcessHarness.ErrorIn(end);
        Assert.Equal("BitoPro.CredentialsMissing", error.GetProperty("id").GetString());
        Assert.Contains("BITOPRO_API_SECRET", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, _shell.Simulator.Requests.Count);
    }

    [Fact]
    public async Task What_only_its_owner_can_read_stays_so()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }
        await _shell.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_shell.Journal.Path));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(_shell.Home)
        );
    }

    public void Dispose() => _shell.Dispose();
}
