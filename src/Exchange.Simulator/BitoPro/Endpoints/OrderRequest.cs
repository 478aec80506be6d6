using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Matching;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>The body of T6, or an element of T14, read and checked against its pair.</summary>
internal sealed record OrderRequest(
    OrderSide Side,
    OrderType Type,
    decimal Amount,
    decimal Price,
    decimal? StopPrice,
    bool TriggersOnRise,
    bool IsPostOnly,
    int? ClientId
)
{
    /// <summary>Keeps price times amount within what a decimal can hold exactly.</summary>
    private const decimal HighestPrice = 1_000_000_000_000m;

    /// <exception cref="Refusal">400 for what is missing or no value of its kind, 422 for a value out of bounds.</exception>
    public static OrderRequest Read(JsonElement body, TradingPair pair)
    {
        if (pair.IsUnderMaintenance)
        {
            throw new Refusal(422, $"Trading pair {pair.Name} is under maintenance.");
        }
        var side = ReadSide(body);
        var type = ReadType(body);
        _ = Integer(body, "timestamp") ?? throw Refusal.WrongParameter("timestamp");
        var amount = ReadAmount(body, pair, isQuote: type == OrderType.Market && side == OrderSide.Buy);
        var isStop = type == OrderType.StopLimit;
        return new(
            side,
            type,
            amount,
            ReadPrice(body, pair, "price", isNeeded: type != OrderType.Market) ?? 0,
            ReadPrice(body, pair, "stopPrice", isStop),
            isStop && ReadCondition(body),
            // MARKET and STOP_LIMIT are always GTC on the server.
            ReadPostOnly(body) && type == OrderType.Limit,
            ReadClientId(body)
        );
    }

    // Peers also send sides and types in lower case: the live server is tolerant.
    private static OrderSide ReadSide(JsonElement body) =>
        Text(body, "action")?.ToUpperInvariant() switch
        {
            "BUY" => OrderSide.Buy,
            "SELL" => OrderSide.Sell,
            _ => throw Refusal.WrongParameter("action"),
        };

    private static OrderType ReadType(JsonElement body) =>
        Text(body, "type")?.ToUpperInvariant() switch
        {
            "LIMIT" => OrderType.Limit,
            "MARKET" => OrderType.Market,
            "STOP_LIMIT" => OrderType.StopLimit,
            _ => throw new Refusal(400, "Unsupported order type"),
        };

    private static decimal ReadAmount(JsonElement body, TradingPair pair, bool isQuote)
    {
        var text = Text(body, "amount") ?? throw Refusal.WrongParameter("amount");
        var amount = Positive(text) ?? throw new Refusal(422, $"Invalid amount {text}");
        var decimals = isQuote ? pair.QuotePrecision : pair.BasePrecision;
        if (PowerOfTen.DecimalsOf(amount) > decimals)
        {
            throw new Refusal(422, $"Invalid amount {text}, decimal limit is {decimals}.");
        }
        var least = isQuote ? pair.MinMarketBuyQuote : pair.MinBase;
        if (amount < least)
        {
            throw new Refusal(422, $"Invalid amount {text}, minimum is {DecimalText.Of(least)}.");
        }
        if (!isQuote && amount > pair.MaxBase)
        {
            throw new Refusal(422, $"Invalid amount {text}, maximum is {DecimalText.Of(pair.MaxBase)}.");
        }
        return amount;
    }

    private static decimal? ReadPrice(JsonElement body, TradingPair pair, string name, bool isNeeded)
    {
        if (Text(body, name) is not { } text)
        {
            return isNeeded ? throw Refusal.WrongParameter(name) : null;
        }
        if (!isNeeded)
        {
            throw Refusal.WrongParameter(name);
        }
        var price = Positive(text) ?? throw new Refusal(422, $"Invalid {name} {text}");
        if (price > HighestPrice)
        {
            throw new Refusal(422, $"Invalid {name} {text}, maximum is {HighestPrice}.");
        }
        if (PowerOfTen.DecimalsOf(price) > pair.QuotePrecision)
        {
            throw new Refusal(422, $"Invalid {name} {text}, decimal limit is {pair.QuotePrecision}.");
        }
        return price;
    }

    private static bool ReadCondition(JsonElement body) =>
        Text(body, "condition") switch
        {
            ">=" => true,
            "<=" => false,
            _ => throw Refusal.WrongParameter("condition"),
        };

    private static bool ReadPostOnly(JsonElement body) =>
        Text(body, "timeInForce") switch
        {
            null or "GTC" => false,
            "POST_ONLY" => true,
            _ => throw Refusal.WrongParameter("timeInForce"),
        };

    private static int? ReadClientId(JsonElement body) =>
        Integer(body, "clientId") switch
        {
            null => null,
            >= 1 and <= int.MaxValue and { } clientId => (int)clientId,
            _ => throw Refusal.WrongParameter("clientId"),
        };

    /// <summary>A string value. Amounts and prices are strings on the wire; a number there is a wrong parameter.</summary>
    private static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return null;
        }
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Refusal.WrongParameter(name);
    }

    private static long? Integer(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return null;
        }
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw Refusal.WrongParameter(name);
    }

    private static decimal? Positive(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : null;
}
