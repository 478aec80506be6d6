namespace Exchange.Cmdlets.Tests.Rules;

/// <summary>The rows of bitopro.md section 9 that T1 to T13, T17 and T18 touch: number, id, and the line that breaks the rule.</summary>
internal static class BadInputRows
{
    private const string Limit = "Invoke-BitoProOrder btc_twd Buy Limit";
    private const string Stop = "Invoke-BitoProOrder btc_twd Sell StopLimit 0.01";

    // Row 1 and 2: what is not a pair is not one anywhere. {0} is the pair.
    private static readonly string[] PairTakers =
    [
        "Get-BitoProTicker {0}",
        "Get-BitoProOrderBook {0}",
        "Get-BitoProTrade {0}",
        "Get-BitoProCandlestick {0}",
        "Show-BitoProCandlestick {0}",
        "Get-BitoProOrder {0}",
        "Get-BitoProOrder {0} -Open",
        "Get-BitoProOrder {0} 5550001112",
        "Get-BitoProFill {0}",
        "Invoke-BitoProOrder {0} Buy Limit 0.01 1000000 -Confirm:$false",
        "Stop-BitoProOrder {0} 5550001112 -Confirm:$false",
    ];

    private static readonly (int Row, string Pair)[] BadPairs =
    [
        (1, "BTC_TWD"),
        (1, "btctwd"),
        (1, "btc-twd"),
        (1, "btc/twd"),
        (1, "' btc_twd'"),
        (1, "'btc_twd\n'"),
        (2, "all"),
        (2, "open"),
        (2, "batch"),
        (2, "../x"),
        (2, "btc_twd/123"),
    ];

    private static readonly (int Row, string Id, string Line)[] Values =
    [
        (5, "InvalidOrderId", "Get-BitoProOrder btc_twd -OrderId ''"),
        (5, "InvalidOrderId", "Get-BitoProOrder btc_twd -OrderId ' '"),
        (5, "InvalidOrderId", "Get-BitoProOrder btc_twd 12/34"),
        (5, "InvalidOrderId", "Stop-BitoProOrder btc_twd '' -Confirm:$false"),
        (5, "InvalidOrderId", "Stop-BitoProOrder btc_twd ' ' -Confirm:$false"),
        (5, "InvalidOrderId", "Stop-BitoProOrder btc_twd 12/34 -Confirm:$false"),
        (5, "InvalidOrderId", "Stop-BitoProOrder btc_twd '12?' -Confirm:$false"),
        (5, "InvalidOrderId", "Stop-BitoProOrder btc_twd '12#' -Confirm:$false"),
        (5, "InvalidOrderId", "Stop-BitoProOrder btc_twd '1 2' -Confirm:$false"),
        (5, "InvalidOrderId", "Stop-BitoProOrder btc_twd .. -Confirm:$false"),
        (5, "InvalidOrderId", "Get-BitoProFill btc_twd 12/34"),
        (8, "MissingParameter", $"{Limit} 0.01"),
        (8, "MissingParameter", $"{Limit} 0.01 -Price ''"),
        (8, "MissingParameter", $"{Limit} '' 1000000"),
        (8, "MissingParameter", $"{Stop}"),
        (8, "MissingParameter", $"{Stop} 2000000"),
        (8, "MissingParameter", $"{Stop} 2000000 -StopPrice 2000000"),
        (8, "MissingParameter", $"{Stop} 2000000 -Condition '<='"),
        (8, "MissingParameter", $"{Stop} -StopPrice 2000000 -Condition '<='"),
        (9, "UnexpectedParameter", "Invoke-BitoProOrder btc_twd Sell Market 0.01 1000000"),
        (9, "UnexpectedParameter", "Invoke-BitoProOrder btc_twd Sell Market 0.01 -StopPrice 1"),
        (9, "UnexpectedParameter", $"{Limit} 0.01 1000000 -StopPrice 1000000"),
        (9, "UnexpectedParameter", $"{Limit} 0.01 1000000 -Condition '>='"),
        (10, "InvalidCondition", $"{Stop} 2000000 -StopPrice 2000000 -Condition '>'"),
        (10, "InvalidCondition", $"{Stop} 2000000 -StopPrice 2000000 -Condition '=>'"),
        (10, "InvalidCondition", $"{Stop} 2000000 -StopPrice 2000000 -Condition '=='"),
        (11, "InvalidTimeInForce", "Invoke-BitoProOrder btc_twd Sell Market 0.01 -TimeInForce POST_ONLY"),
        (11, "InvalidTimeInForce", $"{Stop} 2000000 -StopPrice 2 -Condition '<=' -TimeInForce PostOnly"),
        .. new[] { "0", "0.0", "abc", "NaN", "1e-3", "1,000", "0x10", "' 1'", "∞", "١" }.SelectMany(number =>
            new[]
            {
                (12, "InvalidNumber", $"{Limit} {number} 1000000 -Confirm:$false"),
                (12, "InvalidNumber", $"{Limit} 0.01 {number} -Confirm:$false"),
                (12, "InvalidNumber", $"{Stop} 2000000 -StopPrice {number} -Condition '<=' -Confirm:$false"),
            }
        ),
        (12, "InvalidNumber", $"{Limit} -5 1000000 -Confirm:$false"),
        (12, "InvalidNumber", $"{Limit} 0.01 -Price:-1 -Confirm:$false"),
        (18, "LimitOutOfRange", "Get-BitoProOrderBook btc_twd -Limit 7"),
        (18, "LimitOutOfRange", "Get-BitoProOrderBook btc_twd -Limit 0"),
        (18, "LimitOutOfRange", "Get-BitoProOrderBook btc_twd -Limit 51"),
        (18, "LimitOutOfRange", "Get-BitoProOrderBook btc_twd -Scale:-1"),
        (18, "LimitOutOfRange", "Get-BitoProOrder btc_twd -PageSize 0"),
        (18, "LimitOutOfRange", "Get-BitoProOrder btc_twd -PageSize 1001"),
        (18, "LimitOutOfRange", "Get-BitoProFill btc_twd -PageSize 0"),
        (18, "LimitOutOfRange", "Get-BitoProFill btc_twd -PageSize 1001"),
        .. new[] { "2m", "1H", "1D", "1W", "1min", "''" }.SelectMany(resolution =>
            new[]
            {
                (19, "InvalidResolution", $"Get-BitoProCandlestick btc_twd {resolution}"),
                (19, "InvalidResolution", $"Show-BitoProCandlestick btc_twd {resolution}"),
            }
        ),
        (20, "InvalidTimeRange", "Get-BitoProCandlestick btc_twd -From 2026-03-01T00:00:00Z -To 2026-03-01T00:00:00Z"),
        (20, "InvalidTimeRange", "Get-BitoProCandlestick btc_twd -From 2026-03-02T00:00:00Z -To 2026-03-01T00:00:00Z"),
        (21, "CandleHistoryLimit", "Get-BitoProCandlestick btc_twd 1m -From 2025-01-01Z -To 2025-02-01Z"),
        (21, "CandleHistoryLimit", "Get-BitoProCandlestick btc_twd 5m -From 2025-01-01Z -To 2025-02-01Z"),
        (22, "TimeWindow", "Get-BitoProOrder btc_twd -Since 2025-12-02T04:05:05.999Z -Until 2026-03-02T04:05:06Z"),
        (22, "TimeWindow", "Get-BitoProOrder btc_twd -Since 2026-03-01T00:00:00Z -Until 2026-03-01T00:00:00Z"),
        (22, "TimeWindow", "Get-BitoProFill btc_twd -Since 2025-12-02T04:05:05.999Z -Until 2026-03-02T04:05:06Z"),
        (22, "TimeWindow", "Get-BitoProFill btc_twd -Since 2026-03-02T00:00:00Z -Until 2026-03-01T00:00:00Z"),
        (23, "InvalidStatus", "Get-BitoProOrder btc_twd -Status 5"),
        (23, "InvalidStatus", "Get-BitoProOrder btc_twd -Status 7"),
        (23, "InvalidStatus", "Get-BitoProOrder btc_twd -StatusKind CLOSED"),
        (26, "InvalidCurrency", "Get-BitoProOtcPrice 'USDT (ETH-ERC20)'"),
        (26, "InvalidCurrency", "Get-BitoProOtcPrice USDT"),
        (26, "InvalidCurrency", "Get-BitoProOtcPrice ' '"),
    ];

