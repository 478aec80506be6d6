using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Exchange.BitoPro.Wire;
using Exchange.Http;
using Exchange.Streams;

namespace Exchange.BitoPro;

/// <summary>
/// BitoPro's live streams (bitopro.md section 8). Input is checked when a method is called, the socket is opened when the first
/// object is asked for, and closed when the loop is left. A lost connection is opened again, with a warning.
/// </summary>
public sealed class BitoProStreamClient
{
    private readonly BitoProConnection _connection;
    private readonly TradingPairCache _pairs;
    private readonly TimeProvider _clock;
    private readonly ApiListener _listener;
    private readonly StreamClient _streams;

    /// <summary>A client of one connection.</summary>
    /// <param name="connection">Where to, and for whom.</param>
    /// <param name="corridor">Clock and chance, shared by all clients of a process.</param>
    /// <param name="nonces">Nonces, shared by all clients of a process.</param>
    /// <param name="pairs">Rules of the pairs, shared by all clients of a process.</param>
    /// <param name="listener">Hears of connections and warnings.</param>
    /// <exception cref="ExchangeException"><c>BitoPro.StreamEndpointMissing</c>: the connection does not say where its streams are.</exception>
    public BitoProStreamClient(
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
        _listener = listener;
        var address = connection.StreamAddress ?? throw BitoProError.StreamEndpointMissing(connection.Address);
        _streams = new StreamClient(
            new ApiService("BitoPro", address, BitoProStreamErrors.In),
            new BitoProSigner(connection, nonces, listener.Note),
            corridor,
            listener
        );
    }

    /// <summary>Checks a pair, also against the pairs of T10 if this process knows them.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidPair</c>, <c>BitoPro.UnknownPair</c></exception>
    public string CheckedPair(string pair)
    {
        BitoProRules.Pair(pair);
        return _pairs.Kept(_connection.Address) is { } known && known.All(one => one.Pair != pair)
            ? throw OrderRules.UnknownPair(pair)
            : pair;
    }

    /// <summary>A whole book at once, and again whenever it changes. Amounts are exact at first and rounded later.</summary>
    /// <param name="pairs">Lower-case pairs, one connection for all of them.</param>
    /// <param name="limit">Levels a side: 1, 5, 10, 20, 30 or 50; null for the service's default, 5.</param>
    /// <param name="cancel">Ends the stream.</param>
    public IAsyncEnumerable<BitoProOrderBook> WatchOrderBooksAsync(
        IReadOnlyList<string> pairs,
        int? limit,
        CancellationToken cancel
    )
    {
        var depth = limit is { } levels
            ? ":" + BitoProRules.BookLimit(levels).ToString(CultureInfo.InvariantCulture)
            : "";
        var stream = BitoProStreams.OrderBook;
        return WatchPairsAsync<BitoProOrderBook>(
            stream,
            pairs,
            depth,
            (frame, roll) =>
            {
                var wire = Read(stream, frame, BitoProStreamJson.Default.OrderBook);
                return [wire.ToFrameModel(roll.Present(wire.Pair))];
            },
            cancel
        );
    }

    /// <summary>A ticker at once, and again whenever it changes.</summary>
    public IAsyncEnumerable<BitoProTicker> WatchTickersAsync(IReadOnlyList<string> pairs, CancellationToken cancel)
    {
        var stream = BitoProStreams.Ticker;
        return WatchPairsAsync<BitoProTicker>(
            stream,
            pairs,
            "",
            (frame, roll) =>
            {
                var wire = Read(stream, frame, BitoProStreamJson.Default.Ticker);
                return [wire.ToFrameModel(roll.Present(wire.Pair))];
            },
            cancel
        );
    }

    /// <summary>The last trades, then the new ones, oldest first; each once, also after a reconnect.</summary>
    public IAsyncEnumerable<BitoProTrade> WatchTradesAsync(IReadOnlyList<string> pairs, CancellationToken cancel)
    {
        var stream = BitoProStreams.Trade;
        var memory = new TradeMemory();
        return WatchPairsAsync<BitoProTrade>(
            stream,
            pairs,
            "",
            (frame, roll) =>
            {
                var wire = Read(stream, frame, BitoProStreamJson.Default.Trades);
                var pair = roll.Present(wire.Pair);
                return memory.Fresh(pair, frame.Connection, wire.Required.Map(trade => trade.ToModel(pair)));
            },
            cancel
        );
    }

