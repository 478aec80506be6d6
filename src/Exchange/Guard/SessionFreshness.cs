namespace Exchange.Guard;

/// <summary>Whether a session still holds (trade-guard.md section 4).</summary>
/// <param name="IsFresh">True when it does.</param>
/// <param name="Detail">What decided, with both values.</param>
/// <param name="Warnings">What was read leniently.</param>
public sealed record SessionFreshness(bool IsFresh, GuardDetail Detail, IReadOnlyList<string> Warnings)
{
    /// <summary>Looks at status, expiry, and without an expiry at the last activity.</summary>
    /// <param name="session">As it was handed in.</param>
    /// <param name="now">The moment of the question.</param>
    /// <param name="idleLimit">How long a session without an expiry lives after its last activity.</param>
    public static SessionFreshness Of(TradeSession session, DateTimeOffset now, TimeSpan idleLimit)
    {
        if (!SessionStatus.IsActive(session.Status))
        {
            return Decided(false, "status", session.Status ?? "missing", "is one of", "approved, running");
        }
        var expiry = session.Policy.Find("session_expiry_at");
        return JsonMembers.TextOf(expiry) is "" || expiry is null
            ? ByActivity(session, now, idleLimit)
            : ByExpiry(JsonMembers.TextOf(expiry), now);
    }

    private static SessionFreshness ByExpiry(string? expiry, DateTimeOffset now)
    {
        if (Instants.Read(expiry) is not { } end)
        {
            return Decided(false, "expiry", "unreadable", "is", "a time");
        }
        return Decided(
            now < end.At,
            "expiry",
            Instants.Format(now),
            "<",
            Instants.Format(end.At),
            WithoutOffset("session_expiry_at", end)
        );
    }

    private static SessionFreshness ByActivity(TradeSession session, DateTimeOffset now, TimeSpan idleLimit)
    {
        const string Fallback = "The session has no policy.session_expiry_at; its last activity was taken instead.";
        var (name, last) = LastSeen(session);
        if (last is null)
        {
            return Decided(false, "activity", "missing", "is", "a time", Fallback);
        }
        if (Instants.Read(JsonMembers.TextOf(last)) is not { } seen)
        {
            return Decided(false, "activity", "unreadable", "is", "a time", Fallback);
        }
        var idle = now - seen.At;
        return Decided(
            idle <= idleLimit,
            "idle minutes",
            ExactDecimal.Format((decimal)idle.Ticks / TimeSpan.TicksPerMinute),
            "<=",
            ExactDecimal.Format((decimal)idleLimit.Ticks / TimeSpan.TicksPerMinute),
            Fallback,
            WithoutOffset(name, seen)
        );
    }

    private static (string Name, System.Text.Json.JsonElement? Value) LastSeen(TradeSession session)
    {
        var activity = session.RiskState.Find("last_activity_at");
        return activity is not null && JsonMembers.TextOf(activity) is not ""
            ? ("last_activity_at", activity)
            : (
                "approved_at",
                JsonMembers.Find(session.Json, "approved_at") is { } at && JsonMembers.TextOf(at) is not "" ? at : null
            );
    }

    private static string? WithoutOffset(string name, Instant instant) =>
        instant.HasOffset ? null : $"{name} names no offset; it was taken as UTC.";

    private static SessionFreshness Decided(
        bool isFresh,
        string check,
        string value,
        string relation,
        string limit,
        params string?[] warnings
    ) => new(isFresh, new GuardDetail(check, value, relation, limit), [.. warnings.OfType<string>()]);
}
