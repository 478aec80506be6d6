using System.Net;
using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Endpoints;
using Exchange.Simulator.BitoPro.Limits;
using Exchange.Simulator.BitoPro.Streams;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro;

/// <summary>BitoPro REST v3 below <c>/bitopro/v3</c>: the table of bitopro.md 2.0, in its order.</summary>
internal sealed class BitoProService(BitoProVenue venue) : ISimulatedService
{
    private static readonly Route[] Routes =
    [
        Public(1, "tickers", PublicEndpoints.Tickers),
        Public(1, "tickers/{}", PublicEndpoints.Ticker),
        Public(2, "order-book/{}", PublicEndpoints.OrderBook),
        Public(3, "trades/{}", PublicEndpoints.Trades),
        Public(4, "trading-history/{}", CandlestickEndpoint.Answer) with
        {
            IsUnlocked = true,
        },
        Private(5, "GET", "accounts/balance", RateLimit.Private, SimulatorPermissions.Read, OrderQueries.Balance),
        Private(6, "POST", "orders/{}", RateLimit.CreateOrder, SimulatorPermissions.Trade, OrderCommands.Create),
        Private(7, "DELETE", "orders/{}/{}", RateLimit.CancelOrder, SimulatorPermissions.Trade, OrderCommands.Cancel),
        Private(8, "GET", "orders/open", RateLimit.OpenOrders, SimulatorPermissions.Read, OrderQueries.Open),
        Private(9, "GET", "orders/all/{}", RateLimit.Private, SimulatorPermissions.Read, OrderHistoryQuery.Answer),
        Public(10, "provisioning/trading-pairs", ProvisioningEndpoints.TradingPairs),
        Public(11, "provisioning/currencies", ProvisioningEndpoints.Currencies),
        Public(12, "provisioning/limitations-and-fees", ProvisioningEndpoints.LimitationsAndFees),
        Public(13, "price/otc/{}", PublicEndpoints.OtcPrice),
        Private(
            14,
            "POST",
            "orders/batch",
            RateLimit.CreateBatch,
            SimulatorPermissions.Trade,
            OrderCommands.CreateBatch
        ),
        Private(15, "PUT", "orders", RateLimit.CancelBatch, SimulatorPermissions.Trade, OrderCommands.CancelBatch),
        Private(16, "DELETE", "orders/all", RateLimit.CancelAll, SimulatorPermissions.Trade, OrderCommands.CancelAll),
        Private(
            16,
            "DELETE",
            "orders/{}",
            RateLimit.CancelAll,
            SimulatorPermissions.Trade,
            OrderCommands.CancelAllOfPair
        ),
        Private(17, "GET", "orders/{}/{}", RateLimit.Private, SimulatorPermissions.Read, OrderQueries.One),
        Private(18, "GET", "orders/trades/{}", RateLimit.Private, SimulatorPermissions.Read, FillQuery.Answer),
        Private(
            19,
            "GET",
            "wallet/depositHistory/{}",
            RateLimit.Private,
            SimulatorPermissions.Read,
            WalletEndpoints.Deposits
        ),
        Private(
            20,
            "GET",
            "wallet/withdrawHistory/{}",
            RateLimit.Private,
            SimulatorPermissions.Read,
            WalletEndpoints.Withdrawals
        ),
        Private(
            21,
            "GET",
            "wallet/withdraw/{}/{}",
            RateLimit.Private,
            SimulatorPermissions.Read,
            WalletEndpoints.BySerial
        ),
        Private(
            21,
            "GET",
            "wallet/withdraw/{}/id/{}",
            RateLimit.Private,
            SimulatorPermissions.Read,
            WalletEndpoints.ById
        ),
        Private(
            22,
            "POST",
            "wallet/withdraw/{}",
            RateLimit.Withdraw,
            SimulatorPermissions.Withdraw,
            WalletEndpoints.Create
        ),
    ];

    // A literal segment is meant before a value: /orders/open is never the cancel-all of a pair named "open".
    private static readonly Route[] BySpecificity =
    [
        .. Routes.OrderBy(route => Array.FindAll(route.Template, part => part == "{}").Length),
    ];

    private readonly StreamRoutes _streams = new(venue);

    public string Name => "bitopro";

    public void Answer(Call call)
    {
        var segments = ((ArraySegment<string>)call.Segments).AsSpan();
        if (StreamRoutes.Owns(call.Segments))
        {
            // An upgrade to an unknown pair is answered 200 without a socket (bitopro.md section 8).
            call.Json.WriteStartObject();
            call.Json.WriteEndObject();
            return;
        }
        if (segments.Length < 2 || segments[0] != "v3")
        {
            throw Refusal.NotFound();
        }
        var path = segments[1..];
        var values = new string[2];
        foreach (var route in BySpecificity)
        {
            if (route.Matches(call.Method, path, values, out _))
            {
                Answer(route, call, values);
                return;
            }
        }
        throw Refusal.NotFound();
    }

    public Func<CancellationToken, Task>? OpenStream(Call call, HttpListenerContext context)
    {
        if (!StreamRoutes.Owns(call.Segments) || _streams.Find(call) is not { Count: > 0 } sources)
        {
            return null;
        }
        return new StreamSession(venue, context, sources).RunAsync;
    }

    private void Answer(Route route, Call call, string[] values)
    {
        Account? signer = null;
        if (route.Needs is { } needed)
        {
            signer = venue.Authenticator.Authenticate(call, needed);
        }
        venue.RateLimiter.Pass(route.Limit, signer?.Name ?? "", call.NowMs);
        if (route.IsUnlocked)
        {
            route.Answer(new(call, venue, signer, values));
            return;
        }
        lock (venue.Gate)
        {
            route.Answer(new(call, venue, signer, values));
        }
    }

    private static Route Public(int tool, string template, Action<RouteCall> answer) =>
        new(tool, "GET", template.Split('/'), RateLimit.Public, answer);

    private static Route Private(
        int tool,
        string method,
        string template,
        RateLimit limit,
        SimulatorPermissions needs,
        Action<RouteCall> answer
    ) => new(tool, method, template.Split('/'), limit, answer) { Needs = needs };
}
