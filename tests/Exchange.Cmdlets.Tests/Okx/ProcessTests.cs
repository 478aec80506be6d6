using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>Signing in with <c>exchange</c>, one process for each step.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly ProcessHarness _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_shell_reads_the_code_from_one_plain_line_and_later_processes_use_the_session()
    {
        var end = await _shell.RunAsync("Connect-OkxAccount -Site eea -Manual -AsJson");
        using var code = JsonDocument.Parse(Assert.Single(end.Lines));
        Assert.Equal(
            ["verificationUri", "userCode", "expiresIn"],
            code.RootElement.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal((0, ""), (end.ExitCode, end.Error));

        _shell.Simulator.Okx.Behaviour = _shell.Simulator.Okx.Behaviour with { Interval = 1 };
        _shell.Simulator.Okx.Decide(code.RootElement.GetProperty("userCode").GetString(), isApproved: true);
        await Until.TrueAsync(
            () =>
                _shell
                    .RunAsync("Get-OkxAuthStatus -AsJson")
                    .GetAwaiter()
                    .GetResult()
                    .Output.Contains("logged_in", StringComparison.Ordinal),
            "somebody is signed in"
        );

        var balance = await _shell.RunAsync("Get-OkxBalance BTC");
        using var btc = JsonDocument.Parse(Assert.Single(balance.Lines));
        Assert.Equal("0.5", btc.RootElement.GetProperty("available").GetString());
        Assert.Equal(0, (await _shell.RunAsync("Disconnect-OkxAccount")).ExitCode);
        Assert.Equal(
            """{"profile":"oauth","site":"global","status":"not_logged_in"}""",
            Assert.Single((await _shell.RunAsync("Get-OkxAuthStatus -AsJson")).Lines)
        );
    }

    [Fact]
    public async Task Nobody_at_a_terminal_hangs_nothing()
    {
        var end = await _shell.RunAsync("Connect-OkxAccount");

        Assert.Equal(0, end.ExitCode);
        Assert.Contains("site_required", end.Output, StringComparison.Ordinal);
        Assert.Empty(_shell.Simulator.Requests.Last);
    }

    [Fact]
    public async Task Two_processes_at_once_show_one_code()
    {
        var ends = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => _shell.RunAsync("Connect-OkxAccount -Site eea -Manual -AsJson"))
        );

        Assert.Single(
            ends.Select(end => JsonDocument.Parse(end.Output).RootElement.GetProperty("userCode").GetString())
                .Distinct()
        );
        Assert.Single(_shell.Simulator.Okx.SignIns);
    }

    [Fact]
    public async Task A_write_without_a_confirmation_ends_with_code_4_and_the_draft()
    {
        var end = await _shell.RunAsync(
            """Invoke-OkxRequest -Method POST /api/v5/trade/order -Body '{"instId":"BTC-USDT","passphrase":"hidden-words"}'"""
        );

        Assert.Equal(4, end.ExitCode);
        Assert.Contains("BTC-USDT", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-words", end.Error, StringComparison.Ordinal);
        Assert.Empty(_shell.Simulator.Requests.Last);
    }
}
