using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T6, T7, T14, T15 and T16.</summary>
internal static class OrderCommands
{
    private const int LargestBatch = 10;

    public static void Create(RouteCall call)
    {
        var market = call.Market();
        using var body = Parse(call, JsonValueKind.Object);
        var order = OrderDesk.Place(call, market, OrderRequest.Read(body.RootElement, market.Pair));
        OrderJson.WriteCreated(call.Json, order);
    }

    public static void Cancel(RouteCall call)
    {
        var market = call.Market();
        var order = call.Account.History.Of(market.Pair).Find(call.Values[1]);
        if (order is null)
        {
            throw new Refusal(404, $"Order {call.Values[1]} not found.");
        }
        if (!order.IsOpen)
        {
            throw new Refusal(422, $"Order {order.Id} is not open.");
        }
        market.Cancel(order, call.NowMs);
        OrderJson.WriteCancelled(call.Json, order);
    }

    /// <summary>
    /// T14. Every element is checked before any is placed; funds are checked in order, and what does not have them is left
    /// out of the reply (open question 7: partial, in the order of the request).
    /// </summary>
    public static void CreateBatch(RouteCall call)
    {
        using var body = Parse(call, JsonValueKind.Array);
        if (body.RootElement.GetArrayLength() is < 1 or > LargestBatch)
        {
            throw new Refusal(400, "Invalid body");
        }
        var requests = body.RootElement.EnumerateArray().Select(element => ReadElement(call, element)).ToList();
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        foreach (var (market, request) in requests)
        {
            if (TryPlace(call, market, request) is { } order)
            {
                OrderJson.WriteCreated(call.Json, order);
            }
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void CancelBatch(RouteCall call)
    {
        using var body = Parse(call, JsonValueKind.Object);
        var wanted = body
            .RootElement.EnumerateObject()
            .Where(one => one.Name != "nonce")
            .Select(one => ReadIds(call, one))
            .ToList();
        if (wanted.Count == 0)
        {
            throw new Refusal(400, "Invalid body");
        }
        WriteCancelled(
            call,
            wanted.Select(one => (one.Market, OrderDesk.Cancel(call, one.Market, order => one.Ids.Contains(order.Id))))
        );
    }

    public static void CancelAll(RouteCall call)
    {
        call.Venue.CatchUp();
        WriteCancelled(
            call,
            call.Venue.Markets.Select(market => (market, OrderDesk.Cancel(call, market, _ => true)))
                .Where(cancelled => cancelled.Item2.Count > 0)
        );
    }

    public static void CancelAllOfPair(RouteCall call)
    {
        var market = call.Market();
        WriteCancelled(call, [(market, OrderDesk.Cancel(call, market, _ => true))]);
    }

    private static (Market Market, OrderRequest Request) ReadElement(RouteCall call, JsonElement element)
    {
        if (
            element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("pair", out var pair)
            || pair.ValueKind != JsonValueKind.String
        )
        {
            throw Refusal.WrongParameter("pair");
        }
        var market = call.Market(pair.GetString()!);
        var request = OrderRequest.Read(element, market.Pair);
        return request.Type == OrderType.StopLimit
            ? throw new Refusal(400, "Unsupported order type")
            : (market, request);
    }

    private static Order? TryPlace(RouteCall call, Market market, OrderRequest request)
    {
        try
        {
            return OrderDesk.Place(call, market, request);
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static (Market Market, HashSet<string> Ids) ReadIds(RouteCall call, JsonProperty pair)
    {
        var isList = pair.Value.ValueKind == JsonValueKind.Array;
        if (!isList || pair.Value.EnumerateArray().Any(id => id.ValueKind != JsonValueKind.String))
        {
            throw new Refusal(400, "Invalid body");
        }
        var ids = pair.Value.EnumerateArray().Select(id => id.GetString()!).ToHashSet(StringComparer.Ordinal);
        return (call.Market(pair.Name), ids);
    }

    private static void WriteCancelled(RouteCall call, IEnumerable<(Market Market, List<Order> Orders)> cancelled)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartObject("data"u8);
        foreach (var (market, orders) in cancelled)
        {
            call.Json.WriteStartArray(market.Pair.Upper);
            foreach (var order in orders)
            {
                call.Json.WriteStringValue(order.Id);
            }
            call.Json.WriteEndArray();
        }
        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }

    private static JsonDocument Parse(RouteCall call, JsonValueKind kind)
    {
        // Authentication has already read the body as JSON, and a batch element by element.
        var body = JsonDocument.Parse(call.Http.Body);
        if (body.RootElement.ValueKind == kind)
        {
            return body;
        }
        body.Dispose();
        throw new Refusal(400, "Invalid body");
    }
}
