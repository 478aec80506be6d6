using System.Diagnostics;
using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>Objects on standard input as JSON lines, and readers of standard output that go away.</summary>
public sealed class InputTests : IDisposable
{
    private readonly ProcessHarness _shell = new(new SimulatorOptions { HistoryOrders = 3000 });

    [Theory]
    [InlineData("Get-BitoProTicker -")]
    [InlineData("Get-BitoProOrderBook")]
    public async Task Lines_are_bound_by_property_name_and_by_value(string line)
    {
        var end = await _shell.RunAsync(line, "{\"pair\":\"btc_twd\"}\n\n\"eth_twd\"\n");

        Assert.Equal(0, end.ExitCode);
        Assert.Equal(
            ["btc_twd", "eth_twd"],
            end.Lines.Select(text => JsonDocument.Parse(text).RootElement.GetProperty("pair").GetString())
        );
    }

    [Fact]
    public async Task Orders_come_as_lines_and_receipts_go_on_to_the_next_process()
    {
        const string orders = """
            {"Pair":"btc_twd","Side":"BUY","Type":"LIMIT","Amount":"0.01","Price":"1000000","StopPrice":""}
            {"pair":"btc_twd","side":"Buy","type":"Limit","amount":0.02,"price":1000001,"timeInForce":"POST_ONLY"}
            """;

        var placed = await _shell.RunAsync("Invoke-BitoProOrder -Confirm:$false", orders);
        var cancelled = await _shell.RunAsync("Stop-BitoProOrder -Confirm:$false", placed.Output);

        Assert.Equal((0, 0), (placed.ExitCode, cancelled.ExitCode));
        Assert.Equal(2, cancelled.Lines.Count);
        Assert.Equal([0.01m, 0.02m], _shell.Simulator.BitoPro.Orders.Select(order => order.OriginalAmount));
        Assert.All(_shell.Simulator.BitoPro.Orders, order => Assert.Equal(4, order.Status));
    }

    [Fact]
    public async Task Empty_input_is_no_object_when_the_command_says_so()
    {
        var fed = await _shell.RunAsync("Invoke-BitoProOrder -Confirm:$false -");
        var unfed = await _shell.RunAsync("Invoke-BitoProOrder -Confirm:$false");

        Assert.Equal((0, "", ""), (fed.ExitCode, fed.Output, fed.Error));
        Assert.Equal(2, unfed.ExitCode);
        Assert.Contains("MissingMandatoryParameter", unfed.Error, StringComparison.Ordinal);
        Assert.Equal(0, _shell.Simulator.Requests.Count);
    }

    [Fact]
    public async Task Input_is_left_alone_when_the_arguments_are_complete()
    {
        var end = await _shell.RunAsync("Get-BitoProTicker btc_twd", "this is not JSON");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Single(end.Lines);
    }

    [Fact]
    public async Task A_broken_line_is_2_names_its_number_and_does_not_repeat_it()
    {
        var end = await _shell.RunAsync("Get-BitoProTicker -", "\"btc_twd\"\n{\"pair\":\n");

        Assert.Equal(2, end.ExitCode);
        Assert.Single(end.Lines);
        Assert.Contains("2", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\"pair\"", end.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_process_quietly()
    {
        var start = new ProcessStartInfo("sh")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"'{ExchangeProcess.Program}' Get-BitoProOrder btc_twd -PageSize 100 | head -1");
        foreach (var (name, value) in _shell.Variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("{\"orderId\":", await output, StringComparison.Ordinal);
        Assert.Equal("", error);
        Assert.True(_shell.Simulator.Requests.Count < 30, $"{_shell.Simulator.Requests.Count} pages were asked for.");
    }

    [Fact]
    public async Task A_chart_is_plain_text()
    {
        var end = await _shell.RunAsync("Show-BitoProCandlestick btc_twd -Width 60 -Height 8");

        Assert.Equal(0, end.ExitCode);
        Assert.StartsWith("btc_twd  1h", end.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', end.Output);
    }

    public void Dispose() => _shell.Dispose();
}
