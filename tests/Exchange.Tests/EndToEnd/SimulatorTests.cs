using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Simulator;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.EndToEnd;

/// <summary>The library against the simulator, which was written apart from it: signatures, answers, and faults agree.</summary>
public sealed class SimulatorTests : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ExchangeSimulator _simulator;
    private readonly BitoProBench _bench;

    public SimulatorTests()
    {
        _simulator = ExchangeSimulator.Start(new SimulatorOptions { TimeSource = _clock });
        _bench = new BitoProBench(
            new BenchOptions
            {
                Address = new Uri(_simulator.BitoProAddress),
                Clock = _clock,
                Credentials = BitoProCredentials.From(
                    Secret.From(SimulatorAccount.Default.ApiKey),
                    Secret.From(SimulatorAccount.Default.ApiSecret),
                    SimulatorAccount.Default.Email
                ),
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Every_read_is_understood_and_leaves_nothing_over()
    {
        await PlaceAsync();
        foreach (var call in BitoPro.ReadCalls.OfBtc)
        {
            var models = await call.Run(_bench.Client);

            Assert.NotEmpty(models);
            Assert.All(models.Cast<BitoProObject>(), model => Assert.Empty(model.GetExtensionData()));
        }
        Assert.All(_simulator.Requests.Last, request => Assert.True(request.IsIdentified));
        Assert.Equal(200, Assert.Single(_simulator.Requests.ByStatus.Keys));
    }

    [Fact]
    public async Task An_order_is_placed_seen_and_cancelled()
    {
        var receipt = await PlaceAsync();

        var open = Assert.Single(await _bench.Client.GetOpenOrdersAsync("btc_twd", BitoProBench.Cancel));
        Assert.Equal(receipt.OrderId, open.OrderId);
        Assert.True(open.IsSkillOrder);

        await _bench.CancelOrderAsync(receipt.OrderId);

        var order = await _bench.Client.GetOrderAsync("btc_twd", receipt.OrderId, BitoProBench.Cancel);
        Assert.Equal(BitoProOrderStatus.Cancelled, order.Status);
    }

    [Theory]
    [InlineData(FaultKind.DropAfter, true)]
    [InlineData(FaultKind.Reset, true)]
    [InlineData(FaultKind.Truncate, true)]
    [InlineData(FaultKind.DropBefore, false)]
    public async Task A_lost_answer_to_an_order_is_settled_by_asking(FaultKind fault, bool tookEffect)
    {
        _simulator.Faults.Next(fault, method: "POST");
        var error = await Caught.ErrorAsync("BitoPro.OutcomeUnknown", PlaceAsync);
        Assert.Equal(tookEffect ? 1 : 0, _simulator.BitoPro.Orders.Count);

        var settled = await ResolveAsync();

        Assert.Equal(error.AttemptId, settled.AttemptId);
        Assert.Equal(tookEffect ? AttemptState.Accepted : AttemptState.Rejected, settled.State);
        Assert.Equal(tookEffect ? _simulator.BitoPro.Orders[0].Id : null, settled.Reference);
        Assert.Equal(tookEffect ? 1 : 0, _simulator.BitoPro.Orders.Count);
    }

    [Fact]
    public async Task A_market_buy_whose_answer_is_lost_is_found_too()
    {
        var buy = BitoProBench.LimitBuy with { Type = BitoProOrderType.Market, Price = null, Amount = 50_000m };
        _simulator.Faults.Next(FaultKind.DropAfter, method: "POST");
        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => _bench.PlaceAsync(buy));

        Assert.Equal(_simulator.BitoPro.Orders[0].Id, (await ResolveAsync()).Reference);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    public async Task A_lost_cancellation_is_sent_again_and_ends_the_order(FaultKind fault)
    {
        var receipt = await PlaceAsync();
        _simulator.Faults.Next(fault, method: "DELETE");

        var cancellation = await _bench.PassTime(_bench.CancelOrderAsync(receipt.OrderId));

        Assert.Equal(receipt.OrderId, cancellation.OrderId);
        Assert.Equal(2, _simulator.Requests.Last.Count(request => request.Method == "DELETE"));
        Assert.Equal(AttemptState.Accepted, (await _bench.Journal.ReadAsync(BitoProBench.Cancel)).Attempts[^1].State);
    }

    [Fact]
    public async Task Reads_get_through_a_bad_line()
    {
        _simulator.Faults.Next(FaultKind.DropBefore);
        _simulator.Faults.Next(FaultKind.ServerError);
        _simulator.Faults.Next(FaultKind.Truncate);

        Assert.NotEmpty(await _bench.PassTime(_bench.Client.GetBalancesAsync(BitoProBench.Cancel)));

        Assert.Equal(4, _simulator.Requests.Count);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_a_conflict_and_nothing_happens()
    {
        _simulator.Faults.Next(FaultKind.ClockSkew);

        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", PlaceAsync);

        Assert.Empty(_simulator.BitoPro.Orders);
        Assert.Equal(409, Assert.Single(_simulator.Requests.Last).Status);
    }

    [Fact]
    public async Task The_limit_of_open_orders_is_kept_without_a_single_429()
    {
        for (var i = 0; i < 12; i++)
        {
            var reading = _bench.Client.GetOpenOrdersAsync(null, BitoProBench.Cancel);
            // Time passes between requests only, and just as far as somebody waits: otherwise a request arrives in a later second than
            // the one that it was counted in.
            while (!reading.IsCompleted)
            {
                _clock.LeapWithin(TimeSpan.FromSeconds(5));
                await Task.WhenAny(reading, Task.Delay(1, BitoProBench.Cancel));
            }
            await reading;
        }

        Assert.Equal(12, _simulator.Requests.ByStatus[200]);
        Assert.DoesNotContain(429, _simulator.Requests.ByStatus.Keys);
    }

    private async Task<BitoProOrderReceipt> PlaceAsync()
    {
        var price = Math.Floor(_simulator.BitoPro.LastPrice("btc_twd") * 0.8m);
        return (await _bench.PlaceAsync(BitoProBench.LimitBuy with { Price = price }))!.Answer;
    }

    private async Task<Attempt> ResolveAsync()
    {
        var attempt = (await _bench.Journal.ReadAsync(BitoProBench.Cancel)).Attempts[^1];
        var resolver = new AttemptResolver(_bench.Journal, _clock);
        return await _bench.PassTime(
            resolver.ResolveAsync(attempt, _bench.Client.Lookup(), wait: true, BitoProBench.Cancel)
        );
    }
}
