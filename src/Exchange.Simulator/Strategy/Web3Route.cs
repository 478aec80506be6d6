using Exchange.Simulator.Strategy.Intents;
using Exchange.Simulator.Strategy.Orders;
using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Strategy.Wallet;

namespace Exchange.Simulator.Strategy;

/// <summary>Who may call a route.</summary>
internal enum Web3Access
{
    /// <summary>Anybody.</summary>
    Public,

    /// <summary>A session, an API key, or nobody in particular.</summary>
    Market,

    /// <summary>A session.</summary>
    Wallet,

    /// <summary>A session that says what it is with <c>X-Web3-Auth-Type: 1</c>.</summary>
    Strategy,
}

/// <summary>An endpoint of strategy.md 2.3 or 14, by its path behind the service's name.</summary>
internal sealed record Web3Route(string Method, string Path, Web3Access Access, Action<Web3Call> Answer)
{
    private const string Orders = "/api/v1/dex/strategy/agentic/limitOrder";
    private const string Wallet = "/priapi/v5/wallet/agentic";

    /// <summary>The table, for one venue: signing in the old way remembers what it handed out.</summary>
    public static Web3Route[] For(LegacySignIn legacy) =>
        [
            new("POST", Orders + "/createOrder", Web3Access.Strategy, StrategyEndpoints.Create),
            new("POST", Orders + "/cancel", Web3Access.Strategy, StrategyEndpoints.Cancel),
            new("POST", Orders + "/getOpenOrder", Web3Access.Strategy, OpenOrderList.Answer),
            new("GET", Orders + "/openOrderDetail", Web3Access.Strategy, StrategyEndpoints.Detail),
            new("POST", Orders + "/reactivate", Web3Access.Strategy, StrategyEndpoints.Reactivate),
            new("GET", Wallet + "/strategy/getAttestDocHex", Web3Access.Strategy, AttestationEndpoints.Document),
            new("POST", Wallet + "/strategy/registerTeeInfo", Web3Access.Strategy, AttestationEndpoints.Register),
            new("POST", "/api/v6/dex/market/price", Web3Access.Market, MarketEndpoints.Price),
            new("POST", "/api/v6/dex/market/token/basic-info", Web3Access.Market, MarketEndpoints.BasicInfo),
            new("POST", Wallet + "/auth/session/result", Web3Access.Public, WalletEndpoints.SessionResult),
            new("POST", Wallet + "/auth/refresh", Web3Access.Public, WalletEndpoints.Refresh),
            new("POST", Wallet + "/account/list", Web3Access.Wallet, WalletEndpoints.Accounts),
            new("POST", Wallet + "/account/address/list", Web3Access.Wallet, WalletEndpoints.Addresses),
            new("POST", Wallet + "/agent-heartbeat", Web3Access.Wallet, WalletEndpoints.Heartbeat),
            new("POST", Wallet + "/auth/init", Web3Access.Public, legacy.StartEmail),
            new("POST", Wallet + "/auth/verify", Web3Access.Public, legacy.FinishEmail),
            new("POST", Wallet + "/auth/ak/init", Web3Access.Public, legacy.StartKey),
            new("POST", Wallet + "/auth/ak/verify", Web3Access.Public, legacy.FinishKey),
        ];
}
