namespace Exchange.BitoPro;

/// <summary>Rules of a trading pair (T10).</summary>
public sealed record BitoProTradingPair : BitoProObject
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Base currency, lower-case.</summary>
    public string? Base { get; init; }

    /// <summary>Quote currency, lower-case.</summary>
    public string? Quote { get; init; }

    /// <summary>Most decimals of a base amount.</summary>
    public int? BasePrecision { get; init; }

    /// <summary>Most decimals of a price.</summary>
    public int? QuotePrecision { get; init; }

    /// <summary>Decimals to which streamed book amounts are rounded; not a limit of orders.</summary>
    public int? AmountPrecision { get; init; }

    /// <summary>Smallest base amount, inclusive.</summary>
    public decimal? MinLimitBaseAmount { get; init; }

    /// <summary>Largest base amount, inclusive.</summary>
    public decimal? MaxLimitBaseAmount { get; init; }

    /// <summary>Smallest quote amount of a market buy, inclusive.</summary>
    public decimal? MinMarketBuyQuoteAmount { get; init; }

    /// <summary>Most open orders.</summary>
    public int? OrderOpenLimit { get; init; }

    /// <summary>True while orders are not taken.</summary>
    public bool? Maintain { get; init; }

    /// <summary>Decimals of prices in the order book.</summary>
    public int? OrderBookQuotePrecision { get; init; }

    /// <summary>Highest scale of the order book.</summary>
    public int? OrderBookQuoteScaleLevel { get; init; }
}

/// <summary>Deposit and withdrawal rules of a currency on one network (T11).</summary>
public sealed record BitoProCurrency : BitoProObject
{
    /// <summary>Display name, which may hold the network: <c>XYZ (ETH-ERC20)</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Fee of a withdrawal, currency units.</summary>
    public decimal? WithdrawFee { get; init; }

    /// <summary>Smallest withdrawal, currency units.</summary>
    public decimal? MinWithdraw { get; init; }

    /// <summary>Largest withdrawal, currency units.</summary>
    public decimal? MaxWithdraw { get; init; }

    /// <summary>Most that can be withdrawn in a day, currency units.</summary>
    public decimal? MaxDailyWithdraw { get; init; }

    /// <summary>True while withdrawals are taken.</summary>
    public bool? Withdraw { get; init; }

    /// <summary>True while deposits are taken.</summary>
    public bool? Deposit { get; init; }

    /// <summary>Confirmations until a deposit counts.</summary>
    public int? DepositConfirmation { get; init; }
}

/// <summary>Over-the-counter rates of a currency in TWD (T13).</summary>
public sealed record BitoProOtcPrice : BitoProObject
{
    /// <summary>Lower-case code.</summary>
    public required string Currency { get; init; }

    /// <summary>TWD per coin when buying.</summary>
    public decimal? BuyRate { get; init; }

    /// <summary>TWD per coin when selling.</summary>
    public decimal? SellRate { get; init; }

    /// <summary>Currency of the rates.</summary>
    public string? PricingCurrency { get; init; }
}
