using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T18: newest first, cursor inclusive; both sides of a match with oneself share a trade id.</summary>
internal static class FillQuery
{
    public static void Answer(RouteCall call)
    {
        var market = call.Market();
        call.Venue.PastOrders.Make();
        var window = TimeWindow.Read(call.Query, call.NowMs).OfRecent(call.NowMs);
        var limit = Paging.Limit(call.Query, usual: 100, most: 1000);
        var cursor = Paging.Cursor(call.Query, "tradeId");
        var orderId = call.Query.Text("orderId");
        var fills = call.Account.History.Of(market.Pair).Fills;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        for (var i = Paging.EndOf(fills, cursor, fill => fill.TradeNumber) - 1; i >= 0 && limit > 0; i--)
        {
            var fill = fills[i];
            if (
                !window.Contains(fill.TimeMs)
                || (orderId is not null && !string.Equals(orderId, fill.Order.Id, StringComparison.Ordinal))
            )
            {
                continue;
            }
            OrderJson.WriteFill(call.Json, fill);
            limit--;
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }
}
