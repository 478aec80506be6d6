namespace Exchange.Guard;

/// <summary>The states of a session and the ways between them (trade-guard.md 8.1). Case matters.</summary>
public static class SessionStatus
{
    /// <summary>Being put together; the guard takes it for no session.</summary>
    public const string Draft = "draft";

    /// <summary>Approved, and no step done.</summary>
    public const string Approved = "approved";

    /// <summary>At least one step done.</summary>
    public const string Running = "running";

    /// <summary>Waits for a person.</summary>
    public const string Paused = "paused";

    /// <summary>Over for good.</summary>
    public const string Stopped = "stopped";

    private static readonly Dictionary<string, string[]> Ways = new(StringComparer.Ordinal)
    {
        [Draft] = [Approved],
        [Approved] = [Running, Paused, Stopped],
        [Running] = [Paused, Stopped],
        [Paused] = [Running, Approved, Stopped],
        [Stopped] = [],
    };

    /// <summary>True for a status of the contract.</summary>
    public static bool IsKnown(string? status) => status is not null && Ways.ContainsKey(status);

    /// <summary>True for a session that may act: approved or running.</summary>
    public static bool IsActive(string? status) => status is Approved or Running;

    /// <summary>True when the contract lets a session go from one to the other.</summary>
    public static bool CanGo(string? from, string to) =>
        from is not null && Ways.GetValueOrDefault(from)?.Contains(to) == true;

    /// <summary>A copy of the session in another state.</summary>
    /// <exception cref="ExchangeException"><c>TradeSession.NotAllowed</c> when the contract has no such way.</exception>
    public static TradeSession Go(TradeSession session, string to) =>
        CanGo(session.Status, to)
            ? new TradeSession(JsonChange.Apply(session.Json, JsonChange.Of(to, "status")))
            : throw NotAllowed(session, to);

    private static ExchangeException NotAllowed(TradeSession session, string to) =>
        ExchangeException.BadInput(
            "TradeSession.NotAllowed",
            $"A session that is {session.Status ?? "without a status"} cannot become {to}.",
            session.Status is { } from && Ways.TryGetValue(from, out var ways) && ways.Length > 0
                ? $"From {from} it can become {string.Join(", ", ways)}."
                : "Make a new one with New-TradeSession.",
            session.StrategySessionId
        );
}
