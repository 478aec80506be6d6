using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.Guard;

namespace Exchange.Cmdlets.Tests.Guard;

/// <summary>trade-guard.md 9.1: an active strategy is shown once a command, before the result, beside the output.</summary>
public sealed class BannerTests : IDisposable
{
    private const string Safety = "策略 s-1 已執行完所有步數但尚未標記結束，是否確認結束這個 session？";

    private readonly CmdletHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData("Get-BitoProOrder -Open")]
    [InlineData("Get-BitoProOrder btc_twd")]
    [InlineData("Get-BitoProBalance")]
    [InlineData("Get-BitoProFill btc_twd")]
    public async Task A_read_with_a_session_shows_where_it_stands_and_what_is_open(string line)
    {
        var session = await _harness.ApprovedAsync();
        (await _harness.RunAsync($"{SessionOrders.Step} -Confirm:$false")).Done();

        var run = await _harness.RunInAsync(session, line);

        run.Done();
        Assert.Contains("Active session s-1: step 0 of 3", run.HostText, StringComparison.Ordinal);
        Assert.Contains("Open strategy orders: 1, 10000 TWD", run.HostText, StringComparison.Ordinal);
        Assert.Contains("Suspend-TradeSession", run.HostText, StringComparison.Ordinal);
        Assert.All(run.Output, value => Assert.IsNotType<string>(value));
    }

    [Fact]
    public async Task Our_open_orders_are_counted_where_they_are_read_anyway()
    {
        (await _harness.RunAsync("Invoke-BitoProOrder btc_usdt Buy Limit 0.01 20000 -Confirm:$false")).Done();
        (await _harness.RunAsync($"{SessionOrders.Step} -Confirm:$false")).Done();

        Assert.Contains(
            "Open strategy orders: 2, ",
            (await _harness.RunAsync("Get-BitoProOrder -Open")).HostText,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Open strategy orders: 1, 10000 TWD",
            (await _harness.RunAsync("Get-BitoProOrder btc_twd -Open")).HostText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_is_asked_or_said_for_its_sake_without_a_session()
    {
        (await _harness.RunAsync($"{SessionOrders.Step} -Confirm:$false")).Done();
        var before = _harness.Requests.Count;

        var run = await _harness.RunAsync("Get-BitoProBalance");

        Assert.Equal(before + 1, _harness.Requests.Count);
        Assert.Equal("", run.HostText);
        Assert.Equal("", (await _harness.RunAsync($"Get-BitoProOrder eth_twd -Open")).HostText);
    }

    [Fact]
    public async Task A_session_that_has_done_its_steps_is_asked_about_and_only_then()
    {
        var done = (await UsedUpAsync()).ToJson();

        Assert.Contains(
            Safety,
            (await _harness.RunAsync($"Get-BitoProBalance -TradeSession '{done}'")).HostText,
            StringComparison.Ordinal
        );
        (await _harness.RunAsync($"{SessionOrders.Step} -Confirm:$false")).Done();
        var open = await _harness.RunAsync($"Get-BitoProOrder -Open -TradeSession '{done}'");
        Assert.DoesNotContain(Safety, open.HostText, StringComparison.Ordinal);
        // Nothing is open in this pair, and that says nothing of the others.
        var other = await _harness.RunAsync($"Get-BitoProOrder eth_twd -Open -TradeSession '{done}'");
        Assert.DoesNotContain(Safety, other.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_shows_it_once_and_a_cancellation_shows_its_summary_alone()
    {
        var session = await _harness.ApprovedAsync();

        var step = await _harness.RunInAsync(session, SessionOrders.Step);
        step.DoneWithOne<TradeStepReport>();
        Assert.Equal(1, Times(step, "Active session s-1"));
        Assert.Contains("Open strategy orders: 1", step.HostText, StringComparison.Ordinal);

        var stop = await _harness.RunInAsync(session, "Stop-BitoProOrder -All -Confirm:$false");
        stop.Done();
        Assert.Equal(1, Times(stop, "Active session s-1"));
        Assert.DoesNotContain("Open strategy orders", stop.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_not_active_shows_nothing()
    {
        var session = (
            await _harness.RunAsync($"Suspend-TradeSession '{(await _harness.ApprovedAsync()).ToJson()}'")
        ).DoneWithOne<TradeSession>();
        var before = _harness.Requests.Count;

        Assert.Equal("", (await _harness.RunInAsync(session, "Get-BitoProBalance")).HostText);
        Assert.Equal(before + 1, _harness.Requests.Count);
    }

    private static int Times(CmdletRun run, string text) =>
        run.HostText.Split(text, StringSplitOptions.None).Length - 1;

    private async Task<TradeSession> UsedUpAsync() =>
        TradeSession.Parse(
            (await _harness.ApprovedAsync())
                .ToJson()
                .Replace("\"current_step\":0", "\"current_step\":3", StringComparison.Ordinal)
        );
}
