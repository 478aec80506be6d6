using System.Text.Json;
using Exchange.Simulator.Okx.Errors;

namespace Exchange.Simulator.Okx.Trading;

/// <summary>Public data: the time, the instruments, their tickers.</summary>
internal static class MarketEndpoints
{
    private const long DayMs = 86_400_000;

    public static void Time(OkxCall call) =>
        call.Data(json =>
        {
            json.WriteStartObject();
            json.WriteDecimal("ts", call.ToldMs);
            json.WriteEndObject();
        });

    public static void Instruments(OkxCall call)
    {
        DemandSpot(call);
        var instruments = Wanted(call);
        call.Data(json =>
        {
            foreach (var instrument in instruments)
            {
                json.WriteStartObject();
                json.WriteString("instType", "SPOT");
                json.WriteString("instId", instrument.Id);
                json.WriteString("baseCcy", instrument.Base);
                json.WriteString("quoteCcy", instrument.Quote);
                json.WriteDecimal("tickSz", instrument.TickSize);
                json.WriteDecimal("lotSz", instrument.LotSize);
                json.WriteDecimal("minSz", instrument.MinSize);
                json.WriteString("state", "live");
                json.WriteString("listTime", "1548133413000");
                json.WriteString("expTime", "");
                json.WriteEndObject();
            }
        });
    }

    public static void Ticker(OkxCall call)
    {
        var instrument = OkxInstrument.Demanded(call.Query.Text("instId"));
        call.Data(json => WriteTicker(json, call, instrument));
    }

    public static void Tickers(OkxCall call)
    {
        DemandSpot(call);
        call.Data(json => Array.ForEach(OkxInstrument.All, instrument => WriteTicker(json, call, instrument)));
    }

    private static void DemandSpot(OkxCall call)
    {
        var type = call.Query.Text("instType") ?? throw OkxRefusal.Empty("instType");
        if (type != "SPOT")
        {
            throw new OkxRefusal("51000", "Parameter instType error: this simulator has SPOT only.");
        }
    }

    private static OkxInstrument[] Wanted(OkxCall call) =>
        call.Query.Text("instId") is { } id ? [OkxInstrument.Demanded(id)] : OkxInstrument.All;

    private static void WriteTicker(Utf8JsonWriter json, OkxCall call, OkxInstrument instrument)
    {
        var market = call.Venue.Market;
        var nowMs = call.NowMs;
        var day = Enumerable
            .Range(0, 25)
            .Select(hour => market.Last(instrument, nowMs - DayMs + hour * (DayMs / 24)))
            .ToList();
        var last = market.Last(instrument, nowMs);
        json.WriteStartObject();
        json.WriteString("instType", "SPOT");
        json.WriteString("instId", instrument.Id);
        json.WriteDecimal("last", last);
        json.WriteDecimal("lastSz", instrument.MinSize * 10);
        json.WriteDecimal("askPx", market.Ask(instrument, nowMs));
        json.WriteDecimal("askSz", instrument.MinSize * 1000);
        json.WriteDecimal("bidPx", market.Bid(instrument, nowMs));
        json.WriteDecimal("bidSz", instrument.MinSize * 1000);
        json.WriteDecimal("open24h", day[0]);
        json.WriteDecimal("high24h", day.Max());
        json.WriteDecimal("low24h", day.Min());
        json.WriteDecimal("volCcy24h", 1_000_000m * last);
        json.WriteString("vol24h", "1000000");
        json.WriteDecimal("sodUtc0", market.Last(instrument, nowMs - nowMs % DayMs));
        json.WriteDecimal("sodUtc8", market.Last(instrument, nowMs - (nowMs + DayMs / 3) % DayMs));
        json.WriteDecimal("ts", nowMs);
        json.WriteEndObject();
    }
}
