using System.Net;
using System.Net.Sockets;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.PowerShell;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Rehearsal;

/// <summary>The simulator that EXCHANGE_SIMULATOR names: looked at, changed and stopped over its control plane.</summary>
public sealed class NamedSimulatorTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task It_is_shown_with_its_clock_its_seed_and_its_requests()
    {
        (await _session.RunAsync("Get-BitoProTicker btc_twd")).Done();

        var info = (await _session.RunAsync("Get-ExchangeSimulator")).DoneWithOne<SimulatorInfo>();

        Assert.Equal((_session.Simulator.Address, 7, false), (info.Address, info.Seed, info.InProcess));
        Assert.Equal((_session.Clock.GetUtcNow(), 1L), (info.Now, info.Requests));
    }

    [Fact]
    public async Task Its_clock_moves_on()
    {
        var before = _session.Simulator.Clock.GetUtcNow();

        var info = (await _session.RunAsync("Set-ExchangeSimulator -Advance 1.02:03:04")).DoneWithOne<SimulatorInfo>();

        Assert.Equal(before + new TimeSpan(1, 2, 3, 4), info.Now);
        Assert.Equal(info.Now, _session.Simulator.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_clock_that_is_moved_on_does_not_lock_the_client_out()
    {
        (await _session.RunAsync("Set-ExchangeSimulator -Advance 00:05:00")).Done();

        (await _session.RunAsync("Get-BitoProBalance")).Done();
    }

    [Fact]
    public async Task Its_faults_are_put_in_force_replaced_and_ended()
    {
        await AssertFaultsAsync("-Fault DropAfter,ServerError=0.5", "DropAfter=1 ServerError=0.5");
        await AssertFaultsAsync("-Fault html=0.25", "Html=0.25");
        await AssertFaultsAsync("-Advance 00:00:01", "Html=0.25");
        await AssertFaultsAsync("-NoFault", "");
    }

    [Fact]
    public async Task Its_markets_are_moved()
    {
        (await _session.RunAsync("Set-ExchangeSimulator -Price btc_twd=2900000,eth_twd=98765.4")).Done();

        var tickers = (await _session.RunAsync("Get-BitoProTicker btc_twd,eth_twd")).Done<BitoProTicker>();
        Assert.Equal([2_900_000m, 98_765.4m], tickers.Select(ticker => ticker.LastPrice!.Value));
    }

    [Theory]
    [InlineData("-Price btc_twd", "Exchange.InvalidPrice")]
    [InlineData("-Price btc_twd=0", "Exchange.InvalidPrice")]
    [InlineData("-Price btc_twd=-1", "Exchange.InvalidPrice")]
    [InlineData("-Price btc_twd=1e6", "Exchange.InvalidPrice")]
    [InlineData("-Fault Nonsense", "Exchange.InvalidFault")]
    public async Task A_change_that_makes_no_sense_changes_nothing(string change, string id)
    {
        (await _session.RunAsync($"Set-ExchangeSimulator -Advance 00:01:00 {change}")).Failed(id);

        Assert.Equal(_session.Clock.GetUtcNow(), _session.Simulator.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_if_changes_nothing()
    {
        (await _session.RunAsync("Set-ExchangeSimulator -Advance 00:01:00 -Fault Html -WhatIf")).Done();

        Assert.Equal(_session.Clock.GetUtcNow(), _session.Simulator.Clock.GetUtcNow());
        Assert.Empty(_session.Simulator.Faults.Rules);
    }

    [Fact]
    public async Task An_unknown_pair_or_a_clock_that_goes_back_is_the_simulators_refusal()
    {
        (await _session.RunAsync("Set-ExchangeSimulator -Price xyz_twd=5")).OnlyError();
        (await _session.RunAsync("Set-ExchangeSimulator -Advance:-00:01:00")).OnlyError();

        Assert.Equal(_session.Clock.GetUtcNow(), _session.Simulator.Clock.GetUtcNow());
    }

    [Fact]
    public async Task It_is_stopped_from_here()
    {
        (await _session.RunAsync("Stop-ExchangeSimulator")).Done();

        await _session.Simulator.Stopped.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        (await _session.RunAsync("Get-BitoProTicker btc_twd")).Failed("BitoPro.Unreachable");
    }

    [Theory]
    [InlineData("https://127.0.0.1:8787/")]
    [InlineData("http://example.com:8787/")]
    [InlineData("127.0.0.1:8787")]
    [InlineData("yes")]
    public async Task A_name_that_is_not_on_this_machine_is_refused_by_every_cmdlet(string name)
    {
        _session.Environment["EXCHANGE_SIMULATOR"] = name;

        foreach (var line in (string[])["Get-ExchangeSimulator", "Get-BitoProTicker", "Get-BitoProBalance"])
        {
            (await _session.RunAsync(line)).Failed("Exchange.InvalidSimulator");
        }
    }

    [Fact]
    public async Task What_is_not_a_simulator_is_told_apart()
    {
        using var other = new HttpListener();
        other.Prefixes.Add($"http://127.0.0.1:{FreePort()}/");
        other.Start();
        var answering = AnswerAsync(other);
        _session.Environment["EXCHANGE_SIMULATOR"] = other.Prefixes.Single();

        var error = (await _session.RunAsync("Get-ExchangeSimulator")).Failed("Simulator.NotASimulator");

        Assert.Contains("EXCHANGE_SIMULATOR", error.Remedy, StringComparison.Ordinal);
        other.Stop();
        await answering;
    }

    [Fact]
    public async Task A_simulator_that_has_gone_is_an_error_of_the_connection()
    {
        _session.Simulator.Stop();

        (await _session.RunAsync("Get-ExchangeSimulator")).Failed("Simulator.Unreachable");
    }

    [Fact]
    public async Task The_one_of_this_process_goes_first()
    {
        using var mine = (await _session.RunAsync("Start-ExchangeSimulator")).DoneWithOne<SimulatorInfo>() is { } info
            ? _session.Runtime.Simulators.Running
            : null;

        (await _session.RunAsync("Get-BitoProTicker btc_twd")).Done();

        Assert.Empty(_session.Requests);
        Assert.Equal(1, mine!.Requests.Count);
    }

    public void Dispose() => _session.Dispose();

    private async Task AssertFaultsAsync(string change, string expected)
    {
        var info = (await _session.RunAsync($"Set-ExchangeSimulator {change}")).DoneWithOne<SimulatorInfo>();
        Assert.Equal(expected, string.Join(' ', info.Faults));
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        try
        {
            while (await listener.GetContextAsync() is { } context)
            {
                context.Response.StatusCode = 404;
                context.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            return;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
