using System.Text.Json;
using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>
/// The orders of every pair in the first frame, then those of the pairs that changed: all open ones, or the last finished
/// ones, in full per pair.
/// </summary>
internal sealed class OrderStream(BitoProVenue venue, Account account, bool isHistory) : IStreamSource
{
    private const int RecentlyFinished = 20;

    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);
    private bool _hasSpoken;

    public bool TryWrite(Utf8JsonWriter json, long nowMs)
    {
        venue.CatchUp();
        var changed = account
            .History.Pairs.Where(pair => _seen.GetValueOrDefault(pair.Key) != pair.Value.Version)
            .ToList();
        if (_hasSpoken && changed.Count == 0)
        {
            return false;
        }
        _hasSpoken = true;
        json.WriteStartObject();
        json.WriteString("event"u8, isHistory ? "RECENT_HISTORY_ORDERS"u8 : "ACTIVE_ORDERS"u8);
        StreamJson.WriteTime(json, nowMs);
        json.WriteStartObject("data"u8);
        foreach (var (pair, records) in changed)
        {
            _seen[pair] = records.Version;
            json.WriteStartArray(pair);
            foreach (var order in isHistory ? Finished(records) : records.Open.Values)
            {
                OrderJson.WriteOrder(json, order, clientIdName: "clientID");
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        return true;
    }

    private static IEnumerable<Order> Finished(PairRecords records) =>
        records.Orders.AsEnumerable().Reverse().Where(order => !order.IsOpen).Take(RecentlyFinished);
}
