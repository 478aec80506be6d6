using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Orders;

/// <summary>T8, T9 and T17: the three ways of Get-BitoProOrder.</summary>
public sealed class OrderQueryTests : IDisposable
{
    private const int History = 2500;

    private readonly CmdletHarness _session = new(new HarnessOptions { HistoryOrders = History });

    [Fact]
    public async Task The_history_of_a_pair_comes_whole_and_newest_first()
    {
        var orders = (await _session.RunAsync("Get-BitoProOrder btc_twd")).Done<BitoProOrder>();

        Assert.Equal(History, orders.Count);
        Assert.Equal(History, orders.Select(order => order.OrderId).Distinct().Count());
        Assert.Equal(orders.OrderByDescending(order => order.CreatedAt), orders);
        Assert.Equal(3, _session.Requests.Count);
    }

    [Fact]
    public async Task The_first_object_comes_before_the_second_page_is_asked_for()
    {
        var requestsSeen = new List<int>();
        var sinks = new CmdletSinks { Output = _ => requestsSeen.Add(_session.Requests.Count) };

        var run = await _session.StartAsync("Get-BitoProOrder btc_twd -PageSize 100", sinks: sinks);

        run.Done();
        Assert.Equal(1, requestsSeen[0]);
        Assert.Equal(1, requestsSeen[99]);
        Assert.Equal(2, requestsSeen[100]);
        Assert.Equal(History, requestsSeen.Count);
    }

    [Theory]
    [InlineData("Get-BitoProOrder btc_twd -First 10", 10, 1)]
    [InlineData("Get-BitoProOrder btc_twd -First 1", 1, 1)]
    [InlineData("Get-BitoProOrder btc_twd -First 250 -PageSize 100", 250, 3)]
    [InlineData("Get-BitoProOrder btc_twd -First 100 -PageSize 100", 100, 1)]
    public async Task First_stops_the_paging(string line, int count, int requests)
    {
        Assert.Equal(count, (await _session.RunAsync(line)).Done<BitoProOrder>().Count);
        Assert.Equal(requests, _session.Requests.Count);
    }

    [Fact]
    public async Task A_downstream_stop_ends_the_paging_too()
    {
        var run = await _session.RunFirstAsync(5, "Get-BitoProOrder btc_twd -PageSize 100");

        Assert.Equal(5, run.Done<BitoProOrder>().Count);
        Assert.Single(_session.Requests);
    }

