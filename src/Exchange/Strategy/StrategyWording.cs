using System.Globalization;

namespace Exchange.Strategy;

/// <summary>The canonical texts of strategy.md 3.6, one language each.</summary>
public static class StrategyWording
{
    /// <summary>S4.</summary>
    public static string TraderModeActivated => Language.Choose("Trader Mode activated.", "已激活交易员模式。");

    /// <summary>S5.</summary>
    public static string LiveByDefault =>
        Language.Choose("Showing live orders by default (10 per page).", "默认显示活跃订单(每页10条)。");

    /// <summary>What resumed orders may do.</summary>
    public static string ResumedMayExecute =>
        Language.Choose(
            "Resumed orders whose trigger already holds may execute at once.",
            "恢复后,已满足触发条件的订单可能立即执行。"
        );

    /// <summary>Nothing to resume.</summary>
    public static string NothingToResume => Language.Choose("no resumable orders found", "没有可恢复的订单");

    /// <summary>S1 with the caller's own text.</summary>
    public static string ChainNotSupported(string chain) =>
        Language.Choose(
            "Strategy orders are only supported on Ethereum / BSC / X Layer / Solana / Base / Arbitrum right now. "
                + $"{chain} is not supported — pick one of these to continue.",
            $"当前仅支持在Ethereum / BSC / X Layer / Solana / Base / Arbitrum上使用策略订单。{chain}暂不支持——请从上述链中选择以继续操作。"
        );

    /// <summary>S2: the whole of what is said of an order below a dollar.</summary>
    public static string MinimumAmount(string amount, string symbol) =>
        Language.Choose($"Minimum order amount: {amount} {symbol}", $"最小订单金额:{amount} {symbol}").TrimEnd();

    /// <summary>S3 for an order that lives so long.</summary>
    public static string AutoExpires(TimeSpan lifetime) =>
        Language.Choose(
            $"If the trigger condition is not met within {EnglishSpan(lifetime)}, this order auto-expires.",
            $"若{ChineseSpan(lifetime)}内未满足触发条件,此订单将自动过期。"
        );

    /// <summary>S6 as a shell says it.</summary>
    public static string NextPage(string command) => Language.Choose($"Next page: {command}", $"下一页:{command}");

    /// <summary>S7 as a shell says it.</summary>
    public static string OtherStatuses =>
        Language.Choose(
            "For orders that have ended: Get-StrategyOrder -Status Completed (or Cancelled, Failed, Expired).",
            "查看已结束的订单:Get-StrategyOrder -Status 已完成(或 已取消、已失败、已过期)。"
        );

    /// <summary>S8.</summary>
    public static string EventCode(long code) => Language.Choose($"event code {code}", $"事件码{code}");

    /// <summary>A number that the contract does not list.</summary>
    public static string Unknown(long number) => Language.Choose($"Unknown ({number})", $"未知({number})");

    private static readonly (long Seconds, string English, string Chinese)[] Units =
    [
        (86_400, "day", "天"),
        (3_600, "hour", "小时"),
        (60, "minute", "分钟"),
        (1, "second", "秒"),
    ];

    private static string EnglishSpan(TimeSpan lifetime)
    {
        var (count, unit) = InUnit(lifetime);
        return string.Create(CultureInfo.InvariantCulture, $"{count} {unit.English}{(count == 1 ? "" : "s")}");
    }

    private static string ChineseSpan(TimeSpan lifetime)
    {
        var (count, unit) = InUnit(lifetime);
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit.Chinese}");
    }

    // The largest unit that leaves no rest.
    private static (long Count, (long Seconds, string English, string Chinese) Unit) InUnit(TimeSpan lifetime)
    {
        var seconds = lifetime.Ticks / TimeSpan.TicksPerSecond;
        var unit = Array.Find(Units, unit => seconds % unit.Seconds == 0);
        return (seconds / unit.Seconds, unit);
    }
}
