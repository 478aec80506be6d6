using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T9: newest creation first, cursor inclusive.</summary>
internal static class OrderHistoryQuery
{
    public static void Answer(RouteCall call)
    {
        var market = call.Market();
        call.Venue.PastOrders.Make();
        var window = WindowOf(call);
        var limit = Paging.Limit(call.Query, usual: 100, most: 1000);
        var cursor = Paging.Cursor(call.Query, "orderId");
        var isWanted = StatusFilter(call.Query);
        var clientId = call.Query.Integer("clientId");
        var orders = call.Account.History.Of(market.Pair).Orders;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        for (var i = Paging.EndOf(orders, cursor, order => order.Number) - 1; i >= 0 && limit > 0; i--)
        {
            var order = orders[i];
            if (order.CreatedMs < window.StartMs)
            {
                break;
            }
            if (
                order.CreatedMs > window.EndMs
                || !isWanted(order.Status)
                || (clientId is not null && clientId != order.ClientId)
            )
            {
                continue;
            }
            OrderJson.WriteOrder(call.Json, order);
            limit--;
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static TimeWindow WindowOf(RouteCall call)
    {
        var isUnlimited = call.Query.Text("ignoreTimeLimitEnable") is "true" && call.Query.Text("statusKind") is "OPEN";
        return isUnlimited ? new(0, long.MaxValue) : TimeWindow.Read(call.Query, call.NowMs).OfRecent(call.NowMs);
    }

    private static Func<int, bool> StatusFilter(QueryValues query)
    {
        if (query.Integer("status") is { } status)
        {
            return OrderStatus.IsKnown(status) ? actual => actual == status : throw Refusal.WrongParameter("status");
        }
        return (query.Text("statusKind") ?? "ALL") switch
        {
            "ALL" => _ => true,
            "OPEN" => OrderStatus.IsOpen,
            "DONE" => OrderStatus.IsDone,
            _ => throw Refusal.WrongParameter("statusKind"),
        };
    }
}
