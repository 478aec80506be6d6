using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>Decides where BitoPro calls go and for whom (design.md section 6), and makes clients that share nonces and limits.</summary>
internal sealed class BitoProAccess(ExchangeRuntime runtime)
{
    /// <summary>Environment variable of another endpoint.</summary>
    public const string AddressVariable = "BITOPRO_BASE_URL";

    /// <summary>Environment variable of another endpoint of the streams.</summary>
    public const string StreamAddressVariable = "BITOPRO_STREAM_URL";

    private const string SimulatorPath = "bitopro/v3";

    private readonly NonceSource _nonces = new(runtime.Clock)
    {
        Folder = () => StateFolder.Locate(runtime.Environment),
    };
    private readonly TradingPairCache _pairs = new(runtime.Clock);
    private volatile BitoProConnection? _connected;

    /// <summary>The account that was connected in this process, if any.</summary>
    public BitoProConnection? Connected => _connected;

    /// <summary>What can be completed.</summary>
    public BitoProPrompt Prompt => field ??= new BitoProPrompt(this, _pairs, runtime.Clock);

    /// <summary>A client for market data; works without an account.</summary>
    public BitoProClient PublicClient(ApiListener listener) => ClientOf(Connection(isPrivate: false), listener);

    /// <summary>A client for the account.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.CredentialsMissing</c> naming what is missing.</exception>
    public BitoProClient PrivateClient(ApiListener listener) => ClientOf(Connection(isPrivate: true), listener);

    /// <summary>A client of a connection that is not (yet) the process's own.</summary>
    public BitoProClient ClientOf(BitoProConnection connection, ApiListener listener) =>
        new(connection, runtime.Corridor, _nonces, _pairs, listener);

    /// <summary>A client for streams of market data; works without an account.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.StreamEndpointMissing</c></exception>
    public BitoProStreamClient PublicStreams(ApiListener listener) => StreamsOf(Connection(isPrivate: false), listener);

    /// <summary>A client for streams of the account.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.StreamEndpointMissing</c>, <c>BitoPro.CredentialsMissing</c></exception>
    public BitoProStreamClient PrivateStreams(ApiListener listener) => StreamsOf(Connection(isPrivate: true), listener);

    /// <summary>From now on every call uses this connection.</summary>
    public void Connect(BitoProConnection connection) => _connected = connection;

    /// <summary>Forgets the connected account. True when there was one.</summary>
    public bool Disconnect() => Interlocked.Exchange(ref _connected, null) is not null;

    /// <summary>The connection as the surroundings say: connected, environment, simulator, live.</summary>
    public BitoProConnection Connection(bool isPrivate)
    {
        if (_connected is { } connected)
        {
            return connected;
        }
        var endpoint = Endpoint(null);
        return new BitoProConnection(endpoint.Address, isPrivate ? Credentials(endpoint.IsSimulator) : null);
    }

    /// <summary>Explicit, environment, simulator, live; in this order.</summary>
    public ServiceEndpoint Endpoint(string? explicitly) =>
        ServiceEndpoint.Choose(
            runtime,
            explicitly,
            AddressVariable,
            SimulatorPath,
            BitoProConnection.LiveAddress,
            BitoProConnection.CheckedAddress
        );

    /// <summary>The environment's; in the simulator its rehearsal account, so that a real key is never used there.</summary>
    public BitoProCredentials Credentials(bool isSimulator) =>
        isSimulator ? SimulatorHost.RehearsalAccount() : BitoProCredentials.FromEnvironment(runtime.Environment);

    private Uri? SimulatorCalls =>
        runtime.Simulators.Address is { } simulator ? new Uri(simulator, SimulatorPath) : null;

    private BitoProStreamClient StreamsOf(BitoProConnection connection, ApiListener listener)
    {
        var streaming = connection with
        {
            StreamAddress = connection.StreamAddress ?? StreamAddress(connection.Address),
        };
        return new BitoProStreamClient(streaming, runtime.Corridor, _nonces, _pairs, listener);
    }

    // Streams follow the calls: an account of another endpoint is never signed in at the live streams.
    private Uri? StreamAddress(Uri calls)
    {
        if (runtime.Environment(StreamAddressVariable) is { Length: > 0 } named)
        {
            return BitoProConnection.CheckedStreamAddress(named);
        }
        if (calls == SimulatorCalls)
        {
            return new Uri($"ws://{calls.Authority}/bitopro/ws");
        }
        return calls == BitoProConnection.LiveAddress ? BitoProConnection.LiveStreamAddress : null;
    }
}
