using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine.Json;

namespace Exchange.Cmdlets.Tests.Limits;

/// <summary>Bursts against a service that counts exactly (bitopro.md 2.0).</summary>
public sealed class BurstTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task Fifty_lists_of_open_orders_in_one_pipeline_never_see_a_429()
    {
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false")).Done();
        var asked = Enumerable.Range(0, 50).Select(_ => JsonLine.Parse("""{"pair":"btc_twd"}""")).ToArray();

        var orders = (await _session.RunAsync("Get-BitoProOrder -Open", asked)).Done<BitoProOrder>();

        Assert.Equal(50, orders.Count);
        Assert.Equal(
            50,
            _session.Requests.Count(request => request.Path.Contains("/orders/open", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(_session.Requests, request => request.Status == 429);
    }

    [Fact]
    public async Task Twelve_cancellations_of_all_in_a_row_wait_a_second_each()
    {
        var before = _session.Clock.GetUtcNow();

        for (var i = 0; i < 12; i++)
        {
            (await _session.RunAsync("Stop-BitoProOrder -All -Confirm:$false")).Done();
        }

        Assert.DoesNotContain(_session.Requests, request => request.Status == 429);
        Assert.True(_session.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(11));
    }

    public void Dispose() => _session.Dispose();
}
