using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>The ticker whenever one of its values changes.</summary>
internal sealed class TickerStream(Market market) : IStreamSource
{
    private Ticker? _seen;

    public bool TryWrite(Utf8JsonWriter json, long nowMs)
    {
        market.CatchUp(nowMs);
        var ticker = market.Ticker(nowMs);
        if (ticker == _seen)
        {
            return false;
        }
        _seen = ticker;
        json.WriteStartObject();
        json.WriteString("event"u8, "TICKER"u8);
        json.WriteString("pair"u8, market.Pair.Upper);
        TickerJson.WriteMembers(json, ticker);
        StreamJson.WriteTime(json, nowMs);
        json.WriteEndObject();
        return true;
    }
}
