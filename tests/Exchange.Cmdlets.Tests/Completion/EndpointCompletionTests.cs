using System.Collections;
using System.Diagnostics;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Completion;

/// <summary>What the Tab key offers of the endpoint: at once if it answers, soon if it is slow, and nothing without an error if it is not there.</summary>
public sealed class EndpointCompletionTests : IDisposable
{
    // The longest that a prompt may stand still; the first Tab may take most of it.
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(2);

    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task Pairs_come_from_the_endpoint_when_none_are_known()
    {
        Assert.Contains("btc_twd", await EventuallyAsync(new PairCompleter(), "btc"));

        _ = Complete(new PairCompleter(), "");
        Assert.Single(_session.Requests);
    }

    [Fact]
    public async Task Currencies_come_as_codes_and_as_names()
    {
        Assert.Equal(["btc"], await EventuallyAsync(new CurrencyCompleter(), "btc"));

        Assert.NotEmpty(await EventuallyAsync(new CurrencyNameCompleter(), ""));
    }

    [Fact]
    public async Task Order_ids_are_those_of_the_pair_that_is_typed()
    {
        var bitcoin = await PlaceAsync("btc_twd Buy Limit 0.01 1000000");
        var ether = await PlaceAsync("eth_twd Buy Limit 0.1 10000");

        Assert.Equal(
            [bitcoin],
            await EventuallyAsync(new OpenOrderCompleter(), "", new Hashtable { ["Pair"] = "btc_twd" })
        );
        Assert.Equal(
            [ether],
            Complete(new OpenOrderCompleter(), "", new Hashtable { ["Pair"] = new object[] { "eth_twd" } })
        );
        Assert.Equal([bitcoin, ether], Complete(new OpenOrderCompleter(), "").Order(StringComparer.Ordinal));
        Assert.Empty(Complete(new OpenOrderCompleter(), "x"));
    }

    [Fact]
    public async Task Orders_that_were_listed_are_not_asked_for_again_at_once()
    {
        var id = await PlaceAsync("btc_twd Buy Limit 0.01 1000000");
        (await _session.RunAsync("Get-BitoProOrder -Open")).Done();
        var asked = _session.Requests.Count;

        Assert.Equal([id], Complete(new OpenOrderCompleter(), ""));

        Assert.Equal(asked, _session.Requests.Count);
    }

    [Fact]
    public async Task An_order_that_has_ended_is_offered_no_more()
    {
        var id = await PlaceAsync("btc_twd Buy Limit 0.01 1000000");
        Assert.Equal([id], await EventuallyAsync(new OpenOrderCompleter(), ""));
        (await _session.RunAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false")).Done();

        _session.Clock.Advance(TimeSpan.FromSeconds(3));
        await Until.TrueAsync(() => Complete(new OpenOrderCompleter(), "").Count == 0, "the order is gone");
    }

    [Fact]
    public void An_endpoint_that_never_answers_is_not_waited_for()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        _session.Environment["BITOPRO_BASE_URL"] = $"http://127.0.0.1:{((IPEndPoint)deaf.LocalEndpoint).Port}/v3";
        _session.StartAnew();

        foreach (
            var completer in (IArgumentCompleter[])
                [new PairCompleter(), new CurrencyNameCompleter(), new OpenOrderCompleter()]
        )
        {
            var watch = Stopwatch.StartNew();
            Assert.Empty(Complete(completer, ""));
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Noticed);
        }
    }

    [Fact]
    public void An_endpoint_that_is_not_there_is_no_error()
    {
        _session.Environment["BITOPRO_BASE_URL"] = "http://127.0.0.1:1/v3";
        _session.StartAnew();

        Assert.Empty(Complete(new PairCompleter(), ""));
        Assert.Empty(Complete(new OpenOrderCompleter(), ""));
    }

    [Fact]
    public void Without_an_account_no_order_is_asked_for()
    {
        _session.Environment["BITOPRO_BASE_URL"] = _session.Simulator.BitoProAddress;
        _session.Environment.TryRemove("BITOPRO_API_KEY", out _);
        _session.StartAnew();

        Assert.Empty(Complete(new OpenOrderCompleter(), ""));
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public void What_is_typed_may_be_nothing_at_all()
    {
        ExchangeRuntime.Use(_session.Runtime);

        Assert.NotEmpty(new ResolutionCompleter().CompleteArgument(null!, null!, null!, null!, null!));
    }

    public void Dispose()
    {
        ExchangeRuntime.Use(null);
        _session.Dispose();
    }

    private async Task<string> PlaceAsync(string order) =>
        (await _session.RunAsync($"Invoke-BitoProOrder {order} -Confirm:$false"))
            .DoneWithOne<BitoProOrderReceipt>()
            .OrderId;

    // The first Tab may come too early on a busy machine; a later one has what the first has asked for.
    private async Task<List<string>> EventuallyAsync(IArgumentCompleter completer, string word, Hashtable? typed = null)
    {
        await Until.TrueAsync(() => Complete(completer, word, typed).Count > 0, "something is offered");
        return Complete(completer, word, typed);
    }

    private List<string> Complete(IArgumentCompleter completer, string word, Hashtable? typed = null)
    {
        ExchangeRuntime.Use(_session.Runtime);
        return
        [
            .. completer
                .CompleteArgument("Stop-BitoProOrder", "OrderId", word, null!, typed ?? [])
                .Select(result => result.CompletionText),
        ];
    }
}
