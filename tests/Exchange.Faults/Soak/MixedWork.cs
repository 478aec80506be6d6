using System.Globalization;

namespace Exchange.Faults.Soak;

/// <summary>What is done, how often, and how many requests of a service that makes.</summary>
/// <param name="PerSecond">How often.</param>
/// <param name="Requests">Requests each time, without those of sign-ins on the way.</param>
/// <param name="Line">Cmdlets as they are typed, with <c>{0}</c> for a number that is used once.</param>
internal sealed record MixedWork(double PerSecond, int Requests, string Line)
{
    private const string OkxOrder =
        """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"1000.1","sz":"0.00001","clOrdId":"soak{0}"}""";

    /// <summary>A working day of the four services in each second; within every limit that the client keeps by itself.</summary>
    public static IReadOnlyList<MixedWork> All { get; } =
    [
        new(5, 1, "Get-BitoProTicker btc_twd"),
        new(2, 1, "Get-BitoProOrderBook btc_twd -Limit 10"),
        new(1, 1, "Get-BitoProTrade btc_twd"),
        new(3, 1, "Get-BitoProBalance"),
        new(2, 1, "Get-BitoProOrder btc_twd -First 20 -PageSize 20"),
        new(1, 1, "Get-BitoProFill btc_twd -First 20"),
        new(2, 1, "Get-BitoProOrder -Open"),
        new(
            6,
            2,
            "Invoke-BitoProOrder btc_twd Buy Limit 0.0001 1000000 -Confirm:$false | Stop-BitoProOrder -Confirm:$false"
        ),
        new(0.5, 1, "Invoke-BitoProOrder btc_twd Buy Limit 0.0001 9000000 -Confirm:$false"),
        new(0.5, 1, "Invoke-BitoProOrder btc_twd Sell Limit 0.0001 2000000 -Confirm:$false"),
        new(8, 1, "Get-OkxTicker BTC-USDT"),
        new(4, 1, "Get-OkxBalance"),
        new(
            3,
            2,
            $"Invoke-OkxRequest /api/v5/trade/order -Method POST -Live -Confirm:$false -Body {OkxOrder} ; "
                + """Invoke-OkxRequest /api/v5/trade/cancel-order -Method POST -Live -Confirm:$false -Body {"instId":"BTC-USDT","clOrdId":"soak{0}"}"""
        ),
        new(2, 1, "Get-StrategyOrder"),
        new(1, 1, "Get-TokenPrice arb usdc"),
        new(0.1, 1, "New-StrategyLimitOrder arb usdc eth 10 Buy 10 -Confirm:$false"),
        // An order that is being made cannot be cancelled yet.
        new(0.05, 2, "Get-StrategyOrder -Status active | Stop-StrategyOrder -Confirm:$false"),
        new(0.2, 1, "Update-CodexToken soak -Force -Confirm:$false"),
        new(0.5, 1, "Get-CodexUsage soak"),
        new(5, 0, "Test-TradeGuard buy-0.01-btc-at-2900000-twd -SizeQuote 29000 -Pair btc_twd"),
        new(0.1, 0, "Get-ExchangeAttempt -State Unknown"),
        new(0.05, 0, "Resolve-ExchangeAttempt -Confirm:$false"),
    ];

    /// <summary>Streams that are watched beside it, each opened again when its seconds are over.</summary>
    public static IReadOnlyList<string> Streams { get; } =
    [
        "Watch-BitoProTicker btc_twd -TimeoutSec 7",
        "Watch-BitoProOrder -TimeoutSec 11",
        "Watch-BitoProBalance -TimeoutSec 13",
    ];

    /// <summary>The lines of one time, each a pipeline.</summary>
    public IEnumerable<string> Lines(long number) =>
        Line.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Split(" ; ");
}
