using Exchange.Desk;

namespace Exchange.Guard;

/// <summary>A session as it is shown to the person who approves it: every limit, and what happens if they walk away.</summary>
/// <param name="Session">The draft.</param>
/// <param name="OptIn">The action that the person agrees to by name; null for none.</param>
public sealed record SessionApproval(TradeSession Session, string? OptIn) : IDraft
{
    /// <inheritdoc/>
    public string Service => "TradeSession";

    /// <inheritdoc/>
    public string Action => Language.Choose("Approve trade session", "核准交易 session");

    /// <inheritdoc/>
    public string Subject => Session.StrategySessionId ?? "?";

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines => [.. AllLines()];

    /// <summary>What is due when an escalation stays unanswered, with this opt-in.</summary>
    public string ActionInForce =>
        EscalationActions.NeedsOptIn(Session.Policy.TimeoutAction) && OptIn != Session.Policy.TimeoutAction
            ? EscalationActions.HaltNoNew
            : Session.Policy.TimeoutAction;

    /// <summary>The approved copy.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.NotAllowed</c>, <c>TradeSession.Invalid</c></exception>
    public TradeSession Approve(DateTimeOffset now)
    {
        var approved = SessionStatus.Go(Session, SessionStatus.Approved);
        var at = Instants.Format(now);
        var json = JsonChange.Apply(
            approved.Json,
            [
                JsonChange.Of(at, "approved_at"),
                .. OptIn is null
                    ? Array.Empty<JsonChange>()
                    :
                    [
                        JsonChange.Of(OptIn, "policy", "on_escalation_timeout", "opt_in", "action"),
                        JsonChange.Of(at, "policy", "on_escalation_timeout", "opt_in", "at"),
                    ],
            ]
        );
        return SessionRules.Check(new TradeSession(json), now);
    }

    private IEnumerable<DraftLine> AllLines()
    {
        var (policy, state) = (Session.Policy, Session.RiskState);
        yield return new(Language.Choose("Session", "Session"), Subject);
        yield return new(Language.Choose("Strategy", "策略"), Session.StrategyType ?? "-");
        yield return new(Language.Choose("Pair", "交易對"), Session.Pair ?? Language.Choose("any", "不限"));
        yield return new(Language.Choose("Steps at most", "步數上限"), Plain(policy.MaxSteps));
        yield return new(Language.Choose("All steps together", "總額上限"), Money(policy.MaxTotalExposureQuote));
        yield return new(Language.Choose("One step at most", "單步上限"), Money(policy.MaxSingleOrderQuote));
        yield return new(Language.Choose("Loss at most", "虧損上限"), Money(policy.MaxDailyLossQuote));
        yield return new(
            Language.Choose("Ends", "到期"),
            policy.SessionExpiryAt is { } end ? Instants.Format(end) : "?"
        );
        yield return new(Language.Choose("Steps done", "已執行步數"), Plain(state.CurrentStep));
        yield return new(Language.Choose("Exposure now", "目前曝險"), Money(state.TotalExposureQuote));
        yield return new(
            Language.Choose("If nobody answers an escalation", "無人回應時"),
            Language.Choose(
                $"after {ExactDecimal.Format(policy.TimeoutMinutes)} minutes {ActionInForce}: {Meaning}",
                $"{ExactDecimal.Format(policy.TimeoutMinutes)} 分鐘後 {ActionInForce}：{Meaning}"
            )
        );
        yield return new(
            Language.Choose("Without asking again", "不再詢問"),
            Language.Choose("every step within these limits is sent", "限額內的每一步都會直接送出")
        );
    }

    private string Meaning =>
        ActionInForce switch
        {
            EscalationActions.CloseAll => Language.Choose(
                "the session's open orders are cancelled and its positions closed where possible",
                "取消此 session 的未成交訂單，並盡可能平倉"
            ),
            EscalationActions.ResumeLastApproved => Language.Choose(
                "one more approved step is taken, then it asks again",
                "再執行一步已核准的操作，然後再次詢問"
            ),
            _ => Language.Choose("open orders stay, no new step is taken", "保留未成交訂單，不再執行新的步驟"),
        };

    private string Money(decimal? value) => $"{Plain(value)} {Session.Policy.QuoteCurrency}";

    private static string Plain(decimal? value) => value is { } known ? ExactDecimal.Format(known) : "?";
}
