using Exchange.BitoPro;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Wallet;

/// <summary>T19 and T20 page after page, as they are taken.</summary>
public sealed class WalletPagingTests
{
    [Fact]
    public async Task All_transfers_come_once_and_newest_first()
    {
        await using var bench = new BitoProBench(Pages(250));

        var deposits = await WalletBench.TakeAsync(
            bench.Client.GetDepositsAsync(new TransferQuery { Currency = "usdt" }, WalletBench.Cancel)
        );

        Assert.Equal(Enumerable.Range(1, 250).Reverse(), deposits.Select(deposit => int.Parse(deposit.Id, null)));
        Assert.Equal(
            "limit=100 | limit=100&id=151 | limit=100&id=52",
            string.Join(" | ", bench.Server.Requests.Select(request => request.Query))
        );
    }

    [Fact]
    public async Task The_first_transfer_is_given_before_the_second_page_is_asked_for()
    {
        await using var bench = new BitoProBench(Pages(250));

        await WalletBench.TakeAsync(
            bench.Client.GetWithdrawalsAsync(new TransferQuery { Currency = "usdt" }, WalletBench.Cancel),
            100
        );

        Assert.Equal(1, bench.Server.Count);
    }

    [Theory]
    [InlineData(null, null, "100")]
    [InlineData(null, 1, "1")]
    [InlineData(null, 7, "7")]
    [InlineData(null, 5000, "100")]
    [InlineData(20, null, "20")]
    [InlineData(100, 5, "100")]
    public async Task A_page_is_as_large_as_asked_or_as_what_is_wanted(int? size, int? first, string limit)
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));

        await WalletBench.TakeAsync(
            bench.Client.GetDepositsAsync(
                new TransferQuery
                {
                    Currency = "usdt",
                    PageSize = size,
                    First = first,
                },
                WalletBench.Cancel
            )
        );

        Assert.Equal($"limit={limit}", Assert.Single(bench.Server.Requests).Query);
    }

    [Fact]
    public async Task Every_page_carries_window_statuses_transaction_and_cursor()
    {
        await using var bench = new BitoProBench(Pages(5));
        var query = new TransferQuery
        {
            Currency = "usdt",
            Since = bench.Clock.GetUtcNow().AddDays(-1),
            Statuses = ["complete", "WAIT_CONFIRMATION", "COMPLETE"],
            TxId = "ab12",
            FromId = "4",
            PageSize = 3,
        };

        var withdrawals = await WalletBench.TakeAsync(bench.Client.GetWithdrawalsAsync(query, WalletBench.Cancel));

        Assert.Equal("4 3 2 1", string.Join(' ', withdrawals.Select(withdrawal => withdrawal.Id)));
        const string Filter =
            "startTimestamp=1699913600000&endTimestamp=1700000000000&statuses=COMPLETE%2CWAIT_CONFIRMATION&txID=ab12&limit=3";
        Assert.Equal(
            $"{Filter}&id=4 {Filter}&id=2",
            string.Join(' ', bench.Server.Requests.Select(request => request.Query))
        );
    }

    [Fact]
    public async Task A_window_of_long_ago_is_sent_without_a_warning()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));

        await WalletBench.TakeAsync(
            bench.Client.GetDepositsAsync(
                new TransferQuery { Currency = "usdt", Since = bench.Clock.GetUtcNow().AddDays(-400) },
                WalletBench.Cancel
            )
        );

        Assert.Equal(
            "startTimestamp=1665440000000&endTimestamp=1673216000000&limit=100",
            Assert.Single(bench.Server.Requests).Query
        );
        Assert.Empty(bench.Warnings);
    }

    private static Func<ReceivedRequest, Answer> Pages(int count) =>
        request =>
        {
            var query = request
                .Query.Split('&')
                .Select(part => part.Split('='))
                .ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
            var from = query.TryGetValue("id", out var id) ? int.Parse(id, null) : count;
            var rows = Enumerable
                .Range(0, Math.Min(from, int.Parse(query["limit"], null)))
                .Select(i => $$"""{"serial":"S{{from - i}}","id":"{{from - i}}"}""");
            return Answer.Json($$"""{"data":[{{string.Join(',', rows)}}]}""");
        };
}
