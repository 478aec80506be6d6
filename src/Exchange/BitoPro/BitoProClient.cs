using Exchange.Http;

namespace Exchange.BitoPro;

/// <summary>BitoPro's calls. Every method checks its input before anything is sent and throws <see cref="ExchangeException"/> only.</summary>
public sealed partial class BitoProClient
{
    private readonly ApiClient _api;
    private readonly BitoProConnection _connection;
    private readonly TradingPairCache _pairs;
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;

    /// <summary>A client of one connection.</summary>
    /// <param name="connection">Where to, and for whom.</param>
    /// <param name="corridor">Connections, limits, clock and chance, shared by all clients of a process.</param>
    /// <param name="nonces">Nonces, shared by all clients of a process.</param>
    /// <param name="pairs">Rules of the pairs, shared by all clients of a process.</param>
    /// <param name="listener">Hears of requests and warnings.</param>
    public BitoProClient(
        BitoProConnection connection,
        ReadCorridor corridor,
        NonceSource nonces,
        TradingPairCache pairs,
        ApiListener listener
    )
    {
        _connection = connection;
        _pairs = pairs;
        _clock = corridor.Clock;
        _warn = listener.Warn;
        _api = corridor.ClientOf(
            new ApiService("BitoPro", connection.Address, BitoProErrors.In),
            new BitoProSigner(connection, nonces, listener.Note),
            listener
        );
    }

    /// <summary>Where it talks to, and for whom.</summary>
    public BitoProConnection Connection => _connection;
}
