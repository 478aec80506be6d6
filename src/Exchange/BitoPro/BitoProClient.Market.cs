using System.Globalization;
using Exchange.BitoPro.Wire;

namespace Exchange.BitoPro;

/// <content>Market data, no account needed: T1 to T4 and T10 to T13.</content>
public sealed partial class BitoProClient
{
    /// <summary>T1: one pair, or every pair for null.</summary>
    public Task<IReadOnlyList<BitoProTicker>> GetTickersAsync(string? pair, CancellationToken cancel)
    {
        var request = pair is null
            ? BitoProEndpoints.Tickers.Request([])
            : BitoProEndpoints.Ticker.Request([BitoProRules.Pair(pair)]);
        return _api.SendAsync(
            request,
            BitoProJson.Default.TickersWire,
            wire => wire.Data.Map(ticker => ticker.ToModel(pair)),
            cancel
        );
    }

    /// <summary>T2.</summary>
    /// <param name="pair">Lower-case pair.</param>
    /// <param name="limit">Levels a side: 1, 5, 10, 20, 30 or 50; null for the service's default, 5.</param>
    /// <param name="scale">How coarsely prices are merged; null for not at all.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<BitoProOrderBook> GetOrderBookAsync(string pair, int? limit, int? scale, CancellationToken cancel)
    {
        BitoProRules.Pair(pair);
        var query = new List<KeyValuePair<string, string>>(2);
        if (limit is { } depth)
        {
            query.Add(new("limit", Text(BitoProRules.BookLimit(depth))));
        }
        if (scale is { } level)
        {
            query.Add(new("scale", Text(BitoProRules.BookScale(level))));
        }
        return _api.SendAsync(
            BitoProEndpoints.OrderBook.Request([pair], query),
            BitoProJson.Default.OrderBookWire,
            wire => wire.ToModel(pair),
            cancel
        );
    }

    /// <summary>T3: the latest public trades.</summary>
    public Task<IReadOnlyList<BitoProTrade>> GetTradesAsync(string pair, CancellationToken cancel) =>
        _api.SendAsync(
            BitoProEndpoints.Trades.Request([BitoProRules.Pair(pair)]),
            BitoProJson.Default.Trades,
            wire => wire.Required.Map(trade => trade.ToModel(pair)),
            cancel
        );

    /// <summary>T4.</summary>
    /// <param name="pair">Lower-case pair.</param>
    /// <param name="resolution">1m to 1M, case-sensitive.</param>
    /// <param name="from">First moment; sent as whole seconds, rounded down.</param>
    /// <param name="to">Last moment; likewise.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<IReadOnlyList<BitoProCandlestick>> GetCandlesticksAsync(
        string pair,
        string resolution,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancel
    )
    {
        BitoProRules.Pair(pair);
        BitoProRules.Resolution(resolution);
        if (CandlestickRange.Check(resolution, from, to, _clock.GetUtcNow()) is { } warning)
        {
            _warn(warning);
        }
        return _api.SendAsync(
            BitoProEndpoints.Candlesticks.Request(
                [pair],
                [
                    new("resolution", resolution),
                    new("from", Text(from.ToUnixTimeSeconds())),
                    new("to", Text(to.ToUnixTimeSeconds())),
                ]
            ),
            BitoProJson.Default.Candlesticks,
            wire => wire.Required.Map(candle => candle.ToModel(pair, resolution)),
            cancel
        );
    }

    /// <summary>T10, fresh.</summary>
    public async Task<IReadOnlyList<BitoProTradingPair>> GetTradingPairsAsync(CancellationToken cancel)
    {
        var pairs = await _api.SendAsync(
                BitoProEndpoints.TradingPairs.Request([]),
                BitoProJson.Default.TradingPairs,
                wire => wire.Required.Map(pair => pair.ToModel()),
                cancel
            )
            .ConfigureAwait(false);
        _pairs.Put(_connection.Address, pairs);
        return pairs;
    }

    /// <summary>T11.</summary>
    public Task<IReadOnlyList<BitoProCurrency>> GetCurrenciesAsync(CancellationToken cancel) =>
        _api.SendAsync(
            BitoProEndpoints.Currencies.Request([]),
            BitoProJson.Default.Currencies,
            wire => wire.Required.Map(currency => currency.ToModel()),
            cancel
        );

    /// <summary>T12.</summary>
    public Task<BitoProFees> GetFeesAsync(CancellationToken cancel) =>
        _api.SendAsync(
            BitoProEndpoints.LimitationsAndFees.Request([]),
            BitoProJson.Default.FeesWire,
            wire => wire.ToModel(),
            cancel
        );

    /// <summary>T13.</summary>
    public Task<BitoProOtcPrice> GetOtcPriceAsync(string currency, CancellationToken cancel) =>
        _api.SendAsync(
            BitoProEndpoints.OtcPrice.Request([BitoProRules.Currency(currency)]),
            BitoProJson.Default.OtcPriceWire,
            wire => wire.ToModel(),
            cancel
        );

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
