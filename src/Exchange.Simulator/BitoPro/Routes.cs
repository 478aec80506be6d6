using Exchange.Simulator.BitoPro.Endpoints;
using Exchange.Simulator.BitoPro.Limits;

namespace Exchange.Simulator.BitoPro;

/// <summary>The table of bitopro.md 2.0, in its order.</summary>
internal static class Routes
{
    private static readonly Route[] All =
    [
        Public(1, "tickers", PublicEndpoints.Tickers),
        Public(1, "tickers/{}", PublicEndpoints.Ticker),
        Public(2, "order-book/{}", PublicEndpoints.OrderBook),
        Public(3, "trades/{}", PublicEndpoints.Trades),
        Unlocked(Public(4, "trading-history/{}", CandlestickEndpoint.Answer)),
        Read(5, "accounts/balance", RateLimit.Private, OrderQueries.Balance),
        Trade(6, "POST", "orders/{}", RateLimit.CreateOrder, OrderCommands.Create),
        Trade(7, "DELETE", "orders/{}/{}", RateLimit.CancelOrder, OrderCommands.Cancel),
        Read(8, "orders/open", RateLimit.OpenOrders, OrderQueries.Open),
        Read(9, "orders/all/{}", RateLimit.Private, OrderHistoryQuery.Answer),
        Public(10, "provisioning/trading-pairs", ProvisioningEndpoints.TradingPairs),
        Public(11, "provisioning/currencies", ProvisioningEndpoints.Currencies),
        Public(12, "provisioning/limitations-and-fees", ProvisioningEndpoints.LimitationsAndFees),
        Public(13, "price/otc/{}", PublicEndpoints.OtcPrice),
        Trade(14, "POST", "orders/batch", RateLimit.CreateBatch, OrderCommands.CreateBatch),
        Trade(15, "PUT", "orders", RateLimit.CancelBatch, OrderCommands.CancelBatch),
        Trade(16, "DELETE", "orders/all", RateLimit.CancelAll, OrderCommands.CancelAll),
        Trade(16, "DELETE", "orders/{}", RateLimit.CancelAll, OrderCommands.CancelAllOfPair),
        Read(17, "orders/{}/{}", RateLimit.Private, OrderQueries.One),
        Read(18, "orders/trades/{}", RateLimit.Private, FillQuery.Answer),
        Read(19, "wallet/depositHistory/{}", RateLimit.Private, WalletEndpoints.Deposits),
        Read(20, "wallet/withdrawHistory/{}", RateLimit.Private, WalletEndpoints.Withdrawals),
        Read(21, "wallet/withdraw/{}/{}", RateLimit.Private, WalletEndpoints.BySerial),
        Read(21, "wallet/withdraw/{}/id/{}", RateLimit.Private, WalletEndpoints.ById),
        Withdraw(22, "wallet/withdraw/{}", RateLimit.Withdraw, WalletEndpoints.Create),
    ];

    /// <summary>A literal segment is meant before a value: DELETE /orders/all never cancels on a pair named "all".</summary>
    public static readonly Route[] BySpecificity =
    [
        .. All.OrderBy(route => Array.FindAll(route.Template, part => part == Route.Value).Length),
    ];

    private static Route Public(int tool, string template, Action<RouteCall> answer) =>
        new(tool, "GET", template.Split('/'), RateLimit.Public, answer);

    private static Route Read(int tool, string template, RateLimit limit, Action<RouteCall> answer) =>
        new(tool, "GET", template.Split('/'), limit, answer) { Needs = SimulatorPermissions.Read };

    private static Route Trade(int tool, string method, string template, RateLimit limit, Action<RouteCall> answer) =>
        new(tool, method, template.Split('/'), limit, answer) { Needs = SimulatorPermissions.Trade };

    private static Route Withdraw(int tool, string template, RateLimit limit, Action<RouteCall> answer) =>
        new(tool, "POST", template.Split('/'), limit, answer) { Needs = SimulatorPermissions.Withdraw };

    private static Route Unlocked(Route route) => route with { IsUnlocked = true };
}
