using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.PowerShell;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Rehearsal;

/// <summary>Start-, Get-, Set- and Stop-ExchangeSimulator in one process.</summary>
public sealed class SimulatorCmdletTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    public SimulatorCmdletTests()
    {
        _session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
        // The clock of a simulator that a cmdlet starts is the system's, and the client's must agree.
        _session.Clock.Advance(DateTimeOffset.UtcNow - _session.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_started_simulator_is_where_calls_go()
    {
        var info = (await _session.RunAsync("Start-ExchangeSimulator -Seed 42")).DoneWithOne<SimulatorInfo>();

        var account = (await _session.RunAsync("Get-BitoProAccount")).DoneWithOne<BitoProAccount>();
        (await _session.RunAsync("Get-BitoProBalance twd")).DoneWithOne<BitoProBalance>();

        Assert.Equal((42, true, Environment.ProcessId), (info.Seed, info.InProcess, info.ProcessId));
        Assert.True(info.Address.IsLoopback);
        Assert.Contains("bitopro", info.Services);
        Assert.Equal(new Uri(info.Address, "bitopro/v3"), account.Endpoint);
        Assert.Equal("simul...opro", account.ApiKey);
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_second_one_is_refused_and_the_first_goes_on()
    {
        var first = (await _session.RunAsync("Start-ExchangeSimulator")).DoneWithOne<SimulatorInfo>();

        var error = (await _session.RunAsync("Start-ExchangeSimulator")).Failed("Exchange.SimulatorRunning");

        Assert.Contains(first.Address.ToString(), error.Message, StringComparison.Ordinal);
        (await _session.RunAsync("Get-BitoProTicker btc_twd")).Done();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_with_a_way_out()
    {
        var line = $"Start-ExchangeSimulator {_session.Simulator.Port}";

        var error = (await _session.RunAsync(line)).Failed("Exchange.SimulatorNotStarted");

        Assert.Contains("-Port", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connected_account_is_disconnected_with_a_warning()
    {
        _session.Environment["BITOPRO_BASE_URL"] = _session.Simulator.BitoProAddress;
        (await _session.RunAsync("Connect-BitoProAccount")).Done();
        _session.Environment.TryRemove("BITOPRO_BASE_URL", out _);

        var run = await _session.RunAsync("Start-ExchangeSimulator");

        Assert.Contains("disconnected", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
        Assert.Null(_session.Runtime.BitoPro.Connected);
    }

    [Fact]
    public async Task What_if_starts_and_stops_nothing()
    {
        (await _session.RunAsync("Start-ExchangeSimulator -WhatIf")).Done();
        Assert.Null(_session.Runtime.Simulators.Running);

        (await _session.RunAsync("Start-ExchangeSimulator")).Done();
        (await _session.RunAsync("Stop-ExchangeSimulator -WhatIf")).Done();
        Assert.NotNull(_session.Runtime.Simulators.Running);
    }

    [Fact]
    public async Task Stopping_says_where_calls_go_from_now_on()
    {
        (await _session.RunAsync("Start-ExchangeSimulator")).Done();

        var run = await _session.RunAsync("Stop-ExchangeSimulator");

        run.Done();
        Assert.Contains(run.Verbose, record => record.Message.Contains("https://api.bitopro.com/v3"));
        Assert.Empty((await _session.RunAsync("Get-ExchangeSimulator")).Done<SimulatorInfo>());
        (await _session.RunAsync("Stop-ExchangeSimulator")).Done();
    }

    [Fact]
    public async Task Orders_of_the_past_and_faults_are_there_from_the_start()
    {
        var line = "Start-ExchangeSimulator -HistoryOrders 25 -Fault DropAfter=0.25,slow=0 -SlowSeconds 1 -NoRateLimit";

        var info = (await _session.RunAsync(line)).DoneWithOne<SimulatorInfo>();
        (await _session.RunAsync("Set-ExchangeSimulator -NoFault")).Done();

        Assert.Equal(["DropAfter=0.25", "Slow=0"], info.Faults);
        Assert.Equal(25, (await _session.RunAsync("Get-BitoProOrder btc_twd")).Done<BitoProOrder>().Count);
    }

    [Fact]
    public async Task What_was_changed_in_this_process_is_said_to_run_in_it()
    {
        await _session.RunAsync("Start-ExchangeSimulator -Seed 3");

        var changed = (await _session.RunAsync("Set-ExchangeSimulator -Fault Slow=0")).DoneWithOne<SimulatorInfo>();

        Assert.Equal((true, 3), (changed.InProcess, changed.Seed));
        Assert.Equal(["Slow=0"], changed.Faults);
    }

    [Theory]
    [InlineData("Start-ExchangeSimulator -Fault Nonsense=0.5")]
    [InlineData("Start-ExchangeSimulator -Fault DropAfter=1.5")]
    [InlineData("Start-ExchangeSimulator -Fault DropAfter=-0.5")]
    [InlineData("Start-ExchangeSimulator -Fault DropAfter=often")]
    [InlineData("Start-ExchangeSimulator -Fault 3=0.5")]
    [InlineData("Start-ExchangeSimulator -Fault 99")]
    public async Task A_fault_is_a_known_name_and_a_rate(string line)
    {
        (await _session.RunAsync(line)).Failed("Exchange.InvalidFault");

        Assert.Null(_session.Runtime.Simulators.Running);
    }

    [Fact]
    public async Task Without_a_simulator_there_is_nothing_to_change()
    {
        (await _session.RunAsync("Set-ExchangeSimulator -NoFault")).Failed("Exchange.NoSimulator");
        Assert.Empty((await _session.RunAsync("Get-ExchangeSimulator")).Done<SimulatorInfo>());
    }

    public void Dispose() => _session.Dispose();
}
