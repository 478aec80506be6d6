using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.BitoPro.Wire;

internal sealed class FeesWire : WireObject
{
    [JsonPropertyName("tradingFeeRate"), JsonRequired]
    public TradingFeeWire[] TradingFeeRate { get; set; } = [];

    [JsonPropertyName("restrictionsOfWithdrawalFees")]
    public WithdrawalLimitWire[] RestrictionsOfWithdrawalFees { get; set; } = [];

    [JsonPropertyName("cryptocurrencyDepositFeeAndConfirmation")]
    public DepositFeeWire[] CryptocurrencyDepositFeeAndConfirmation { get; set; } = [];

    [JsonPropertyName("ttCheckFeesAndLimitationsLevel1")]
    public CheckLimitWire[] TtCheckFeesAndLimitationsLevel1 { get; set; } = [];

    [JsonPropertyName("ttCheckFeesAndLimitationsLevel2")]
    public CheckLimitWire[] TtCheckFeesAndLimitationsLevel2 { get; set; } = [];

    public BitoProFees ToModel() =>
        new()
        {
            TradingFeeRate = TradingFeeRate.Map(fee => fee.ToModel()),
            RestrictionsOfWithdrawalFees = RestrictionsOfWithdrawalFees.Map(limit => limit.ToModel()),
            CryptocurrencyDepositFeeAndConfirmation = CryptocurrencyDepositFeeAndConfirmation.Map(fee => fee.ToModel()),
            TtCheckFeesAndLimitationsLevel1 = TtCheckFeesAndLimitationsLevel1.Map(limit => limit.ToModel()),
            TtCheckFeesAndLimitationsLevel2 = TtCheckFeesAndLimitationsLevel2.Map(limit => limit.ToModel()),
            Extra = Extra,
        };
}

internal sealed class TradingFeeWire : WireObject
{
    [JsonPropertyName("rank"), JsonConverter(typeof(FlexibleInteger))]
    public long? Rank { get; set; }

    [JsonPropertyName("twdVolumeSymbol")]
    public string? TwdVolumeSymbol { get; set; }

    [JsonPropertyName("twdVolume"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? TwdVolume { get; set; }

    [JsonPropertyName("bitoAmountSymbol")]
    public string? BitoAmountSymbol { get; set; }

    [JsonPropertyName("bitoAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? BitoAmount { get; set; }

    [JsonPropertyName("makerFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MakerFee { get; set; }

    [JsonPropertyName("takerFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? TakerFee { get; set; }

    [JsonPropertyName("makerBitoFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MakerBitoFee { get; set; }

    [JsonPropertyName("takerBitoFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? TakerBitoFee { get; set; }

    [JsonPropertyName("rankCondition")]
    public string? RankCondition { get; set; }

    [JsonPropertyName("gridBotMakerFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? GridBotMakerFee { get; set; }

    [JsonPropertyName("gridBotTakerFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? GridBotTakerFee { get; set; }

    public BitoProTradingFee ToModel() =>
        new()
        {
            Rank = Rank.Fitted(),
            TwdVolumeSymbol = TwdVolumeSymbol,
            TwdVolume = TwdVolume,
            BitoAmountSymbol = BitoAmountSymbol,
            BitoAmount = BitoAmount,
            MakerFee = MakerFee,
            TakerFee = TakerFee,
            MakerBitoFee = MakerBitoFee,
            TakerBitoFee = TakerBitoFee,
            RankCondition = RankCondition,
            GridBotMakerFee = GridBotMakerFee,
            GridBotTakerFee = GridBotTakerFee,
            Extra = Extra,
        };
}

internal sealed class WithdrawalLimitWire : WireObject
{
    [JsonPropertyName("currency"), JsonRequired]
    public string Currency { get; set; } = "";

    [JsonPropertyName("fee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Fee { get; set; }

    [JsonPropertyName("minimumTradingAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MinimumTradingAmount { get; set; }

    [JsonPropertyName("maximumTradingAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? MaximumTradingAmount { get; set; }

    [JsonPropertyName("dailyCumulativeMaximumAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? DailyCumulativeMaximumAmount { get; set; }

    [JsonPropertyName("remarks")]
    public string? Remarks { get; set; }

    [JsonPropertyName("protocol")]
    public string? Protocol { get; set; }

    [JsonPropertyName("twdWithdrawMonthly"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? TwdWithdrawMonthly { get; set; }

    public BitoProWithdrawalLimit ToModel() =>
        new()
        {
            Currency = Currency,
            Fee = Fee,
            MinimumTradingAmount = MinimumTradingAmount,
            MaximumTradingAmount = MaximumTradingAmount,
            DailyCumulativeMaximumAmount = DailyCumulativeMaximumAmount,
            Remarks = Remarks,
            Protocol = Protocol,
            TwdWithdrawMonthly = TwdWithdrawMonthly,
            Extra = Extra,
        };
}

internal sealed class DepositFeeWire : WireObject
{
    [JsonPropertyName("currency"), JsonRequired]
    public string Currency { get; set; } = "";

    [JsonPropertyName("generalDepositFees"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? GeneralDepositFees { get; set; }

    [JsonPropertyName("blockchainConfirmationRequired"), JsonConverter(typeof(FlexibleText))]
    public string? BlockchainConfirmationRequired { get; set; }

    public BitoProDepositFee ToModel() =>
        new()
        {
            Currency = Currency,
            GeneralDepositFees = GeneralDepositFees,
            BlockchainConfirmationRequired = BlockchainConfirmationRequired,
            Extra = Extra,
        };
}

internal sealed class CheckLimitWire : WireObject
{
    [JsonPropertyName("currency"), JsonRequired]
    public string Currency { get; set; } = "";

    [JsonPropertyName("redeemDailyCumulativeMaximumAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? RedeemDailyCumulativeMaximumAmount { get; set; }

    [JsonPropertyName("generateMinimumTradingAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? GenerateMinimumTradingAmount { get; set; }

    [JsonPropertyName("generateMaximumTradingAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? GenerateMaximumTradingAmount { get; set; }

    [JsonPropertyName("generateDailyCumulativeMaximumAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? GenerateDailyCumulativeMaximumAmount { get; set; }

    public BitoProCheckLimit ToModel() =>
        new()
        {
            Currency = Currency,
            RedeemDailyCumulativeMaximumAmount = RedeemDailyCumulativeMaximumAmount,
            GenerateMinimumTradingAmount = GenerateMinimumTradingAmount,
            GenerateMaximumTradingAmount = GenerateMaximumTradingAmount,
            GenerateDailyCumulativeMaximumAmount = GenerateDailyCumulativeMaximumAmount,
            Extra = Extra,
        };
}
