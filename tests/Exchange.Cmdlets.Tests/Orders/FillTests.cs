using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Orders;

/// <summary>T18.</summary>
public sealed class FillTests : IDisposable
{
    private readonly CmdletHarness _session = new(new HarnessOptions { HistoryOrders = 300 });

    [Fact]
    public async Task Fills_stream_page_by_page_without_repeats()
    {
        var fills = (await _session.RunAsync("Get-BitoProFill btc_twd -PageSize 50")).Done<BitoProFill>();

        Assert.True(fills.Count > 100);
        Assert.Equal(fills.Count, fills.Select(fill => (fill.TradeId, fill.OrderId)).Distinct().Count());
        Assert.True(_session.Requests.Count >= fills.Count / 50);
        Assert.All(fills, fill => Assert.True(fill is { Pair: "btc_twd", Price: > 0, BaseAmount: > 0, Fee: not null }));
    }

    [Fact]
    public async Task First_stops_the_paging()
    {
        Assert.Equal(
            60,
            (await _session.RunAsync("Get-BitoProFill btc_twd -First 60 -PageSize 50")).Done<BitoProFill>().Count
        );
        Assert.Equal(2, _session.Requests.Count);
    }

    [Fact]
    public async Task The_fills_of_an_order_come_through_the_pipeline()
    {
        var order = "Invoke-BitoProOrder btc_twd Sell Market 0.01 -Confirm:$false";
        var fills = (await _session.RunAsync($"{order} | Get-BitoProFill")).Done<BitoProFill>();

        Assert.NotEmpty(fills);
        Assert.Equal(0.01m, fills.Sum(fill => fill.BaseAmount));
        Assert.All(fills, fill => Assert.True(fill is { IsTaker: true, Side: BitoProSide.Sell, FeeSymbol: "TWD" }));
    }

    [Theory]
    [InlineData("-OrderId 1000000100", "orderId=1000000100")]
    [InlineData("-FromTradeId 100050", "tradeId=100050")]
    [InlineData("-Since 2026-03-01T00:00:00Z -Until 2026-03-02T00:00:00Z", "startTimestamp=1772323200000")]
    public async Task Filters_go_into_the_query(string filter, string expected)
    {
        (await _session.RunAsync($"Get-BitoProFill btc_twd {filter}")).Done();

        Assert.Contains(expected, _session.Requests[0].Path, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();
}
