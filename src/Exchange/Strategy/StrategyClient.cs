using Exchange.Http;
using Exchange.Storage;
using Exchange.Strategy.Market;
using Exchange.Strategy.Wallet;

namespace Exchange.Strategy;

/// <summary>
/// Strategy orders of the agentic wallet, and what they need of the market. Every method checks its input before anything is sent
/// and throws <see cref="ExchangeException"/> only.
/// </summary>
public sealed partial class StrategyClient
{
    private readonly StrategyConnection _connection;
    private readonly StrategyChannel _channel;
    private readonly MarketLookUps _market;
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;
    private readonly Action<string> _tell;

    /// <summary>A client of one endpoint, with whatever session is kept for it.</summary>
    /// <param name="connection">Where to.</param>
    /// <param name="folder">Where the wallet's session is kept.</param>
    /// <param name="corridor">Connections, clock and chance, shared by all clients of a process.</param>
    /// <param name="listener">Hears of requests and warnings.</param>
    /// <param name="inform">Shows a line to whoever is there, such as that Trader Mode was activated.</param>
    public StrategyClient(
        StrategyConnection connection,
        StateFolder folder,
        ReadCorridor corridor,
        ApiListener listener,
        Action<string>? inform = null
    )
    {
        _connection = connection;
        _channel = new StrategyChannel(connection, folder, corridor, listener);
        _market = new MarketLookUps(_channel);
        _clock = corridor.Clock;
        _warn = listener.Warn;
        _tell = inform ?? (_ => { });
        Wallet = new WalletClient(connection, _channel, corridor.Clock);
    }

    /// <summary>Signing in and out.</summary>
    public WalletClient Wallet { get; }

    /// <summary>Where it talks to.</summary>
    public StrategyConnection Connection => _connection;

    /// <summary>The account that is used when none is named; null when nobody is signed in. Sends nothing.</summary>
    public string? ActiveAccountId =>
        _channel.Store.Read() is { } record ? WalletAccount.Of(record, null).AccountId : null;

    private async Task<(WalletRecord Session, WalletAccount Account)> AccountAsync(
        string? accountId,
        CancellationToken cancel
    )
    {
        var session = await _channel.RequireSessionAsync(cancel).ConfigureAwait(false);
        return (session, WalletAccount.Of(session, accountId));
    }
}
