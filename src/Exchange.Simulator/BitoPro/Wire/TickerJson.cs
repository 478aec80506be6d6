using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Prices;

namespace Exchange.Simulator.BitoPro.Wire;

/// <summary>Tickers and public trades (T1, T3 and their streams): eight decimals each.</summary>
internal static class TickerJson
{
    public static void WriteTicker(Utf8JsonWriter json, Ticker ticker)
    {
        json.WriteStartObject();
        json.WriteString("pair"u8, ticker.Pair);
        WriteMembers(json, ticker);
        json.WriteEndObject();
    }

    /// <summary>The ticker's values without its pair.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Ticker ticker)
    {
        json.WriteEightDecimals("lastPrice"u8, ticker.LastPrice);
        json.WriteBoolean("isBuyer"u8, ticker.IsBuyer);
        json.WriteDecimal("priceChange24hr"u8, ticker.ChangePercent);
        json.WriteEightDecimals("volume24hr"u8, ticker.Volume);
        json.WriteEightDecimals("high24hr"u8, ticker.High);
        json.WriteEightDecimals("low24hr"u8, ticker.Low);
    }

    /// <summary>A public trade; its time is in seconds.</summary>
    public static void WriteTrade(Utf8JsonWriter json, TradingPair pair, in PublicTrade trade)
    {
        json.WriteStartObject();
        json.WriteNumber("timestamp"u8, trade.TimeMs / 1000);
        json.WriteEightDecimals("price"u8, PowerOfTen.FromUnits(trade.Ticks, pair.QuotePrecision));
        json.WriteEightDecimals("amount"u8, PowerOfTen.FromUnits(trade.Units, PublicTrade.UnitDecimals));
        json.WriteBoolean("isBuyer"u8, trade.IsBuyer);
        json.WriteEndObject();
    }
}
