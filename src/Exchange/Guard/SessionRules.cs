using System.Text.Json;

namespace Exchange.Guard;

/// <summary>
/// The strict look at a session when it is made or approved (trade-guard.md 1.1). The guard itself is lenient; what a person
/// approves is not.
/// </summary>
public static class SessionRules
{
    private static readonly string[] Currencies = ["TWD", "USD"];

    /// <summary>The session itself, when nothing is wrong with it.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.Invalid</c> naming everything that is wrong.</exception>
    public static TradeSession Check(TradeSession session, DateTimeOffset now)
    {
        var problems = Problems(session, now).ToList();
        return problems.Count == 0
            ? session
            : throw ExchangeException.BadInput(
                "TradeSession.Invalid",
                $"The trade session is not valid: {string.Join("; ", problems)}.",
                "Make it with New-TradeSession, which says what each field is for.",
                session.StrategySessionId
            );
    }

    /// <summary>Everything that is wrong with it, in the order of the contract's table.</summary>
    public static IEnumerable<string> Problems(TradeSession session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return All(session, now).OfType<string>();
    }

    private static IEnumerable<string?> All(TradeSession session, DateTimeOffset now)
    {
        var (policy, state) = (session.Policy, session.RiskState);
        yield return string.IsNullOrWhiteSpace(session.StrategySessionId) ? "strategy_session_id is missing" : null;
        yield return SessionStatus.IsKnown(session.Status)
            ? null
            : "status is not one of draft, approved, running, paused, stopped";
        // A draft has not been approved yet.
        yield return session.IsDraft ? null : Time("approved_at", JsonMembers.Find(session.Json, "approved_at"));
        yield return Whole("policy.max_steps", policy.Number("max_steps"), least: 1);
        yield return Above("policy.max_total_exposure_quote", policy.Number("max_total_exposure_quote"));
        yield return Above("policy.max_single_order_quote", policy.Number("max_single_order_quote"));
        yield return Least("policy.max_daily_loss_quote", policy.Number("max_daily_loss_quote"));
        yield return policy.MaxSingleOrderQuote > policy.MaxTotalExposureQuote
            ? "policy.max_single_order_quote is above policy.max_total_exposure_quote"
            : null;
        yield return Time("policy.session_expiry_at", policy.Find("session_expiry_at"));
        yield return policy.SessionExpiryAt <= now ? "policy.session_expiry_at is not in the future" : null;
        yield return !session.IsDraft && policy.SessionExpiryAt <= session.ApprovedAt
            ? "policy.session_expiry_at is not after approved_at"
            : null;
        yield return Currencies.Contains(policy.QuoteCurrency, StringComparer.Ordinal)
            ? null
            : "policy.quote_currency is not TWD or USD";
        foreach (var problem in OfTimeout(JsonMembers.Find(policy.Json, "on_escalation_timeout")))
        {
            yield return problem;
        }
        yield return Whole("risk_state.current_step", state.Number("current_step"), least: 0);
        yield return Least("risk_state.total_exposure_quote", state.Number("total_exposure_quote"));
        yield return Given("risk_state.realized_pnl_quote", state.Number("realized_pnl_quote"));
        yield return Time("risk_state.last_activity_at", state.Find("last_activity_at"));
    }

    private static IEnumerable<string?> OfTimeout(JsonElement? timeout)
    {
        if (JsonMembers.Find(timeout, "timeout_minutes") is { } minutes)
        {
            yield return Above("policy.on_escalation_timeout.timeout_minutes", JsonQuantity.Of(minutes));
        }
        if (JsonMembers.Find(timeout, "action") is { } action)
        {
            yield return EscalationActions.IsKnown(JsonMembers.TextOf(action))
                ? null
                : $"policy.on_escalation_timeout.action is not one of {string.Join(", ", EscalationActions.All)}";
        }
    }

    private static string? Given(string name, JsonQuantity number) =>
        number.Value is not null ? null
        : number.IsGiven ? $"{name} is not a number"
        : $"{name} is missing";

    private static string? Above(string name, JsonQuantity number) =>
        Given(name, number) ?? (number.Value > 0 ? null : $"{name} is not above 0");

    private static string? Least(string name, JsonQuantity number) =>
        Given(name, number) ?? (number.Value >= 0 ? null : $"{name} is below 0");

    private static string? Whole(string name, JsonQuantity number, decimal least) =>
        Given(name, number)
        ?? (
            number.Value >= least && number.Value == decimal.Truncate(number.Value.Value)
                ? null
                : $"{name} is not a whole number of at least {ExactDecimal.Format(least)}"
        );

    private static string? Time(string name, JsonElement? value) =>
        value is null ? $"{name} is missing"
        : Instants.Read(JsonMembers.TextOf(value)) is not { } instant ? $"{name} is not a time of ISO 8601"
        : JsonMembers.TextOf(value)!.Contains('T', StringComparison.Ordinal) && instant.HasOffset ? null
        : $"{name} has no time with Z or an offset";
}
