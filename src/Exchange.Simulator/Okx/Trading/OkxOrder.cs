namespace Exchange.Simulator.Okx.Trading;

/// <summary>A spot order of one environment.</summary>
internal sealed class OkxOrder
{
    public required long Number { get; init; }

    public required OkxInstrument Instrument { get; init; }

    public required string ClientId { get; init; }

    public required string Tag { get; init; }

    public required bool IsBuy { get; init; }

    /// <summary>limit, market, post_only, ioc or fok.</summary>
    public required string Type { get; init; }

    /// <summary>Zero for a market order.</summary>
    public required decimal Price { get; init; }

    /// <summary>As ordered: base units, but quote units of a market purchase that says so.</summary>
    public required decimal Size { get; init; }

    public required bool IsQuoteSize { get; init; }

    public required long CreatedMs { get; init; }

    public long UpdatedMs { get; set; }

    /// <summary>live, filled or canceled.</summary>
    public string State { get; set; } = "live";

    public decimal FilledSize { get; set; }

    public decimal FillPrice { get; set; }

    public long FillMs { get; set; }

    public long TradeNumber { get; set; }

    /// <summary>Negative: what was taken.</summary>
    public decimal Fee { get; set; }

    public bool IsOpen => State == "live";

    public string FrozenCurrency => IsBuy ? Instrument.Quote : Instrument.Base;

    public decimal Frozen => !IsBuy || IsQuoteSize ? Size : Size * Price;
}
