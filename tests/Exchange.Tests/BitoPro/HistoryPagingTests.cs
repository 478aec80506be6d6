using Exchange.BitoPro;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>T9 and T18 page after page, as they are taken.</summary>
public sealed class HistoryPagingTests
{
    [Fact]
    public async Task All_orders_come_once_and_newest_first()
    {
        await using var bench = new BitoProBench(OrderPages(2500));

        var ids = await OrdersAsync(bench, new OrderHistoryQuery { Pair = "btc_twd" }, int.MaxValue);

        Assert.Equal(Enumerable.Range(1, 2500).Reverse(), ids);
        Assert.Equal(
            "limit=1000 | limit=1000&orderId=1501 | limit=1000&orderId=502",
            string.Join(" | ", bench.Server.Requests.Select(request => request.Query))
        );
    }

    [Fact]
    public async Task The_first_order_is_given_before_the_second_page_is_asked_for()
    {
        await using var bench = new BitoProBench(OrderPages(2500));

        await OrdersAsync(bench, new OrderHistoryQuery { Pair = "btc_twd" }, 1000);
        Assert.Equal(1, bench.Server.Count);

        await OrdersAsync(bench, new OrderHistoryQuery { Pair = "btc_twd" }, 1001);
        Assert.Equal(3, bench.Server.Count);
    }

    [Theory]
    [InlineData(null, null, "1000")]
    [InlineData(null, 1, "1")]
    [InlineData(null, 2, "2")]
    [InlineData(1, 1, "1")]
    [InlineData(1, null, "2")]
    [InlineData(null, 50, "50")]
    [InlineData(null, 5000, "1000")]
    [InlineData(100, null, "100")]
    [InlineData(100, 5, "100")]
    public async Task A_page_is_as_large_as_asked_or_as_what_is_wanted(int? size, int? first, string limit)
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));

        await OrdersAsync(
            bench,
            new OrderHistoryQuery
            {
                Pair = "btc_twd",
                PageSize = size,
                First = first,
            },
            1
        );

        Assert.Equal($"limit={limit}", bench.Server.Requests[0].Query);
    }

    [Fact]
    public async Task Every_page_carries_the_same_filter_and_the_window_of_the_first()
    {
        await using var bench = new BitoProBench(OrderPages(5));
        var query = new OrderHistoryQuery
        {
            Pair = "btc_twd",
            Since = bench.Clock.GetUtcNow().AddDays(-1),
            Status = 4,
            StatusKind = "open",
            ClientId = 7,
            FromOrderId = "4",
            PageSize = 3,
        };

        Assert.Equal([4, 3, 2, 1], await OrdersAsync(bench, query, int.MaxValue));

        const string Filter = "startTimestamp=1699913600000&endTimestamp=1700000000000&status=4&clientId=7&limit=3";
        Assert.Equal(
            $"{Filter}&orderId=4 {Filter}&orderId=2",
            string.Join(' ', bench.Server.Requests.Select(request => request.Query))
        );
    }

    [Theory]
    [InlineData("open", "OPEN")]
    [InlineData("DONE", "DONE")]
    [InlineData("All", "ALL")]
    public async Task A_kind_of_status_is_sent_in_upper_case(string kind, string sent)
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));

        await OrdersAsync(bench, new OrderHistoryQuery { Pair = "btc_twd", StatusKind = kind }, 1);

        Assert.Equal($"statusKind={sent}&limit=1000", bench.Server.Requests[0].Query);
    }

    [Fact]
    public async Task What_the_service_no_longer_keeps_is_warned_of_and_asked_for_all_the_same()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));
        var since = bench.Clock.GetUtcNow().AddDays(-100);

        await OrdersAsync(bench, new OrderHistoryQuery { Pair = "btc_twd", Since = since }, 1);

        Assert.Contains("past 90 days", Assert.Single(bench.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task Fills_that_share_a_trade_are_all_given()
    {
        string[] fills = ["9/a", "8/a", "8/b", "7/a", "6/a"];
        await using var bench = new BitoProBench(request =>
        {
            var cursor = Parameter(request, "tradeId");
            var page = fills.SkipWhile(fill => cursor is not null && fill[..1] != cursor).Take(3);
            return Answer.Json($$"""{"data":[{{string.Join(',', page.Select(FillJson))}}]}""");
        });

        var taken = new List<string>();
        await foreach (
            var fill in bench.Client.GetFillsAsync(
                new FillQuery { Pair = "btc_twd", PageSize = 3 },
                BitoProBench.Cancel
            )
        )
        {
            taken.Add($"{fill.TradeId}/{fill.OrderId}");
        }

        Assert.Equal(string.Join(" ", fills), string.Join(" ", taken));
    }

    [Fact]
    public async Task Fills_of_one_order_are_asked_for_by_its_id()
    {
        await using var bench = new BitoProBench(Answer.Json(Examples.Fills));

        await foreach (
            var fill in bench.Client.GetFillsAsync(
                new FillQuery
                {
                    Pair = "btc_twd",
                    OrderId = "5550001112",
                    FromTradeId = "900100",
                },
                BitoProBench.Cancel
            )
        )
        {
            Assert.Equal("900100", fill.TradeId);
        }

        Assert.Equal("orderId=5550001112&limit=1000&tradeId=900100", bench.Server.Requests[0].Query);
    }

    private static Func<ReceivedRequest, Answer> OrderPages(int count) =>
        request =>
        {
            var from = int.Parse(Parameter(request, "orderId") ?? $"{count}", null);
            var size = int.Parse(Parameter(request, "limit")!, null);
            var page = Enumerable.Range(0, Math.Min(size, from)).Select(i => OrderJson(from - i));
            return Answer.Json($$"""{"data":[{{string.Join(',', page)}}]}""");
        };

    private static string OrderJson(int id) => $$"""{"id":"{{id}}","pair":"btc_twd","status":2}""";

    private static string FillJson(string fill) => $$"""{"tradeId":"{{fill[..1]}}","orderId":"{{fill[2..]}}"}""";

    private static string? Parameter(ReceivedRequest request, string name) =>
        request.Query.Split('&').Select(pair => pair.Split('=')).FirstOrDefault(pair => pair[0] == name)?[1];

    private static async Task<List<int>> OrdersAsync(BitoProBench bench, OrderHistoryQuery query, int count)
    {
        var ids = new List<int>();
        await foreach (var order in bench.Client.GetOrderHistoryAsync(query, BitoProBench.Cancel))
        {
            ids.Add(int.Parse(order.OrderId, null));
            if (ids.Count == count)
            {
                break;
            }
        }
        return ids;
    }
}
