using System.Reflection;
using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Testing;

namespace Exchange.Tests.BitoPro;

/// <summary>The limit of every row of bitopro.md 2.0, by a moved clock.</summary>
public sealed class RowLimitTests
{
    public static TheoryData<string, int, int> Rows =>
        new()
        {
            { nameof(BitoProEndpoints.Tickers), 600, 60 },
            { nameof(BitoProEndpoints.Ticker), 600, 60 },
            { nameof(BitoProEndpoints.OrderBook), 600, 60 },
            { nameof(BitoProEndpoints.Trades), 600, 60 },
            { nameof(BitoProEndpoints.Candlesticks), 600, 60 },
            { nameof(BitoProEndpoints.Balance), 600, 60 },
            { nameof(BitoProEndpoints.CreateOrder), 1200, 60 },
            { nameof(BitoProEndpoints.CancelOrder), 900, 60 },
            { nameof(BitoProEndpoints.OpenOrders), 5, 1 },
            { nameof(BitoProEndpoints.OrderHistory), 600, 60 },
            { nameof(BitoProEndpoints.TradingPairs), 600, 60 },
            { nameof(BitoProEndpoints.Currencies), 600, 60 },
            { nameof(BitoProEndpoints.LimitationsAndFees), 600, 60 },
            { nameof(BitoProEndpoints.OtcPrice), 600, 60 },
            { nameof(BitoProEndpoints.CreateBatch), 90, 60 },
            { nameof(BitoProEndpoints.CancelBatch), 2, 1 },
            { nameof(BitoProEndpoints.CancelAll), 1, 1 },
            { nameof(BitoProEndpoints.CancelAllOfPair), 1, 1 },
            { nameof(BitoProEndpoints.Order), 600, 60 },
            { nameof(BitoProEndpoints.Fills), 600, 60 },
            { nameof(BitoProEndpoints.Deposits), 600, 60 },
            { nameof(BitoProEndpoints.Withdrawals), 600, 60 },
            { nameof(BitoProEndpoints.WithdrawalBySerial), 600, 60 },
            { nameof(BitoProEndpoints.WithdrawalById), 600, 60 },
            { nameof(BitoProEndpoints.CreateWithdrawal), 60, 60 },
        };

    [Fact]
    public void Every_endpoint_is_a_row_here() =>
        Assert.Equal(
            typeof(BitoProEndpoints).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(row => row.Name),
            Rows.Select(row => row.Data.Item1),
            StringComparer.Ordinal
        );

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task So_many_go_at_once_and_the_next_waits_for_the_window(string name, int permits, int seconds)
    {
        var endpoint = (BitoProEndpoint)typeof(BitoProEndpoints).GetProperty(name)!.GetValue(null)!;
        var clock = new ManualClock();
        var limiter = new RateLimiter(clock);
        Task Go() => limiter.WaitAsync("scope", endpoint.Limits, null, TestContext.Current.CancellationToken);
        for (var i = 0; i < permits; i++)
        {
            Assert.True(Go().IsCompletedSuccessfully, $"number {i + 1}");
        }

        var next = Go();
        clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(seconds * 0.06));
        await next.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
