using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>A full book after every change; amounts are exact in the first frame and rounded later, as live.</summary>
internal sealed class OrderBookStream(Market market, int limit) : IStreamSource
{
    private long _seen = -1;
    private long _frames;

    public bool TryWrite(Utf8JsonWriter json, long nowMs)
    {
        market.CatchUp(nowMs);
        if (market.BookVersion == _seen)
        {
            return false;
        }
        _seen = market.BookVersion;
        json.WriteStartObject();
        json.WriteString("event"u8, "ORDER_BOOK"u8);
        json.WriteString("eventID"u8, $"{++_frames}");
        json.WriteString("pair"u8, market.Pair.Upper);
        json.WriteNumber("limit"u8, limit);
        json.WriteNumber("scale"u8, 0);
        BookJson.WriteSides(json, market, limit, scale: 0, isExact: _frames == 1);
        StreamJson.WriteTime(json, nowMs);
        json.WriteEndObject();
        return true;
    }
}
