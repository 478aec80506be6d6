using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T1, T2, T3 and T13.</summary>
internal static class PublicEndpoints
{
    private const decimal OtcMarkup = 0.005m;

    /// <summary>T1 without a pair: <c>data</c> is an array.</summary>
    public static void Tickers(RouteCall call)
    {
        call.Venue.CatchUp();
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        foreach (var market in call.Venue.Markets)
        {
            TickerJson.WriteTicker(call.Json, market.Ticker(call.NowMs));
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    /// <summary>T1 with a pair: <c>data</c> is one object.</summary>
    public static void Ticker(RouteCall call)
    {
        var market = call.Market();
        call.Json.WriteStartObject();
        call.Json.WritePropertyName("data"u8);
        TickerJson.WriteTicker(call.Json, market.Ticker(call.NowMs));
        call.Json.WriteEndObject();
    }

    /// <summary>T2: not wrapped in <c>data</c>.</summary>
    public static void OrderBook(RouteCall call)
    {
        var market = call.Market();
        var limit = call.Query.Integer("limit") ?? BookJson.DefaultLimit;
        if (!BookJson.Limits.Contains(limit))
        {
            throw new Refusal(422, $"Invalid limit: {limit}");
        }
        var scale = call.Query.Integer("scale") ?? 0;
        if (scale < 0 || scale > market.Pair.ScaleLevel)
        {
            throw new Refusal(422, $"Invalid scale: {scale}");
        }
        call.Json.WriteStartObject();
        BookJson.WriteSides(call.Json, market, (int)limit, (int)scale, isExact: true);
        call.Json.WriteEndObject();
    }

    /// <summary>T3: times are seconds.</summary>
    public static void Trades(RouteCall call)
    {
        var market = call.Market();
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        foreach (var trade in market.Trades.Last(call.NowMs))
        {
            TickerJson.WriteTrade(call.Json, market.Pair, trade);
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    /// <summary>T13: not wrapped in <c>data</c>.</summary>
    public static void OtcPrice(RouteCall call)
    {
        var code = call.Values[0].ToLowerInvariant();
        var coin = Array.Find(
            Coin.All,
            coin => coin.HasOtc && string.Equals(coin.Code, code, StringComparison.Ordinal)
        );
        if (coin is null)
        {
            throw new Refusal(422, "Cannot list price, please try again later");
        }
        var price = call.Market($"{coin.Code}_twd").LastPrice;
        call.Json.WriteStartObject();
        call.Json.WriteString("currency"u8, coin.Code);
        WriteQuotation(call.Json, "buySwapQuotation", price * (1 + OtcMarkup));
        WriteQuotation(call.Json, "sellSwapQuotation", price * (1 - OtcMarkup));
        call.Json.WriteEndObject();
    }

    private static void WriteQuotation(Utf8JsonWriter json, string name, decimal rate)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("twd"u8);
        json.WriteString("pricingCurrency"u8, "TWD"u8);
        json.WriteDecimal("exchangeRate"u8, Math.Round(rate, 2));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
