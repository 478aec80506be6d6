using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T5, T8 and T17.</summary>
internal static class OrderQueries
{
    public static void Balance(RouteCall call)
    {
        call.Venue.CatchUp();
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        foreach (var coin in Coin.All)
        {
            BalanceJson.Write(call.Json, coin.Code, call.Account.Balance(coin.Code));
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    /// <summary>T8: newest update first.</summary>
    public static void Open(RouteCall call)
    {
        call.Venue.CatchUp();
        var history = call.Account.History;
        IEnumerable<Matching.Order> open = call.Query.Text("pair") is { } pair
            ? history.Of(call.Market(pair).Pair).Open.Values
            : history.Open;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        foreach (var order in open.OrderByDescending(order => order.UpdatedMs).ThenByDescending(order => order.Number))
        {
            OrderJson.WriteOrder(call.Json, order);
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    /// <summary>T17: the bare order; 90 days of history.</summary>
    public static void One(RouteCall call)
    {
        var market = call.Market();
        call.Venue.PastOrders.Make();
        var order = call.Account.History.Of(market.Pair).Find(call.Values[1]);
        if (order is null || order.CreatedMs < call.NowMs - TimeWindow.SpanMs)
        {
            throw new Refusal(404, $"Order {call.Values[1]} not found.");
        }
        OrderJson.WriteOrder(call.Json, order);
    }
}
