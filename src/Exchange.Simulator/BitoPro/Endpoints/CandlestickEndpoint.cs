using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Prices;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T4: bounds in seconds, candles in milliseconds, spans without trades left out.</summary>
internal static class CandlestickEndpoint
{
    private const long DayMs = 86_400_000;

    /// <summary>2020-01-01: every pair has been trading since.</summary>
    private const long FirstTradeMs = 1_577_836_800_000;

    public static void Answer(RouteCall call)
    {
        var market = CaughtUp(call);
        var resolution =
            Resolution.Find(call.Query.Text("resolution") ?? "") ?? throw Refusal.WrongParameter("resolution");
        var from = call.Query.Integer("from") ?? throw Refusal.WrongParameter("from");
        var to = call.Query.Integer("to") ?? throw Refusal.WrongParameter("to");
        if (from >= to || from < 0)
        {
            throw Refusal.WrongParameter("from");
        }
        var nowMs = call.NowMs;
        var oldest = resolution.IsShortLived ? Math.Max(FirstTradeMs, nowMs - 365 * DayMs) : FirstTradeMs;
        var last = Math.Min(to, nowMs / 1000) * 1000;
        var start = resolution.StartOf(Math.Max(Math.Min(from, nowMs / 1000) * 1000, oldest));
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        for (; start <= last; start = resolution.Next(start))
        {
            if (start >= from * 1000)
            {
                Write(call, market, start, market.Trades.Candles.Range(start, resolution.Next(start), nowMs));
            }
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static Market CaughtUp(RouteCall call)
    {
        lock (call.Venue.Gate)
        {
            return call.Market();
        }
    }

    private static void Write(RouteCall call, Market market, long startMs, in Candle candle)
    {
        if (candle.IsEmpty)
        {
            return;
        }
        var decimals = market.Pair.QuotePrecision;
        call.Json.WriteStartObject();
        call.Json.WriteNumber("timestamp"u8, startMs);
        call.Json.WriteDecimal("open"u8, PowerOfTen.FromUnits(candle.Open, decimals));
        call.Json.WriteDecimal("high"u8, PowerOfTen.FromUnits(candle.High, decimals));
        call.Json.WriteDecimal("low"u8, PowerOfTen.FromUnits(candle.Low, decimals));
        call.Json.WriteDecimal("close"u8, PowerOfTen.FromUnits(candle.Close, decimals));
        call.Json.WriteDecimal("volume"u8, PowerOfTen.FromUnits(candle.Volume, PublicTrade.UnitDecimals));
        call.Json.WriteEndObject();
    }
}
