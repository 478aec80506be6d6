namespace Exchange.BitoPro;

/// <summary>Side of an order.</summary>
public enum BitoProSide
{
    /// <summary>BUY: base for quote.</summary>
    Buy = 1,

    /// <summary>SELL: quote for base.</summary>
    Sell = 2,
}

/// <summary>Order types that can be sent.</summary>
public enum BitoProOrderType
{
    /// <summary>LIMIT.</summary>
    Limit = 1,

    /// <summary>MARKET; a market buy names its amount in quote units.</summary>
    Market = 2,

    /// <summary>STOP_LIMIT: a limit order that enters the book when its stop price is reached.</summary>
    StopLimit = 3,
}

/// <summary>How long and how an order rests.</summary>
public enum BitoProTimeInForce
{
    /// <summary>GTC: until it is filled or cancelled.</summary>
    Gtc = 1,

    /// <summary>POST_ONLY: cancelled at once if it would take.</summary>
    PostOnly = 2,
}

/// <summary>The words of the wire for the enumerations.</summary>
internal static class BitoProWords
{
    public static string Of(BitoProSide side) => side == BitoProSide.Buy ? "BUY" : "SELL";

    public static string Of(BitoProOrderType type) =>
        type switch
        {
            BitoProOrderType.Limit => "LIMIT",
            BitoProOrderType.Market => "MARKET",
            _ => "STOP_LIMIT",
        };

    public static string Of(BitoProTimeInForce timeInForce) =>
        timeInForce == BitoProTimeInForce.PostOnly ? "POST_ONLY" : "GTC";

    public static BitoProSide? SideOf(string? word) =>
        word?.ToUpperInvariant() switch
        {
            "BUY" => BitoProSide.Buy,
            "SELL" => BitoProSide.Sell,
            _ => null,
        };
}
