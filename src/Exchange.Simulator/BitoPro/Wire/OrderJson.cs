using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Wire;

/// <summary>Orders and fills as the private endpoints show them (T6-T9, T14, T17, T18).</summary>
internal static class OrderJson
{
    private const int AverageDecimals = 8;

    /// <summary>The order object of T8, T9 and T17. Streams spell the last key <c>clientID</c>.</summary>
    public static void WriteOrder(Utf8JsonWriter json, Order order, string clientIdName = "clientId")
    {
        json.WriteStartObject();
        json.WriteString("id"u8, order.Id);
        json.WriteString("pair"u8, order.Pair.Name);
        json.WriteDecimal("price"u8, order.Price);
        json.WriteDecimal("avgExecutionPrice"u8, PowerOfTen.Floor(order.AveragePrice, AverageDecimals));
        json.WriteString("action"u8, OrderText.Action(order.Side));
        json.WriteString("type"u8, OrderText.Type(order.Type));
        json.WriteNumber("status"u8, order.Status);
        json.WriteDecimal("originalAmount"u8, order.OriginalAmount);
        json.WriteDecimal("remainingAmount"u8, order.RemainingAmount);
        json.WriteDecimal("executedAmount"u8, order.ExecutedAmount);
        json.WriteDecimal("fee"u8, order.Fee);
        json.WriteString("feeSymbol"u8, order.FeeCurrency);
        json.WriteDecimal("bitoFee"u8, 0);
        json.WriteDecimal("total"u8, order.ExecutedQuote);
        json.WriteString("seq"u8, $"{order.Pair.Base}{order.Pair.Quote}".ToUpperInvariant() + order.Sequence);
        if (order.StopPrice is { } stopPrice)
        {
            json.WriteDecimal("stopPrice"u8, stopPrice);
            json.WriteString("condition"u8, OrderText.Condition(order));
        }
        json.WriteString("timeInForce"u8, OrderText.TimeInForce(order));
        if (order.ClientId is { } clientId)
        {
            json.WriteNumber(clientIdName, clientId);
        }
        json.WriteNumber("createdTimestamp"u8, order.CreatedMs);
        json.WriteNumber("updatedTimestamp"u8, order.UpdatedMs);
        json.WriteNumber("timestamp"u8, order.UpdatedMs);
        json.WriteEndObject();
    }

    /// <summary>The receipt of T6 and T14: plain ids are numbers, ids with a prefix strings.</summary>
    public static void WriteCreated(Utf8JsonWriter json, Order order)
    {
        json.WriteStartObject();
        if (order.Type == OrderType.StopLimit)
        {
            json.WriteString("orderId"u8, order.Id);
        }
        else
        {
            json.WriteNumber("orderId"u8, order.Number);
        }
        json.WriteString("action"u8, OrderText.Action(order.Side));
        json.WriteDecimal("amount"u8, order.OriginalAmount);
        json.WriteDecimal("price"u8, order.Price);
        json.WriteNumber("timestamp"u8, order.CreatedMs);
        json.WriteString("timeInForce"u8, OrderText.TimeInForce(order));
        if (order.ClientId is { } clientId)
        {
            json.WriteNumber("clientId"u8, clientId);
        }
        json.WriteEndObject();
    }

    /// <summary>The receipt of T7.</summary>
    public static void WriteCancelled(Utf8JsonWriter json, Order order)
    {
        json.WriteStartObject();
        json.WriteString("orderId"u8, order.Id);
        json.WriteString("action"u8, OrderText.Action(order.Side));
        json.WriteDecimal("amount"u8, order.OriginalAmount);
        json.WriteDecimal("price"u8, order.Price);
        json.WriteNumber("timestamp"u8, order.UpdatedMs);
        json.WriteEndObject();
    }

    /// <summary>A row of T18: the fee's currency is upper-case here.</summary>
    public static void WriteFill(Utf8JsonWriter json, Fill fill)
    {
        json.WriteStartObject();
        json.WriteString("tradeId"u8, $"{fill.TradeNumber}");
        json.WriteString("orderId"u8, fill.Order.Id);
        json.WriteDecimal("price"u8, fill.Price);
        json.WriteString("action"u8, OrderText.Action(fill.Order.Side));
        json.WriteDecimal("baseAmount"u8, fill.BaseAmount);
        json.WriteDecimal("quoteAmount"u8, fill.QuoteAmount);
        json.WriteDecimal("fee"u8, fill.Fee);
        json.WriteString("feeSymbol"u8, fill.Order.FeeCurrency.ToUpperInvariant());
        json.WriteBoolean("isTaker"u8, fill.IsTaker);
        json.WriteNumber("timestamp"u8, fill.TimeMs);
        json.WriteNumber("createdTimestamp"u8, fill.TimeMs);
        json.WriteEndObject();
    }
}
