using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>The simulator as a process of its own, and other processes that use it.</summary>
public sealed class SimulatorProcessTests : IDisposable
{
    private readonly ProcessHarness _shell = new();

    [Fact]
    public async Task It_serves_others_until_one_of_them_stops_it()
    {
        using var simulator = await StartAsync();

        var status = await _shell.RunAsync("Get-ExchangeSimulator");
        var order = await _shell.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false");
        var stop = await _shell.RunAsync("Stop-ExchangeSimulator");

        var end = await simulator.EndAsync();
        Assert.Equal((0, 0, 0, 0), (status.ExitCode, order.ExitCode, stop.ExitCode, end.ExitCode));
        Assert.Equal(simulator.Id, Json(Assert.Single(status.Lines)).GetProperty("processId").GetInt32());
        Assert.Equal(0, _shell.Simulator.Requests.Count);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_it(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var simulator = await StartAsync();

        await (signal == "INT" ? simulator.InterruptAsync() : simulator.TerminateAsync());

        var end = await simulator.EndAsync();
        Assert.Equal((130, ""), (end.ExitCode, end.Error));
    }

    [Fact]
    public async Task Faults_and_prices_are_set_from_another_process()
    {
        using var simulator = await StartAsync();

        var set = await _shell.RunAsync("Set-ExchangeSimulator -Fault Html=1 -Price btc_twd=1900000 -Advance 00:00:10");
        var order = await _shell.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false");
        await _shell.RunAsync("Set-ExchangeSimulator -NoFault");
        var ticker = await _shell.RunAsync("Get-BitoProTicker btc_twd");
        await _shell.RunAsync("Stop-ExchangeSimulator");

        await simulator.EndAsync();
        Assert.Equal((0, 1, 0), (set.ExitCode, order.ExitCode, ticker.ExitCode));
        // The market goes on from there while the processes start.
        var price = decimal.Parse(Json(Assert.Single(ticker.Lines)).GetProperty("lastPrice").ToString(), null);
        Assert.InRange(price, 1_800_000m, 2_000_000m);
    }

    public void Dispose() => _shell.Dispose();

    // Its first line says where it is. To knock at its port until it answers can break it while it starts (HttpListener).
    private async Task<ExchangeProcess> StartAsync()
    {
        var process = _shell.Start("Start-ExchangeSimulator -Seed 5 -Wait");
        var address = Json(await process.FirstLineAsync()).GetProperty("address").GetString()!;
        _shell.Variables["EXCHANGE_SIMULATOR"] = address;
        return process;
    }

    private static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}
