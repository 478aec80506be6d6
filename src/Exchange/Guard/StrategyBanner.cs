namespace Exchange.Guard;

/// <summary>An open order of ours, as far as the banner needs it.</summary>
/// <param name="RemainingTwd">Remaining amount x price in TWD; null when it is not known.</param>
public sealed record OpenSkillOrder(decimal? RemainingTwd);

/// <summary>What is shown before the result of a call about trades while a strategy is active (trade-guard.md 9.1).</summary>
public static class StrategyBanner
{
    /// <summary>The banner, or the safety net's question in its place; null when there is nothing to say.</summary>
    /// <param name="session">The session that was handed in; null when there is none.</param>
    /// <param name="open">Our open orders; null when they were not read, or the service names no client.</param>
    /// <param name="now">The moment of the question.</param>
    public static string? Text(TradeSession? session, IReadOnlyList<OpenSkillOrder>? open, DateTimeOffset now)
    {
        if (session is not null && SafetyNet(session, open) is { } question)
        {
            return question;
        }
        var isActive =
            session is not null && SessionStatus.IsActive(session.Status) && session.Policy.SessionExpiryAt > now;
        if (!isActive && open is not { Count: > 0 })
        {
            return null;
        }
        return string.Join(Environment.NewLine, Lines(isActive ? session : null, open));
    }

    /// <summary>The question about a session whose steps are all done and of which nothing is open; null when it does not arise.</summary>
    public static string? SafetyNet(TradeSession session, IReadOnlyList<OpenSkillOrder>? open) =>
        SessionStatus.IsActive(session.Status)
        && open is { Count: 0 }
        && session.RiskState.CurrentStep >= session.Policy.MaxSteps
            ? $"策略 {session.StrategySessionId} 已執行完所有步數但尚未標記結束，是否確認結束這個 session？"
            : null;

    /// <summary>The summary of an active session: where it stands, and what is left.</summary>
    public static string Summary(TradeSession session)
    {
        var (policy, state) = (session.Policy, session.RiskState);
        var left = SessionProjection.Of(session, null);
        return Language.Choose(
            $"Active session {session.StrategySessionId}: step {Plain(state.CurrentStep)} of {Plain(policy.MaxSteps)}, "
                + $"{Plain(state.TotalExposureQuote)} of {Plain(policy.MaxTotalExposureQuote)} {policy.QuoteCurrency} used, "
                + $"{Plain(left.HeadroomQuote)} left.",
            $"進行中的 session {session.StrategySessionId}：第 {Plain(state.CurrentStep)}／{Plain(policy.MaxSteps)} 步，"
                + $"已用 {Plain(state.TotalExposureQuote)}／{Plain(policy.MaxTotalExposureQuote)} {policy.QuoteCurrency}，"
                + $"剩餘 {Plain(left.HeadroomQuote)}。"
        );
    }

    private static IEnumerable<string> Lines(TradeSession? session, IReadOnlyList<OpenSkillOrder>? open)
    {
        if (session is not null)
        {
            yield return Summary(session);
        }
        if (open is { Count: > 0 })
        {
            var sum = open.All(order => order.RemainingTwd is not null)
                ? ExactDecimal.Format(open.Sum(order => order.RemainingTwd!.Value))
                : "?";
            yield return Language.Choose(
                $"Open strategy orders: {open.Count}, {sum} TWD not filled.",
                $"未成交策略訂單：{open.Count} 筆，未成交金額 {sum} TWD。"
            );
        }
        if (session?.NextTriggerAt is { } next)
        {
            yield return Language.Choose(
                $"Next trigger: {Instants.Format(next)}",
                $"下次觸發：{Instants.Format(next)}"
            );
        }
        yield return Language.Choose(
            "Control: status, Suspend-TradeSession, Stop-TradeSession.",
            "控制：查詢狀態、Suspend-TradeSession 暫停、Stop-TradeSession 結束。"
        );
    }

    private static string Plain(decimal? value) => value is { } known ? ExactDecimal.Format(known) : "?";
}
