namespace Exchange.Charts;

/// <summary>What is said above candles, the most important first.</summary>
internal static class CandlestickLegend
{
    /// <summary>Pair and resolution.</summary>
    public static string Title(CandlestickSeries series) => $"{series.Pair}  {series.Resolution}";

    /// <summary>Last price, change, extremes, and how many candles had no trade.</summary>
    public static IEnumerable<string> Facts(CandlestickSeries series)
    {
        if (series.Candles.Count == 0)
        {
            yield break;
        }
        yield return $"{Language.Choose("last", "最新")} {ExactDecimal.Format(series.Candles[^1].Close)}";
        if (series.ChangePercent is { } change)
        {
            yield return $"{Language.Choose("change", "漲跌")} {(change > 0 ? "+" : "")}{ExactDecimal.Format(change)} %";
        }
        yield return $"{Language.Choose("high", "最高")} {ExactDecimal.Format(series.High)}";
        yield return $"{Language.Choose("low", "最低")} {ExactDecimal.Format(series.Low)}";
        if (series.Missing is > 0 and var missing)
        {
            yield return Language.Choose($"{missing} without trades left out", $"略過 {missing} 根無成交");
        }
    }

    /// <summary>Said when there is nothing to draw.</summary>
    public static string NoCandles => Language.Choose("(no candles)", "（沒有 K 線）");
}