    /// <summary>Every open order at once, then those that are new or have changed. An order that ends only leaves this stream.</summary>
    public IAsyncEnumerable<BitoProOrder> WatchOpenOrdersAsync(CancellationToken cancel) =>
        WatchOrdersAsync(BitoProStreams.ActiveOrders, cancel);

    /// <summary>The last orders that have ended, then those that end: filled or cancelled.</summary>
    public IAsyncEnumerable<BitoProOrder> WatchEndedOrdersAsync(CancellationToken cancel) =>
        WatchOrdersAsync(BitoProStreams.HistoryOrders, cancel);

    /// <summary>Every balance at once, then those that change.</summary>
    public IAsyncEnumerable<BitoProBalance> WatchBalancesAsync(CancellationToken cancel)
    {
        var stream = BitoProStreams.Balance;
        var changed = new ChangedOnly<BitoProBalance>(
            balance => balance.Currency,
            balance => balance with { Extra = null }
        );
        return _streams.ReadAsync<BitoProBalance>(
            stream.Request(),
            frame =>
            {
                var wire = Read(stream, frame, BitoProStreamJson.Default.Balances);
                var balances = wire.Required.Select(BalanceOf).ToList();
                return [.. balances.SelectMany(balance => changed.Of(balance.Currency, [balance]))];
            },
            cancel
        );
    }

    /// <summary>Each fill of the account as it happens.</summary>
    public IAsyncEnumerable<BitoProFill> WatchFillsAsync(CancellationToken cancel)
    {
        var stream = BitoProStreams.UserTrade;
        return _streams.ReadAsync<BitoProFill>(
            stream.Request(),
            frame => [Read(stream, frame, BitoProStreamJson.Default.UserTrade).Required.ToModel()],
            cancel
        );
    }

    private IAsyncEnumerable<BitoProOrder> WatchOrdersAsync(BitoProStream stream, CancellationToken cancel)
    {
        var changed = new ChangedOnly<BitoProOrder>(order => order.OrderId, Comparable);
        return _streams.ReadAsync<BitoProOrder>(
            stream.Request(),
            frame =>
            {
                var wire = Read(stream, frame, BitoProStreamJson.Default.Orders);
                // All of the frame is mapped before any of it counts as seen: a bad one is left out whole.
                var pairs = wire
                    .Required.Select(pair =>
                        (pair.Key, Orders: pair.Value.Map(order => order.ToModel(StreamCase.Lower(pair.Key))))
                    )
                    .ToList();
                return [.. pairs.SelectMany(pair => changed.Of(pair.Key, pair.Orders))];
            },
            cancel
        );
    }

    private IAsyncEnumerable<T> WatchPairsAsync<T>(
        BitoProStream stream,
        IReadOnlyList<string> pairs,
        string depth,
        Func<StreamFrame, PairRollCall, IReadOnlyList<T>> read,
        CancellationToken cancel
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(pairs.Count, nameof(pairs));
        var asked = pairs.Select(CheckedPair).Distinct(StringComparer.Ordinal).ToList();
        var request = stream.Request([.. asked.Select(pair => StreamCase.Upper(pair) + depth)]);
        var roll = new PairRollCall(asked, _clock, _listener.Warn);
        return _streams.ReadAsync(request, frame => read(frame, roll), cancel);
    }

    private static TWire Read<TWire>(BitoProStream stream, StreamFrame frame, JsonTypeInfo<TWire> type)
        where TWire : class, IFrameWire
    {
        var wire = JsonSerializer.Deserialize(frame.Json.Span, type);
        return wire?.Event == stream.Event ? wire : throw new JsonException("A frame of another stream.");
    }

    private static BitoProBalance BalanceOf(KeyValuePair<string, BalanceWire> entry) =>
        entry.Value is { } balance
            ? balance.ToModel() with
            {
                Currency = StreamCase.Lower(entry.Key),
            }
            : throw new JsonException("A balance is missing.");

    // JSON elements are never equal; what they say changes together with the time of the order.
    private static BitoProOrder Comparable(BitoProOrder order) =>
        order with
        {
            Extra = null,
            StopProfitSetting = null,
            StopLossSetting = null,
            SelfOrderStrategySetting = null,
        };
}
