using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.Http;
using Exchange.Simulator.Okx.Errors;

namespace Exchange.Simulator.Okx.Trading;

/// <summary>The body of POST /api/v5/trade/order, checked.</summary>
internal sealed record OkxOrderRequest
{
    private static readonly string[] Types = ["limit", "market", "post_only", "ioc", "fok"];

    public required OkxInstrument Instrument { get; init; }

    public required bool IsBuy { get; init; }

    public required string Type { get; init; }

    public required decimal Price { get; init; }

    public required decimal Size { get; init; }

    public required bool IsQuoteSize { get; init; }

    public required string ClientId { get; init; }

    public required string Tag { get; init; }

    /// <exception cref="OrderRefusal">A parameter is missing or wrong.</exception>
    public static OkxOrderRequest Read(JsonElement body)
    {
        var instrument = OkxInstrument.Known(body.Text("instId")) ?? throw new OrderRefusal("51021");
        var type = body.Text("ordType");
        var side = body.Text("side");
        if (body.Text("tdMode") != "cash")
        {
            throw OrderRefusal.Parameter("tdMode");
        }
        if (side is not ("buy" or "sell"))
        {
            throw OrderRefusal.Parameter("side");
        }
        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            throw OrderRefusal.Parameter("ordType");
        }
        var isMarketBuy = type == "market" && side == "buy";
        var request = new OkxOrderRequest
        {
            Instrument = instrument,
            IsBuy = side == "buy",
            Type = type!,
            Price = type == "market" ? 0 : Positive(body, "px"),
            Size = Positive(body, "sz"),
            IsQuoteSize = isMarketBuy && body.Text("tgtCcy") is null or "quote_ccy",
            ClientId = IdOf(body, "clOrdId", 32),
            Tag = body.Text("tag") ?? "",
        };
        request.CheckSize();
        return request;
    }

    public OkxOrder ToOrder(long number, long nowMs) =>
        new()
        {
            Number = number,
            Instrument = Instrument,
            IsBuy = IsBuy,
            Type = Type,
            Price = Price,
            Size = Size,
            IsQuoteSize = IsQuoteSize,
            ClientId = ClientId,
            Tag = Tag,
            CreatedMs = nowMs,
            UpdatedMs = nowMs,
        };

    private void CheckSize()
    {
        if (IsQuoteSize)
        {
            return;
        }
        if (Size < Instrument.MinSize)
        {
            throw new OrderRefusal("51020");
        }
        if (Size % Instrument.LotSize != 0)
        {
            throw new OrderRefusal("51121");
        }
        if (Price % Instrument.TickSize != 0)
        {
            throw OrderRefusal.Parameter("px");
        }
    }

    private static decimal Positive(JsonElement body, string name) =>
        decimal.TryParse(body.Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value > 0
            ? value
            : throw OrderRefusal.Parameter(name);

    private static string IdOf(JsonElement body, string name, int longest)
    {
        var text = body.Text(name) ?? "";
        return text.Length <= longest && text.All(char.IsAsciiLetterOrDigit)
            ? text
            : throw OrderRefusal.Parameter(name);
    }
}
