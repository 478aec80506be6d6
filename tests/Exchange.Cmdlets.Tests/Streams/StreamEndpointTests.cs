using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Streams;

/// <summary>Where streams go: explicit, environment, simulator, live; and nowhere when only the calls were sent elsewhere.</summary>
public sealed class StreamEndpointTests : IDisposable
{
    private readonly CmdletHarness _session = new(new HarnessOptions { ByEndpoint = true });

    private string StreamAddress => $"ws://{_session.Simulator.Address.Authority}/bitopro/ws";

    [Theory]
    [InlineData("Watch-BitoProTicker btc_twd")]
    [InlineData("Watch-BitoProBalance")]
    public async Task An_endpoint_without_its_streams_is_refused_and_nothing_is_sent(string line)
    {
        var error = (await _session.StartAsync(line)).Failed("BitoPro.StreamEndpointMissing");

        Assert.Contains("BITOPRO_STREAM_URL", error.Remedy, StringComparison.Ordinal);
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task So_is_an_account_that_was_connected_to_an_endpoint()
    {
        _session.Environment.TryRemove("BITOPRO_BASE_URL", out _);
        (await _session.RunAsync($"Connect-BitoProAccount -Endpoint {_session.Simulator.BitoProAddress}")).Done();

        (await _session.StartAsync("Watch-BitoProBalance")).Failed("BitoPro.StreamEndpointMissing");

        Assert.Single(_session.Requests);
    }

    [Fact]
    public async Task The_environment_names_the_streams()
    {
        _session.Environment["BITOPRO_STREAM_URL"] = StreamAddress;

        (await _session.StartAsync("Watch-BitoProTicker btc_twd -First 1")).DoneWithOne<BitoProTicker>();
        (await _session.StartAsync("Watch-BitoProBalance -First 1")).DoneWithOne<BitoProBalance>();

        Assert.Equal([null, "own"], _session.Requests.Select(request => request.Account));
    }

    [Fact]
    public async Task A_connected_account_brings_its_streams_along_before_the_environment()
    {
        _session.Environment["BITOPRO_STREAM_URL"] = "wss://elsewhere.example.com/ws";
        (await _session.RunAsync($"Connect-BitoProAccount -StreamEndpoint {StreamAddress}")).Done();

        (await _session.StartAsync("Watch-BitoProBalance -First 1")).DoneWithOne<BitoProBalance>();

        Assert.Equal("own", _session.Requests[^1].Account);
    }

    [Theory]
    [InlineData("ws://stream.example.com/ws")]
    [InlineData("https://stream.example.com/ws")]
    public async Task An_address_that_is_not_encrypted_is_refused(string address)
    {
        (await _session.RunAsync($"Connect-BitoProAccount -StreamEndpoint {address}")).Failed(
            "BitoPro.InvalidEndpoint"
        );
        _session.Environment["BITOPRO_STREAM_URL"] = address;
        (await _session.StartAsync("Watch-BitoProTicker btc_twd")).Failed("BitoPro.InvalidEndpoint");

        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_bad_address_of_the_streams_does_not_trouble_the_calls()
    {
        _session.Environment["BITOPRO_STREAM_URL"] = "nonsense";

        (await _session.RunAsync("Get-BitoProTicker btc_twd")).Done();
    }

    public void Dispose() => _session.Dispose();
}
