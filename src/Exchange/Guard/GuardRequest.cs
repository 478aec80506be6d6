using System.Text.Json;

namespace Exchange.Guard;

/// <summary>Everything that the guard judges. A value: the same request at the same time has the same answer.</summary>
public sealed record GuardRequest
{
    /// <summary>What a person or an agent wrote; null for an order without words.</summary>
    public string? Text { get; init; }

    /// <summary>The session that the caller handed in; null when there is none.</summary>
    public TradeSession? Session { get; init; }

    /// <summary>The step about to be taken; null for queries and cancellations.</summary>
    public PendingStep? Step { get; init; }

    /// <summary>One of <see cref="GuardEvents"/>.</summary>
    public string Kind { get; init; } = GuardEvents.Preprocessed;

    /// <summary>The ids of what would be sent; an empty one gives no protection.</summary>
    public IReadOnlyList<string> AttemptIds { get; init; } = [];

    /// <summary>False for what is no trade, such as a withdrawal: then words are looked at for row 1 alone, and no session counts.</summary>
    public bool IsTrade { get; init; } = true;

    /// <summary>The service that it goes to.</summary>
    public GuardedService Service { get; init; } = GuardedService.BitoPro;

    /// <summary>The moment of the question.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>A request of JSON: members text, session, pendingStep, kind, attemptId and now, all optional.</summary>
    /// <param name="json">One object; anything else is a request without members.</param>
    /// <param name="now">The moment of the question, where the request names none.</param>
    /// <exception cref="ExchangeException"><c>TradeGuard.InvalidKind</c>, <c>TradeGuard.InvalidTime</c></exception>
    public static GuardRequest Of(JsonElement json, DateTimeOffset now)
    {
        var step = PendingStep.Of(JsonMembers.Find(json, "pendingStep"));
        return new GuardRequest
        {
            Text = JsonMembers.Text(json, "text"),
            Session = SessionOf(JsonMembers.Find(json, "session")),
            Step = step,
            // A step in USD is one of a strategy order, whose service the TWD cap is not for.
            Service = string.Equals(
                step?.QuoteCurrency,
                GuardedService.Strategy.QuoteCurrency,
                StringComparison.Ordinal
            )
                ? GuardedService.Strategy
                : GuardedService.BitoPro,
            Kind = GuardEvents.Check(JsonMembers.Text(json, "kind") ?? GuardEvents.Preprocessed),
            AttemptIds = JsonMembers.Text(json, "attemptId") is { } id ? [id] : [],
            Now = JsonMembers.Find(json, "now") is { } named ? TimeOf(named) : now,
        };
    }

    /// <summary>The environment with what the request's member environment says in its place.</summary>
    public static Func<string, string?> EnvironmentOf(JsonElement json, Func<string, string?> environment)
    {
        if (JsonMembers.Object(json, "environment") is not { } named)
        {
            return environment;
        }
        return name => JsonMembers.TryFind(named, name, out var value) ? TextOf(value) : environment(name);
    }

    // What is given and is no session is one that does not hold; it may also be given as text.
    private static TradeSession? SessionOf(JsonElement? session)
    {
        if (!JsonMembers.IsGiven(session))
        {
            return null;
        }
        try
        {
            return JsonMembers.TextOf(session) is { } text
                ? TradeSession.Parse(text)
                : new TradeSession(session!.Value);
        }
        catch (ExchangeException)
        {
            return new TradeSession(session!.Value);
        }
    }

    private static DateTimeOffset TimeOf(JsonElement named) =>
        Instants.Read(JsonMembers.TextOf(named))?.At
        ?? throw ExchangeException.BadInput(
            "TradeGuard.InvalidTime",
            "The request's now is not a time of ISO 8601.",
            "Write it as 2026-03-01T09:00:00Z."
        );

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => JsonMembers.TextOf(value),
            _ => value.GetRawText(),
        };

    internal bool IsExecution => Kind == GuardEvents.Preprocessed;

    internal IReadOnlyList<string> CheckedIds =>
        IsExecution && AttemptIds.Count > 0 ? [.. AttemptIds.Where(id => id.Length > 0)] : [];
}
