using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>The exit codes of <c>exchange</c> (design.md section 4), and what goes to which stream.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000";

    private readonly ProcessHarness _shell = new();

    [Fact]
    public async Task Done_is_0_with_a_line_of_json_for_each_object()
    {
        var end = await _shell.RunAsync("Get-BitoProTicker btc_twd,eth_twd");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Equal(["btc_twd", "eth_twd"], end.Lines.Select(line => Json(line).GetProperty("pair").GetString()));
    }

    [Fact]
    public async Task Failed_is_1_with_the_error_as_json_on_standard_error()
    {
        var end = await _shell.RunAsync("Get-BitoProTicker xyz_twd");

        var error = ProcessHarness.ErrorIn(end);
        Assert.Equal((1, ""), (end.ExitCode, end.Output));
        Assert.Equal("BitoPro.UnknownPair", error.GetProperty("id").GetString());
        Assert.Equal(422, error.GetProperty("httpStatus").GetInt32());
        Assert.Equal("T1", error.GetProperty("call").GetString());
        Assert.False(error.GetProperty("outcomeUnknown").GetBoolean());
    }

    [Theory]
    [InlineData("Get-BitoProTicker BTC_TWD", "BitoPro.InvalidPair")]
    [InlineData("Get-BitoProTicker -Nonsense 1", "NamedParameterNotFound")]
    [InlineData("Get-BitoProOrderBook", "MissingMandatoryParameter")]
    [InlineData("Get-BitoProOrder btc_twd -First 0", "ParameterArgumentValidationError")]
    public async Task Bad_arguments_are_2(string line, string id)
    {
        var end = await _shell.RunAsync(line);

        Assert.Equal((2, ""), (end.ExitCode, end.Output));
        Assert.Equal(id, ProcessHarness.ErrorIn(end).GetProperty("id").GetString());
        Assert.Equal(0, _shell.Simulator.Requests.Count);
    }

    [Fact]
    public async Task Refused_by_the_guard_is_3()
    {
        Assert.Equal(0, (await _shell.RunAsync($"{Order} -AttemptId once -Confirm:$false")).ExitCode);

        var end = await _shell.RunAsync($"{Order} -AttemptId once -Confirm:$false");

        Assert.Equal((3, ""), (end.ExitCode, end.Output));
        Assert.Contains(
            ProcessHarness.ErrorIn(end).GetProperty("id").GetString(),
            (string[])["Exchange.AttemptExists", "BitoPro.Guard.PAUSE"]
        );
        Assert.Single(_shell.Writes);
    }

    [Fact]
    public async Task Confirmation_needed_is_4_with_the_draft_in_the_error()
    {
        var end = await _shell.RunAsync(Order);

        var error = ProcessHarness.ErrorIn(end);
        var draft = error.GetProperty("draft");
        Assert.Equal((4, ""), (end.ExitCode, end.Output));
        Assert.Equal("BitoPro.ConfirmationRequired", error.GetProperty("id").GetString());
        Assert.Equal("btc_twd", draft.GetProperty("pair").GetString());
        Assert.Equal("0.01", draft.GetProperty("amount").ToString());
        Assert.Equal("1000000", draft.GetProperty("price").ToString());
        Assert.Empty(_shell.Writes);
        Assert.False(File.Exists(_shell.Journal.Path));
    }

    [Fact]
    public async Task A_lost_order_is_1_and_names_its_attempt()
    {
        _shell.Simulator.Faults.Next(FaultKind.DropAfter, method: "POST");

        var end = await _shell.RunAsync($"{Order} -Confirm:$false");

        var error = ProcessHarness.ErrorIn(end);
        var attempt = Assert.Single(await _shell.AttemptsAsync());
        Assert.Equal((1, ""), (end.ExitCode, end.Output));
        Assert.True(error.GetProperty("outcomeUnknown").GetBoolean());
        Assert.Equal(attempt.AttemptId, error.GetProperty("attemptId").GetString());
    }

    [Fact]
    public async Task Some_failures_among_successes_are_not_0()
    {
        var end = await _shell.RunAsync("Get-BitoProTicker btc_twd,BTC_TWD");

        Assert.Equal(2, end.ExitCode);
        Assert.Single(end.Lines);
        ProcessHarness.ErrorIn(end);
    }

    [Fact]
    public async Task What_if_is_0_and_sends_nothing()
    {
        var end = await _shell.RunAsync($"{Order} -WhatIf");

        Assert.Equal((0, ""), (end.ExitCode, end.Output));
        Assert.Contains("What if: Place order: BUY 0.01 btc", end.Error, StringComparison.Ordinal);
        Assert.Empty(_shell.Writes);
    }

    [Fact]
    public async Task Warnings_and_verbose_lines_keep_off_standard_output()
    {
        var end = await _shell.RunAsync("Get-BitoProCandlestick btc_twd 1m -From 2020-01-01Z -To 2099-01-01Z -Verbose");

        Assert.All(end.Lines, line => Json(line));
        Assert.Contains("WARNING: ", end.Error, StringComparison.Ordinal);
        Assert.Contains("VERBOSE: T4 ", end.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();

    private static System.Text.Json.JsonElement Json(string line) =>
        System.Text.Json.JsonDocument.Parse(line).RootElement;
}
