using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.BitoPro.Wire;

internal sealed class TradingPairWire : WireObject
{
    [JsonPropertyName("pair"), JsonRequired]
    public string Pair { get; set; } = "";

    [JsonPropertyName("base")]
    public string? Base { get; set; }

    [JsonPropertyName("quote")]
    public string? Quote { get; set; }

    [JsonPropertyName("basePrecision"), JsonConverter(typeof(FlexibleInteger))]
    public long? BasePrecision { get; set; }

    [JsonPropertyName("quotePrecision"), JsonConverter(typeof(FlexibleInteger))]
    public long? QuotePrecision { get; set; }

    [JsonPropertyName("amountPrecision"), JsonConverter(typeof(FlexibleInteger))]
    public long? AmountPrecision { get; set; }

    [JsonPropertyName("minLimitBaseAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MinLimitBaseAmount { get; set; }

    [JsonPropertyName("maxLimitBaseAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MaxLimitBaseAmount { get; set; }

    [JsonPropertyName("minMarketBuyQuoteAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MinMarketBuyQuoteAmount { get; set; }

    [JsonPropertyName("orderOpenLimit"), JsonConverter(typeof(FlexibleInteger))]
    public long? OrderOpenLimit { get; set; }

    [JsonPropertyName("maintain")]
    public bool? Maintain { get; set; }

    [JsonPropertyName("orderBookQuotePrecision"), JsonConverter(typeof(FlexibleInteger))]
    public long? OrderBookQuotePrecision { get; set; }

    [JsonPropertyName("orderBookQuoteScaleLevel"), JsonConverter(typeof(FlexibleInteger))]
    public long? OrderBookQuoteScaleLevel { get; set; }

    public BitoProTradingPair ToModel() =>
        new()
        {
            Pair = Pair,
            Base = Base,
            Quote = Quote,
            BasePrecision = BasePrecision.Fitted(),
            QuotePrecision = QuotePrecision.Fitted(),
            AmountPrecision = AmountPrecision.Fitted(),
            MinLimitBaseAmount = MinLimitBaseAmount,
            MaxLimitBaseAmount = MaxLimitBaseAmount,
            MinMarketBuyQuoteAmount = MinMarketBuyQuoteAmount,
            OrderOpenLimit = OrderOpenLimit.Fitted(),
            Maintain = Maintain,
            OrderBookQuotePrecision = OrderBookQuotePrecision.Fitted(),
            OrderBookQuoteScaleLevel = OrderBookQuoteScaleLevel.Fitted(),
            Extra = Extra,
        };
}

internal sealed class CurrencyWire : WireObject
{
    [JsonPropertyName("currency"), JsonRequired]
    public string Currency { get; set; } = "";

    [JsonPropertyName("withdrawFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? WithdrawFee { get; set; }

    [JsonPropertyName("minWithdraw"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MinWithdraw { get; set; }

    [JsonPropertyName("maxWithdraw"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MaxWithdraw { get; set; }

    [JsonPropertyName("maxDailyWithdraw"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MaxDailyWithdraw { get; set; }

    [JsonPropertyName("withdraw")]
    public bool? Withdraw { get; set; }

    [JsonPropertyName("deposit")]
    public bool? Deposit { get; set; }

    [JsonPropertyName("depositConfirmation"), JsonConverter(typeof(FlexibleInteger))]
    public long? DepositConfirmation { get; set; }

    public BitoProCurrency ToModel() =>
        new()
        {
            Currency = Currency,
            WithdrawFee = WithdrawFee,
            MinWithdraw = MinWithdraw,
            MaxWithdraw = MaxWithdraw,
            MaxDailyWithdraw = MaxDailyWithdraw,
            Withdraw = Withdraw,
            Deposit = Deposit,
            DepositConfirmation = DepositConfirmation.Fitted(),
            Extra = Extra,
        };
}

internal sealed class OtcRateWire : WireObject
{
    [JsonPropertyName("pricingCurrency")]
    public string? PricingCurrency { get; set; }

    [JsonPropertyName("exchangeRate"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? ExchangeRate { get; set; }
}

internal sealed class OtcQuotationWire : WireObject
{
    [JsonPropertyName("twd")]
    public OtcRateWire? Twd { get; set; }
}

internal sealed class OtcPriceWire : WireObject
{
    [JsonPropertyName("currency"), JsonRequired]
    public string Currency { get; set; } = "";

    [JsonPropertyName("buySwapQuotation")]
    public OtcQuotationWire? BuySwapQuotation { get; set; }

    [JsonPropertyName("sellSwapQuotation")]
    public OtcQuotationWire? SellSwapQuotation { get; set; }

    public BitoProOtcPrice ToModel() =>
        new()
        {
            Currency = Currency,
            BuyRate = BuySwapQuotation?.Twd?.ExchangeRate,
            SellRate = SellSwapQuotation?.Twd?.ExchangeRate,
            PricingCurrency = (BuySwapQuotation ?? SellSwapQuotation)?.Twd?.PricingCurrency,
            Extra = Extra,
        };
}
