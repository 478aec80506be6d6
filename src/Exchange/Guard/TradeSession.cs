using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Guard;

/// <summary>
/// A boundary that a person approved once, and where a strategy stands in it (trade-guard.md 1.1). It is the caller's own value,
/// kept as the JSON that it came as: what we do not know survives byte for byte, and a wrong type is seen as one.
/// </summary>
[JsonConverter(typeof(TradeSessionJson))]
public sealed class TradeSession
{
    internal TradeSession(JsonElement json)
    {
        Json = json;
        Status = JsonMembers.Text(json, "status");
        Policy = new(JsonMembers.Object(json, "policy"));
        RiskState = new(JsonMembers.Object(json, "risk_state"));
    }

    /// <summary>The caller's id; null when it is missing or no text.</summary>
    public string? StrategySessionId => JsonMembers.Text(Json, "strategy_session_id");

    /// <summary>draft, approved, running, paused or stopped, exactly; anything else counts as not fresh.</summary>
    public string? Status { get; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt => Instants.Read(JsonMembers.Text(Json, "approved_at"))?.At;

    /// <summary>What must not be passed.</summary>
    public TradeSessionPolicy Policy { get; }

    /// <summary>Where the strategy stands.</summary>
    public TradeSessionRiskState RiskState { get; }

    /// <summary>When the strategy acts next; shown only.</summary>
    public DateTimeOffset? NextTriggerAt => Instants.Read(JsonMembers.Text(Json, "next_trigger_at"))?.At;

    /// <summary>The kind of strategy; the guard does not look at it.</summary>
    public string? StrategyType => JsonMembers.Text(Json, "strategy_type");

    /// <summary>The only pair that is meant; null when it names none.</summary>
    public string? Pair => JsonMembers.Text(JsonMembers.Object(Json, "market"), "pair");

    /// <summary>The session as it came.</summary>
    internal JsonElement Json { get; }

    internal bool IsDraft => Status == SessionStatus.Draft;

    internal bool HasPolicy => Policy.Json is not null;

    internal bool HasRiskState => RiskState.Json is not null;

    /// <summary>Reads a session from its JSON.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.Unreadable</c> when it is not one JSON object.</exception>
    public static TradeSession Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Of(Read(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Reads a session from a JSON object.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.Unreadable</c> when it is not one.</exception>
    public static TradeSession Of(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? new TradeSession(json.Clone())
            : throw Unreadable($"it is {json.ValueKind}, not an object", null);

    /// <summary>The session as JSON text, every member as it came.</summary>
    public string ToJson() => Json.GetRawText();

    /// <inheritdoc/>
    public override string ToString() => ToJson();

    internal static JsonElement Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.Clone();
        }
        catch (JsonException trouble)
        {
            throw Unreadable(trouble.Message, trouble);
        }
    }

    internal static ExchangeException Unreadable(string why, Exception? trouble) =>
        new("TradeSession.Unreadable", ErrorKind.InvalidInput, $"The trade session cannot be read: {why}", trouble)
        {
            Remedy = "Hand it over as New-TradeSession makes it, or as one JSON object.",
        };
}

/// <summary>What a session must not pass.</summary>
public sealed class TradeSessionPolicy
{
    private readonly JsonElement? _json;
    private readonly JsonNumbers _numbers;

    internal TradeSessionPolicy(JsonElement? json)
    {
        _json = json;
        _numbers = new JsonNumbers(json);
        QuoteCurrency = Text("quote_currency") is { Length: > 0 } named ? named.ToUpperInvariant() : "TWD";
        var expiry = Find("session_expiry_at");
        var end = JsonMembers.TextOf(expiry);
        HasExpiry = expiry is not null && end is not "";
        Expiry = Instants.Read(end);
    }

    /// <summary>The most steps.</summary>
    public decimal? MaxSteps => Number("max_steps").Value;

    /// <summary>The most that all steps together may be worth, in <see cref="QuoteCurrency"/>.</summary>
    public decimal? MaxTotalExposureQuote => Number("max_total_exposure_quote").Value;

    /// <summary>The most that one step may be worth, in <see cref="QuoteCurrency"/>.</summary>
    public decimal? MaxSingleOrderQuote => Number("max_single_order_quote").Value;

    /// <summary>The largest loss, as a positive number in <see cref="QuoteCurrency"/>.</summary>
    public decimal? MaxDailyLossQuote => Number("max_daily_loss_quote").Value;

    /// <summary>From this moment on it is over.</summary>
    public DateTimeOffset? SessionExpiryAt => Expiry?.At;

    /// <summary>The currency of the limits; TWD unless it says otherwise.</summary>
    public string QuoteCurrency { get; }

    /// <summary>How long an escalation waits for a person, in minutes; 30 unless it says otherwise.</summary>
    public decimal TimeoutMinutes =>
        JsonMembers.Number(Timeout, "timeout_minutes").Value is { } minutes and > 0 ? minutes : 30;

    /// <summary>What is due when nobody answers an escalation; HALT_NO_NEW unless it names a known action.</summary>
    public string TimeoutAction =>
        JsonMembers.Text(Timeout, "action") is { } action && EscalationActions.IsKnown(action)
            ? action
            : EscalationActions.HaltNoNew;

    /// <summary>The action that a person agreed to by name at approval; null when there is none.</summary>
    public string? OptedInAction => JsonMembers.Text(JsonMembers.Object(Timeout, "opt_in"), "action");

    internal JsonElement? Json => _json;

    /// <summary>True when one is given, be it a time or not.</summary>
    internal bool HasExpiry { get; }

    /// <summary>The expiry as it was written; null when it is missing or no time.</summary>
    internal Instant? Expiry { get; }

    private JsonElement? Timeout => JsonMembers.Object(_json, "on_escalation_timeout");

    internal JsonQuantity Number(string name) => _numbers[name];

    internal string? Text(string name) => JsonMembers.Text(_json, name);

    internal JsonElement? Find(string name) => JsonMembers.Find(_json, name);

    /// <inheritdoc/>
    public override string ToString() => _json?.GetRawText() ?? "";
}

/// <summary>Where a strategy stands within its session.</summary>
public sealed class TradeSessionRiskState
{
    private readonly JsonElement? _json;
    private readonly JsonNumbers _numbers;

    internal TradeSessionRiskState(JsonElement? json)
    {
        _json = json;
        _numbers = new JsonNumbers(json);
    }

    internal JsonElement? Json => _json;

    /// <summary>Steps done.</summary>
    public decimal? CurrentStep => Number("current_step").Value;

    /// <summary>What the steps so far are worth.</summary>
    public decimal? TotalExposureQuote => Number("total_exposure_quote").Value;

    /// <summary>Profit, or loss as a negative number.</summary>
    public decimal? RealizedPnlQuote => Number("realized_pnl_quote").Value;

    /// <summary>When something last happened.</summary>
    public DateTimeOffset? LastActivityAt => Instants.Read(JsonMembers.Text(_json, "last_activity_at"))?.At;

    internal JsonQuantity Number(string name) => _numbers[name];

    internal JsonElement? Find(string name) => JsonMembers.Find(_json, name);

    /// <inheritdoc/>
    public override string ToString() => _json?.GetRawText() ?? "";
}

/// <summary>A session goes into JSON as it came out of it.</summary>
internal sealed class TradeSessionJson : JsonConverter<TradeSession>
{
    public override TradeSession Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TradeSession.Of(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, TradeSession value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToJson());
}
