using Exchange.Simulator.Okx.Trading;

namespace Exchange.Simulator.Okx;

/// <summary>Who may call a route.</summary>
internal enum OkxAccess
{
    Public,
    Read,
    Trade,
}

/// <summary>One endpoint of the REST API, by its path behind the service's name.</summary>
internal sealed record OkxRoute(string Method, string Path, OkxAccess Access, Action<OkxCall> Answer)
{
    public static readonly OkxRoute[] All =
    [
        new("GET", "/api/v5/public/time", OkxAccess.Public, MarketEndpoints.Time),
        new("GET", "/api/v5/public/instruments", OkxAccess.Public, MarketEndpoints.Instruments),
        new("GET", "/api/v5/market/ticker", OkxAccess.Public, MarketEndpoints.Ticker),
        new("GET", "/api/v5/market/tickers", OkxAccess.Public, MarketEndpoints.Tickers),
        new("GET", "/api/v5/account/balance", OkxAccess.Read, AccountEndpoints.Balance),
        new("GET", "/api/v5/account/config", OkxAccess.Read, AccountEndpoints.Config),
        new("POST", "/api/v5/account/set-position-mode", OkxAccess.Trade, AccountEndpoints.SetPositionMode),
        new("POST", "/api/v5/trade/order", OkxAccess.Trade, OrderEndpoints.Place),
        new("GET", "/api/v5/trade/order", OkxAccess.Read, OrderEndpoints.Detail),
        new("POST", "/api/v5/trade/cancel-order", OkxAccess.Trade, OrderEndpoints.Cancel),
        new("GET", "/api/v5/trade/orders-pending", OkxAccess.Read, OrderEndpoints.Pending),
        new("GET", "/api/v5/trade/orders-history", OkxAccess.Read, OrderEndpoints.History),
    ];
}