    public static TheoryData<int, string, string> NothingIsSent =>
        [
            .. BadPairs.SelectMany(pair =>
                PairTakers.Select(line => new TheoryDataRow<int, string, string>(
                    pair.Row,
                    "InvalidPair",
                    line.Replace("{0}", pair.Pair, StringComparison.Ordinal)
                ))
            ),
            .. Values.Select(value => new TheoryDataRow<int, string, string>(value.Row, value.Id, value.Line)),
        ];

    public static TheoryData<int, string, string> OnlyThePairsAreAskedFor =>
        new()
        {
            { 3, "UnknownPair", "Invoke-BitoProOrder xyz_twd Buy Limit 0.01 1000000 -Confirm:$false" },
            { 4, "PairUnderMaintenance", "Invoke-BitoProOrder old_twd Buy Limit 100 1 -Confirm:$false" },
            { 13, "PrecisionExceeded", $"{Limit} 0.01 1000000.5 -Confirm:$false" },
            { 13, "PrecisionExceeded", $"{Limit} 0.000100001 1000000 -Confirm:$false" },
            { 13, "PrecisionExceeded", "Invoke-BitoProOrder btc_twd Buy Market 250.5 -Confirm:$false" },
            { 13, "PrecisionExceeded", $"{Stop} 2000000 -StopPrice 2000000.1 -Condition '<=' -Confirm:$false" },
            { 14, "AmountOutOfRange", $"{Limit} 0.00009999 1000000 -Confirm:$false" },
            { 14, "AmountOutOfRange", $"{Limit} 100000000.1 1000000 -Confirm:$false" },
            { 14, "AmountOutOfRange", "Invoke-BitoProOrder btc_twd Buy Market 249 -Confirm:$false" },
            { 14, "AmountOutOfRange", "Invoke-BitoProOrder btc_twd Sell Market 0.00001 -Confirm:$false" },
        };

    public static TheoryData<int, string, string> RefusedByTheBinder =>
        new()
        {
            { 6, "ParameterArgumentTransformationError", "Invoke-BitoProOrder btc_twd Hold Limit 0.01 1000000" },
            { 20, "ParameterArgumentTransformationError", "Get-BitoProCandlestick btc_twd -From 1772323200000" },
            { 20, "ParameterArgumentTransformationError", "Get-BitoProCandlestick btc_twd -To 1772323200" },
            { 26, "ParameterArgumentValidationErrorEmptyStringNotAllowed", "Get-BitoProOtcPrice ''" },
        };
}
