using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wire;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T10, T11 and T12.</summary>
internal static class ProvisioningEndpoints
{
    private const decimal GridBotFee = 0.0005m;

    public static void TradingPairs(RouteCall call)
    {
        WriteList(call.Json, Markets.TradingPairs.All, WritePair);
    }

    public static void Currencies(RouteCall call)
    {
        WriteList(call.Json, WithdrawalRule.All, WriteCurrency);
    }

    /// <summary>T12: not wrapped in <c>data</c>.</summary>
    public static void LimitationsAndFees(RouteCall call)
    {
        call.Json.WriteStartObject();
        WriteArray(call.Json, "tradingFeeRate", TradingFeeRank.All, WriteRank);
        WriteArray(call.Json, "restrictionsOfWithdrawalFees", WithdrawalRule.All, WriteRestriction);
        WriteArray(
            call.Json,
            "cryptocurrencyDepositFeeAndConfirmation",
            WithdrawalRule.All.Where(rule => rule.Confirmations > 0),
            WriteConfirmation
        );
        WriteArray(call.Json, "ttCheckFeesAndLimitationsLevel1", [100_000m], WriteCheque);
        WriteArray(call.Json, "ttCheckFeesAndLimitationsLevel2", [500_000m], WriteCheque);
        call.Json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, TradingPair pair)
    {
        json.WriteString("pair"u8, pair.Name);
        json.WriteString("base"u8, pair.Base);
        json.WriteString("quote"u8, pair.Quote);
        json.WriteDecimal("basePrecision"u8, pair.BasePrecision);
        json.WriteDecimal("quotePrecision"u8, pair.QuotePrecision);
        json.WriteDecimal("minLimitBaseAmount"u8, pair.MinBase);
        json.WriteDecimal("maxLimitBaseAmount"u8, pair.MaxBase);
        json.WriteDecimal("minMarketBuyQuoteAmount"u8, pair.MinMarketBuyQuote);
        json.WriteDecimal("orderOpenLimit"u8, TradingPair.OrderOpenLimit);
        json.WriteBoolean("maintain"u8, pair.IsUnderMaintenance);
        json.WriteDecimal("orderBookQuotePrecision"u8, pair.QuotePrecision);
        json.WriteDecimal("orderBookQuoteScaleLevel"u8, pair.ScaleLevel);
        json.WriteDecimal("amountPrecision"u8, pair.AmountPrecision);
    }

    private static void WriteCurrency(Utf8JsonWriter json, WithdrawalRule rule)
    {
        json.WriteString("currency"u8, rule.DisplayName);
        json.WriteDecimal("withdrawFee"u8, rule.Fee);
        json.WriteDecimal("minWithdraw"u8, rule.Minimum);
        json.WriteDecimal("maxWithdraw"u8, rule.Maximum);
        json.WriteDecimal("maxDailyWithdraw"u8, rule.DailyMaximum);
        json.WriteBoolean("withdraw"u8, true);
        json.WriteBoolean("deposit"u8, true);
        json.WriteDecimal("depositConfirmation"u8, rule.Confirmations);
    }

    private static void WriteRank(Utf8JsonWriter json, TradingFeeRank rank)
    {
        json.WriteNumber("rank"u8, rank.Rank);
        json.WriteString("twdVolumeSymbol"u8, rank.Symbol);
        json.WriteDecimal("twdVolume"u8, rank.TwdVolume);
        json.WriteString("bitoAmountSymbol"u8, rank.Symbol);
        json.WriteDecimal("bitoAmount"u8, rank.BitoAmount);
        json.WriteDecimal("makerFee"u8, rank.Maker);
        json.WriteDecimal("takerFee"u8, rank.Taker);
        json.WriteDecimal("makerBitoFee"u8, rank.MakerInBito);
        json.WriteDecimal("takerBitoFee"u8, rank.TakerInBito);
        json.WriteString("rankCondition"u8, rank.Condition);
        json.WriteDecimal("gridBotMakerFee"u8, GridBotFee);
        json.WriteDecimal("gridBotTakerFee"u8, GridBotFee);
    }

    private static void WriteRestriction(Utf8JsonWriter json, WithdrawalRule rule)
    {
        json.WriteString("currency"u8, rule.Currency);
        json.WriteDecimal("fee"u8, rule.Fee);
        json.WriteDecimal("minimumTradingAmount"u8, rule.Minimum);
        json.WriteDecimal("maximumTradingAmount"u8, rule.Maximum);
        json.WriteDecimal("dailyCumulativeMaximumAmount"u8, rule.DailyMaximum);
        json.WriteString("remarks"u8, ""u8);
        json.WriteString("protocol"u8, rule.WireProtocol);
        if (rule.Currency == "TWD")
        {
            json.WriteDecimal("twdWithdrawMonthly"u8, 2 * rule.DailyMaximum);
        }
        else
        {
            json.WriteNull("twdWithdrawMonthly"u8);
        }
    }

    private static void WriteConfirmation(Utf8JsonWriter json, WithdrawalRule rule)
    {
        json.WriteString("currency"u8, rule.DisplayName);
        json.WriteDecimal("generalDepositFees"u8, 0);
        json.WriteDecimal("blockchainConfirmationRequired"u8, rule.Confirmations);
    }

    private static void WriteCheque(Utf8JsonWriter json, decimal dailyMaximum)
    {
        json.WriteString("currency"u8, "TWD"u8);
        json.WriteDecimal("redeemDailyCumulativeMaximumAmount"u8, dailyMaximum);
        json.WriteDecimal("generateMinimumTradingAmount"u8, 100);
        json.WriteDecimal("generateMaximumTradingAmount"u8, dailyMaximum / 2);
        json.WriteDecimal("generateDailyCumulativeMaximumAmount"u8, dailyMaximum);
    }

    private static void WriteList<T>(Utf8JsonWriter json, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        WriteArray(json, "data", rows, write);
        json.WriteEndObject();
    }

    private static void WriteArray<T>(
        Utf8JsonWriter json,
        string name,
        IEnumerable<T> rows,
        Action<Utf8JsonWriter, T> write
    )
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
