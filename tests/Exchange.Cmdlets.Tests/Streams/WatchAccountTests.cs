using System.Collections.Concurrent;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Streams;

/// <summary>The streams of the account, while somebody trades. The clock stands.</summary>
public sealed class WatchAccountTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task An_order_is_seen_when_it_is_placed_and_as_it_is_filled()
    {
        var running = _session.StartAsync("Watch-BitoProOrder -First 1");
        await OpenAsync(1);
        var placed = await PlaceAsync("Buy Limit 0.01 1000000");

        var order = (await running).DoneWithOne<BitoProOrder>();

        Assert.Equal(placed, order.OrderId);
        Assert.True(order is { Pair: "btc_twd", IsOpen: true, IsSkillOrder: true, Side: BitoProSide.Buy });
        Assert.Equal("rehearsal", _session.Requests[0].Account);
        Assert.True(_session.Requests[0].IsIdentified);
        await OpenAsync(0);
    }

    [Fact]
    public async Task Open_orders_come_at_once()
    {
        var first = await PlaceAsync("Buy Limit 0.01 1000000");
        var second = await PlaceAsync("Buy Limit 0.02 1000000");

        var orders = (await _session.StartAsync("Watch-BitoProOrder -First 2")).Done<BitoProOrder>();

        Assert.Equal([first, second], orders.Select(order => order.OrderId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_order_that_has_ended_comes_with_its_end()
    {
        var id = await PlaceAsync("Buy Limit 0.01 1000000");
        var running = _session.StartAsync("Watch-BitoProOrder -Ended -First 1");
        await OpenAsync(1);
        (await _session.StartAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false")).Done();

        var order = (await running).DoneWithOne<BitoProOrder>();

        Assert.Equal((id, BitoProOrderStatus.Cancelled), (order.OrderId, order.Status));
    }

    [Fact]
    public async Task A_fill_comes_as_Get_BitoProFill_lists_it()
    {
        var running = _session.StartAsync("Watch-BitoProFill -First 1");
        await OpenAsync(1);
        await PlaceAsync("Buy Market 3000");

        var told = (await running).DoneWithOne<BitoProFill>();
        var listed = (await _session.StartAsync("Get-BitoProFill btc_twd")).Done<BitoProFill>();

        var same = Assert.Single(listed, fill => fill.TradeId == told.TradeId);
        Assert.Equal(same with { OrderType = "MARKET", CreatedAt = told.CreatedAt }, told);
        Assert.InRange(same.CreatedAt!.Value - told.CreatedAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Balances_come_at_once_and_then_those_that_change()
    {
        var count = (await _session.StartAsync("Get-BitoProBalance")).Done<BitoProBalance>().Count;
        var balances = new ConcurrentQueue<BitoProBalance>();
        var sinks = new CmdletSinks { Output = one => balances.Enqueue((BitoProBalance)one!) };
        var running = _session.StartAsync($"Watch-BitoProBalance -First {count + 1}", sinks: sinks);
        // An order before the first of them would be in it, and nothing would change afterwards.
        await Until.TrueAsync(() => balances.Count == count, "the first balances came");
        await PlaceAsync("Buy Limit 0.01 1000000");
        await running;

        var changed = balances.Last();
        Assert.Equal(("twd", 10_000m), (changed.Currency, changed.Held));
        Assert.Equal(count, balances.Select(balance => balance.Currency).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_account_that_may_not_read_is_told_so()
    {
        using var session = new CmdletHarness(
            new HarnessOptions
            {
                Rehearsal = Simulator.SimulatorAccount.Default with
                {
                    Permissions = Simulator.SimulatorPermissions.Trade,
                },
            }
        );

        Assert.Equal(
            403,
            (await session.StartAsync("Watch-BitoProBalance")).Failed("BitoPro.PermissionDenied").HttpStatus
        );
    }

    public void Dispose() => _session.Dispose();

    private async Task<string> PlaceAsync(string order)
    {
        var run = await _session.StartAsync($"Invoke-BitoProOrder btc_twd {order} -Confirm:$false");
        return run.DoneWithOne<BitoProOrderReceipt>().OrderId;
    }

    private Task OpenAsync(int streams) =>
        Until.TrueAsync(() => _session.Simulator.BitoPro.OpenStreams == streams, $"{streams} streams are open");
}