    [Fact]
    public async Task A_window_is_sent_with_both_ends_in_milliseconds()
    {
        var line = "Get-BitoProOrder btc_twd -Since 2026-02-01T00:00:00Z -Until 2026-02-02T00:00:00Z";
        var orders = (await _session.RunAsync(line)).Done<BitoProOrder>();

        Assert.InRange(orders.Count, 20, 35);
        Assert.All(orders, order => Assert.Equal((2026, 2, 1), Day(order.CreatedAt!.Value)));
        Assert.Contains(
            "startTimestamp=1769904000000&endTimestamp=1769990400000",
            _session.Requests[0].Path,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_start_alone_ends_now()
    {
        (await _session.RunAsync("Get-BitoProOrder btc_twd -Since 2026-03-01T00:00:00Z")).Done();

        var now = _session.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Contains($"endTimestamp={now}", _session.Requests[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_service_no_longer_keeps_comes_with_a_warning()
    {
        var run = await _session.RunAsync("Get-BitoProOrder btc_twd -Since 2025-11-01Z -Until 2026-01-01Z -First 1");

        run.Done();
        Assert.Contains("90 days", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Status 2", "status=2")]
    [InlineData("-Status:-1", "status=-1")]
    [InlineData("-StatusKind done", "statusKind=DONE")]
    [InlineData("-ClientId 2147483647", "clientId=2147483647")]
    [InlineData("-FromOrderId 1000000100", "orderId=1000000100")]
    [InlineData("-PageSize 7 -First 3", "limit=7")]
    public async Task Filters_go_into_the_query(string filter, string expected)
    {
        (await _session.RunAsync($"Get-BitoProOrder btc_twd {filter}")).Done();

        Assert.Contains(expected, _session.Requests[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_shows_its_progress_and_ends_it()
    {
        using var session = new CmdletHarness(new HarnessOptions { HistoryOrders = 1_200 });

        var progress = (await session.RunAsync("Get-BitoProOrder btc_twd -First 1100")).Progress;

        Assert.Equal([45, 90, -1], progress.Select(record => record.PercentComplete));
        Assert.Equal("Orders of btc_twd", progress[0].Activity);
        Assert.Equal(System.Management.Automation.ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public async Task An_id_and_a_filter_of_the_history_contradict_each_other()
    {
        (await _session.RunAsync("Get-BitoProOrder btc_twd -OrderId 5 -Status 2")).Failed(
            "BitoPro.UnexpectedParameter"
        );

        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Done_orders_leave_out_the_cancelled_ones()
    {
        var done = (await _session.RunAsync("Get-BitoProOrder btc_twd -StatusKind DONE")).Done<BitoProOrder>();

        Assert.NotEmpty(done);
        Assert.All(done, order => Assert.Contains((int)order.Status, (int[])[2, 3]));
    }

    [Fact]
    public async Task Open_orders_come_of_all_pairs_or_of_one()
    {
        await PlaceAsync("btc_twd", "0.01", "1000000");
        await PlaceAsync("eth_twd", "0.1", "10000");

        var all = (await _session.RunAsync("Get-BitoProOrder -Open")).Done<BitoProOrder>();
        var one = (await _session.RunAsync("Get-BitoProOrder eth_twd -Open")).DoneWithOne<BitoProOrder>();
        var first = (await _session.RunAsync("Get-BitoProOrder -Open -First 1")).DoneWithOne<BitoProOrder>();

        Assert.Equal(2, all.Count);
        Assert.Equal("eth_twd", one.Pair);
        Assert.True(one is { IsOpen: true, IsSkillOrder: true, Side: BitoProSide.Buy });
        Assert.Equal(all[0].OrderId, first.OrderId);
    }

    [Theory]
    [InlineData("Get-BitoProOrder btc_twd {0}")]
    [InlineData("Get-BitoProOrder -OrderId {0} -Pair btc_twd")]
    public async Task One_order_comes_by_its_id(string line)
    {
        var id = await PlaceAsync("btc_twd", "0.01", "1000000");

        var order = (await _session.RunAsync(string.Format(null, line, id))).DoneWithOne<BitoProOrder>();

        Assert.Equal((id, 0.01m, 1_000_000m), (order.OrderId, order.OriginalAmount, order.Price));
    }

    [Fact]
    public async Task Receipts_lead_to_their_orders_through_the_pipeline()
    {
        var orders = (
            await _session.RunAsync(
                "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false | Get-BitoProOrder"
            )
        ).Done<BitoProOrder>();

        Assert.Equal(1_000_000m, Assert.Single(orders).Price);
    }

    [Fact]
    public async Task An_id_that_is_not_known_is_an_error_of_that_id()
    {
        var id = await PlaceAsync("btc_twd", "0.01", "1000000");

        var run = await _session.RunAsync($"Get-BitoProOrder btc_twd 42,{id}");

        Assert.Equal(404, run.Failed("BitoPro.NotFound").HttpStatus);
        Assert.Equal(id, Assert.Single(run.OutputOf<BitoProOrder>()).OrderId);
    }

    [Theory]
    [InlineData("Get-BitoProOrder btc_twd -OrderId 5 -Open")]
    [InlineData("Get-BitoProOrder btc_twd -Open -Since 2026-03-01Z")]
    public async Task Open_orders_take_no_id_and_no_window(string line)
    {
        (await _session.RunAsync(line)).Refused("AmbiguousParameterSet");

        Assert.Empty(_session.Requests);
    }

    public void Dispose() => _session.Dispose();

    private async Task<string> PlaceAsync(string pair, string amount, string price) =>
        (await _session.RunAsync($"Invoke-BitoProOrder {pair} Buy Limit {amount} {price} -Confirm:$false"))
            .DoneWithOne<BitoProOrderReceipt>()
            .OrderId;

    private static (int Year, int Month, int Day) Day(DateTimeOffset time) =>
        (time.UtcDateTime.Year, time.UtcDateTime.Month, time.UtcDateTime.Day);
}
