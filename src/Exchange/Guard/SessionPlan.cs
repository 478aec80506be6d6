using System.Buffers;
using System.Text.Json;

namespace Exchange.Guard;

/// <summary>Everything that a new session is made of, before a person has seen it.</summary>
public sealed record SessionPlan
{
    /// <summary>The caller's id.</summary>
    public required string StrategySessionId { get; init; }

    /// <summary>The most steps.</summary>
    public required int MaxSteps { get; init; }

    /// <summary>The most that all steps together may be worth.</summary>
    public required decimal MaxTotalExposureQuote { get; init; }

    /// <summary>The most that one step may be worth.</summary>
    public required decimal MaxSingleOrderQuote { get; init; }

    /// <summary>The largest loss, as a positive number.</summary>
    public required decimal MaxDailyLossQuote { get; init; }

    /// <summary>From this moment on it is over.</summary>
    public required DateTimeOffset SessionExpiryAt { get; init; }

    /// <summary>The currency of the limits.</summary>
    public string QuoteCurrency { get; init; } = "TWD";

    /// <summary>How long an escalation waits for a person.</summary>
    public decimal TimeoutMinutes { get; init; } = 30;

    /// <summary>What is due then.</summary>
    public string TimeoutAction { get; init; } = EscalationActions.HaltNoNew;

    /// <summary>The kind of strategy; passed through.</summary>
    public string? StrategyType { get; init; }

    /// <summary>The only pair that is meant.</summary>
    public string? Pair { get; init; }

    /// <summary>When the strategy acts next; shown only.</summary>
    public DateTimeOffset? NextTriggerAt { get; init; }

    /// <summary>The session as a draft: nothing done, nothing approved.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.Invalid</c></exception>
    public TradeSession Draft(DateTimeOffset now)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, JsonChange.Readable))
        {
            Write(json, now);
        }
        return SessionRules.Check(TradeSession.Of(TradeSession.Read(bytes.WrittenMemory)), now);
    }

    private void Write(Utf8JsonWriter json, DateTimeOffset now)
    {
        json.WriteStartObject();
        json.WriteString("strategy_session_id", StrategySessionId);
        json.WriteString("status", SessionStatus.Draft);
        WriteText(json, "strategy_type", StrategyType);
        if (Pair is not null)
        {
            json.WriteStartObject("market");
            json.WriteString("pair", Pair);
            json.WriteEndObject();
        }
        WriteText(json, "next_trigger_at", NextTriggerAt is { } next ? Instants.Format(next) : null);
        WritePolicy(json);
        json.WriteStartObject("risk_state");
        json.WriteNumber("current_step", 0);
        json.WriteNumber("total_exposure_quote", 0);
        json.WriteNumber("realized_pnl_quote", 0);
        json.WriteString("last_activity_at", Instants.Format(now));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WritePolicy(Utf8JsonWriter json)
    {
        json.WriteStartObject("policy");
        json.WriteNumber("max_steps", MaxSteps);
        WriteNumber(json, "max_total_exposure_quote", MaxTotalExposureQuote);
        WriteNumber(json, "max_single_order_quote", MaxSingleOrderQuote);
        WriteNumber(json, "max_daily_loss_quote", MaxDailyLossQuote);
        WriteText(json, "quote_currency", QuoteCurrency == "TWD" ? null : QuoteCurrency);
        json.WriteString("session_expiry_at", Instants.Format(SessionExpiryAt));
        json.WriteStartObject("on_escalation_timeout");
        WriteNumber(json, "timeout_minutes", TimeoutMinutes);
        json.WriteString("action", TimeoutAction);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(ExactDecimal.Format(value));
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
