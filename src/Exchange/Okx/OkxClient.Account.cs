using Exchange.Okx.Wire;

namespace Exchange.Okx;

/// <content>The typed reads: the trading account's balances, a market's last prices.</content>
public sealed partial class OkxClient
{
    /// <summary>Balances of the trading account, of the named currencies or of all that are not empty.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c> for what cannot be a currency; no credentials; the service.</exception>
    public Task<IReadOnlyList<OkxBalance>> GetBalancesAsync(IReadOnlyList<string> currencies, CancellationToken cancel)
    {
        var names = currencies.Select(OkxRules.Currency).ToList();
        var query = names.Count == 0 ? [] : new[] { KeyValuePair.Create("ccy", string.Join(',', names)) };
        return ReadAsync(
            OkxEndpoints.Request(HttpMethod.Get, OkxEndpoints.Balance, query, null, _connection.TimeLimit),
            OkxJson.Default.Balances,
            wire => wire.ToBalances(),
            cancel
        );
    }

    /// <summary>The last prices of an instrument; needs no credentials.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c> for what cannot be an instrument; the service.</exception>
    public Task<OkxTicker> GetTickerAsync(string instId, CancellationToken cancel) =>
        ReadAsync(
            OkxEndpoints.Request(
                HttpMethod.Get,
                OkxEndpoints.Ticker,
                [KeyValuePair.Create("instId", OkxRules.InstrumentId(instId))],
                null,
                _connection.TimeLimit
            ),
            OkxJson.Default.Tickers,
            wire => wire.First().ToModel(),
            cancel
        );
}
