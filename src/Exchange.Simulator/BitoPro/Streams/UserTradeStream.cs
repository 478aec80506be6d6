using System.Text.Json;
using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>One frame per fill that happens after the subscription.</summary>
internal sealed class UserTradeStream : IStreamSource
{
    private readonly BitoProVenue _venue;
    private readonly Account _account;
    private readonly Dictionary<string, int> _seen;

    public UserTradeStream(BitoProVenue venue, Account account)
    {
        _venue = venue;
        _account = account;
        _seen = account.History.Pairs.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Fills.Count,
            StringComparer.Ordinal
        );
    }

    public bool TryWrite(Utf8JsonWriter json, long nowMs)
    {
        _venue.CatchUp();
        foreach (var (pair, records) in _account.History.Pairs)
        {
            var seen = _seen.GetValueOrDefault(pair);
            if (seen < records.Fills.Count)
            {
                _seen[pair] = seen + 1;
                Write(json, records.Fills[seen], nowMs);
                return true;
            }
        }
        return false;
    }

    private static void Write(Utf8JsonWriter json, Fill fill, long nowMs)
    {
        var order = fill.Order;
        json.WriteStartObject();
        json.WriteString("event"u8, "USER_TRADE"u8);
        StreamJson.WriteTime(json, nowMs);
        json.WriteStartObject("data"u8);
        json.WriteString("base"u8, order.Pair.Base);
        json.WriteString("quote"u8, order.Pair.Quote);
        json.WriteString("side"u8, order.IsBuy ? "bid"u8 : "ask"u8);
        json.WriteDecimal("price"u8, fill.Price);
        json.WriteDecimal("volume"u8, fill.BaseAmount);
        json.WriteDecimal("fee"u8, fill.Fee);
        json.WriteString("feeCurrency"u8, order.FeeCurrency);
        json.WriteNumber("transactionTimestamp"u8, fill.TimeMs / 1000);
        json.WriteNumber("eventTimestamp"u8, nowMs / 1000);
        json.WriteString("orderID"u8, order.Id);
        json.WriteString("orderType"u8, OrderText.Type(order.Type));
        json.WriteString("matchID"u8, $"{fill.TradeNumber}");
        json.WriteBoolean("isMarket"u8, order.Type == OrderType.Market);
        json.WriteBoolean("isMaker"u8, !fill.IsTaker);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
