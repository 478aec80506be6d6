using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Okx.Errors;

namespace Exchange.Simulator.Okx.Trading;

/// <summary>Placing, cancelling and finding orders.</summary>
internal static class OrderEndpoints
{
    private const long HistoryMs = 7 * 86_400_000L;

    public static void Place(OkxCall call)
    {
        var body = call.Body();
        call.Desk.CatchUp(call.NowMs);
        call.Outcome(() =>
        {
            var order = call.Desk.Place(OkxOrderRequest.Read(body), call.NowMs);
            return (DecimalText.Of(order.Number), order.ClientId);
        });
    }

    public static void Cancel(OkxCall call)
    {
        var body = call.Body();
        DemandId(body.Text("instId"), body.Text("ordId"), body.Text("clOrdId"));
        call.Desk.CatchUp(call.NowMs);
        call.Outcome(() =>
        {
            var order = call.Desk.Cancel(body.Text("ordId"), body.Text("clOrdId"), call.NowMs);
            return (DecimalText.Of(order.Number), order.ClientId);
        });
    }

    public static void Detail(OkxCall call)
    {
        var (orderId, clientId) = (call.Query.Text("ordId"), call.Query.Text("clOrdId"));
        DemandId(call.Query.Text("instId"), orderId, clientId);
        call.Desk.CatchUp(call.NowMs);
        var order = call.Desk.Find(orderId, clientId) ?? throw new OkxRefusal("51603");
        call.Data(json => Write(json, order));
    }

    public static void Pending(OkxCall call)
    {
        call.Desk.CatchUp(call.NowMs);
        List(call, order => order.IsOpen);
    }

    public static void History(OkxCall call)
    {
        _ = call.Query.Text("instType") ?? throw OkxRefusal.Empty("instType");
        call.Desk.CatchUp(call.NowMs);
        List(call, order => !order.IsOpen && order.UpdatedMs > call.NowMs - HistoryMs);
    }

    private static void DemandId(string? instrument, string? orderId, string? clientId)
    {
        _ = OkxInstrument.Demanded(instrument);
        if (orderId is null && clientId is null)
        {
            throw new OkxRefusal("50014", "Either parameter ordId or clOrdId is required.");
        }
    }

    // Newest first; after= asks for older ids, before= for newer ones.
    private static void List(OkxCall call, Func<OkxOrder, bool> isWanted)
    {
        var query = call.Query;
        var limit = (int)Math.Clamp(query.Integer("limit") ?? 100, 1, 100);
        var rows = call
            .Desk.Orders.Where(isWanted)
            .Where(order => query.Text("instId") is not { } id || order.Instrument.Id == id)
            .Where(order =>
                query.Text("ordType") is not { } types || types.Split(',').Contains(order.Type, StringComparer.Ordinal)
            )
            .Where(order => query.Text("state") is not { } state || order.State == state)
            .Where(order => query.Integer("after") is not { } after || order.Number < after)
            .Where(order => query.Integer("before") is not { } before || order.Number > before)
            .OrderByDescending(order => order.Number)
            .Take(limit)
            .ToList();
        call.Data(json => rows.ForEach(order => Write(json, order)));
    }

    private static void Write(Utf8JsonWriter json, OkxOrder order)
    {
        var isFilled = order.FilledSize > 0;
        json.WriteStartObject();
        json.WriteString("instType", "SPOT");
        json.WriteString("instId", order.Instrument.Id);
        json.WriteDecimal("ordId", order.Number);
        json.WriteString("clOrdId", order.ClientId);
        json.WriteString("tag", order.Tag);
        json.WriteString("px", order.Type == "market" ? "" : DecimalText.Of(order.Price));
        json.WriteDecimal("sz", order.Size);
        json.WriteString("ordType", order.Type);
        json.WriteString("side", order.IsBuy ? "buy" : "sell");
        json.WriteString("posSide", "net");
        json.WriteString("tdMode", "cash");
        json.WriteString("tgtCcy", order.IsQuoteSize ? "quote_ccy" : "");
        json.WriteString("state", order.State);
        json.WriteDecimal("accFillSz", order.FilledSize);
        json.WriteString("avgPx", isFilled ? DecimalText.Of(order.FillPrice) : "");
        json.WriteString("fillPx", isFilled ? DecimalText.Of(order.FillPrice) : "");
        json.WriteDecimal("fillSz", order.FilledSize);
        json.WriteString("fillTime", isFilled ? DecimalText.Of(order.FillMs) : "");
        json.WriteString("tradeId", isFilled ? DecimalText.Of(order.TradeNumber) : "");
        json.WriteDecimal("fee", order.Fee);
        json.WriteString("feeCcy", order.IsBuy ? order.Instrument.Base : order.Instrument.Quote);
        json.WriteDecimal("cTime", order.CreatedMs);
        json.WriteDecimal("uTime", order.UpdatedMs);
        json.WriteEndObject();
    }
}
