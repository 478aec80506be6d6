using System.Text.Json.Nodes;
using Exchange.Guard;

namespace Exchange.Tests.Guard;

/// <summary>The contract's made-up example, and what the tests change in it.</summary>
internal static class Sessions
{
    public static readonly DateTimeOffset Now = new(2026, 4, 2, 4, 0, 0, TimeSpan.Zero);

    public const string Example = """
        {"strategy_session_id":"dca-7f","status":"running","approved_at":"2026-03-01T01:00:00Z",
         "policy":{"max_steps":12,"max_total_exposure_quote":48000,"max_single_order_quote":4000,"max_daily_loss_quote":2500,
          "session_expiry_at":"2026-06-01T00:00:00Z","on_escalation_timeout":{"timeout_minutes":30,"action":"HALT_NO_NEW"}},
         "risk_state":{"current_step":7,"total_exposure_quote":26000,"realized_pnl_quote":-300,"last_activity_at":"2026-04-02T03:04:05Z"}}
        """;

    public static TradeSession Fresh { get; } = TradeSession.Parse(Example);

    /// <summary>The example with a member set to a JSON text, or taken out when there is none.</summary>
    public static TradeSession With(string path, string? json) => TradeSession.Parse(JsonWith(Example, path, json));

    public static TradeSession With(params (string Path, string? Json)[] changes) =>
        TradeSession.Parse(
            changes.Aggregate(Example, (session, change) => JsonWith(session, change.Path, change.Json))
        );

    public static GuardRequest Request(
        string? text = null,
        TradeSession? session = null,
        decimal? size = null,
        string kind = GuardEvents.Preprocessed,
        string? attemptId = null
    ) =>
        new()
        {
            Text = text,
            Session = session,
            Step = size is null ? null : new PendingStep(size),
            Kind = kind,
            AttemptIds = attemptId is null ? [] : [attemptId],
            Now = Now,
        };

    public static GuardDecision Decide(
        GuardRequest request,
        decimal? cap = null,
        IDictionary<string, DateTimeOffset>? seen = null
    ) =>
        GuardEvaluation.Decide(
            request,
            GuardRules.BuiltIn,
            new GuardSettings { CapTwd = cap },
            seen ?? new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal)
        );

    private static string JsonWith(string session, string path, string? json)
    {
        var root = JsonNode.Parse(session)!.AsObject();
        var names = path.Split('.');
        var owner = names[..^1].Aggregate(root, (parent, name) => parent[name]!.AsObject());
        if (json is null)
        {
            owner.Remove(names[^1]);
        }
        else
        {
            owner[names[^1]] = JsonNode.Parse(json);
        }
        return root.ToJsonString();
    }
}
