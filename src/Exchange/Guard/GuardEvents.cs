namespace Exchange.Guard;

/// <summary>Kinds of event that are judged (trade-guard.md 1.3), as the contract writes them.</summary>
public static class GuardEvents
{
    /// <summary>Text of a person or an agent, before any plan; advisory only.</summary>
    public const string Received = "received";

    /// <summary>Something is about to take effect; the only kind that can be stopped.</summary>
    public const string Preprocessed = "preprocessed";

    /// <summary>After the fact; audit only.</summary>
    public const string Sent = "sent";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Received, Preprocessed, Sent];

    /// <summary>The kind that a caller named.</summary>
    /// <exception cref="ExchangeException"><c>TradeGuard.InvalidKind</c></exception>
    public static string Check(string? kind) =>
        All.FirstOrDefault(known => string.Equals(known, kind, StringComparison.OrdinalIgnoreCase))
        ?? throw ExchangeException.BadInput(
            "TradeGuard.InvalidKind",
            $"There is no such kind of event: it is one of {string.Join(", ", All)}.",
            target: kind
        );
}
