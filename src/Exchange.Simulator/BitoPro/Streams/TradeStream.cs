using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Prices;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>The last trades in the first frame, then the new ones, newest first.</summary>
internal sealed class TradeStream(Market market) : IStreamSource
{
    private HashSet<PublicTrade> _seen = [];

    public bool TryWrite(Utf8JsonWriter json, long nowMs)
    {
        market.CatchUp(nowMs);
        var last = market.Trades.Last(nowMs);
        var fresh = last.Where(trade => !_seen.Contains(trade)).ToList();
        if (fresh.Count == 0)
        {
            return false;
        }
        _seen = [.. last];
        json.WriteStartObject();
        json.WriteString("event"u8, "TRADE"u8);
        json.WriteString("pair"u8, market.Pair.Upper);
        StreamJson.WriteTime(json, nowMs);
        json.WriteStartArray("data"u8);
        fresh.ForEach(trade => TickerJson.WriteTrade(json, market.Pair, trade));
        json.WriteEndArray();
        json.WriteEndObject();
        return true;
    }
}
