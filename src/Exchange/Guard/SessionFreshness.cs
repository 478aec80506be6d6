namespace Exchange.Guard;

/// <summary>Whether a session still holds (trade-guard.md section 4).</summary>
/// <param name="isFresh">True when it does.</param>
/// <param name="detail">What decided, in words, which most decisions never need.</param>
/// <param name="warnings">What was read leniently.</param>
public sealed class SessionFreshness(bool isFresh, Func<GuardDetail> detail, IReadOnlyList<string> warnings)
{
    /// <summary>True when it holds.</summary>
    public bool IsFresh => isFresh;

    /// <summary>What decided, with both values.</summary>
    public GuardDetail Detail => detail();

    /// <summary>What was read leniently.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Looks at status, expiry, and without an expiry at the last activity.</summary>
    /// <param name="session">As it was handed in.</param>
    /// <param name="now">The moment of the question.</param>
    /// <param name="idleLimit">How long a session without an expiry lives after its last activity.</param>
    public static SessionFreshness Of(TradeSession session, DateTimeOffset now, TimeSpan idleLimit)
    {
        if (!SessionStatus.IsActive(session.Status))
        {
            return No("status", session.Status ?? "missing", "is one of", "approved, running");
        }
        return session.Policy.HasExpiry ? ByExpiry(session.Policy.Expiry, now) : ByActivity(session, now, idleLimit);
    }

    private static SessionFreshness ByExpiry(Instant? expiry, DateTimeOffset now)
    {
        if (expiry is not { } end)
        {
            return No("expiry", "unreadable", "is", "a time");
        }
        return new(
            now < end.At,
            () => new("expiry", Instants.Format(now), "<", Instants.Format(end.At)),
            WithoutOffset("session_expiry_at", end)
        );
    }

    private static SessionFreshness ByActivity(TradeSession session, DateTimeOffset now, TimeSpan idleLimit)
    {
        const string Fallback = "The session has no policy.session_expiry_at; its last activity was taken instead.";
        var (name, last) = LastSeen(session);
        if (last is null)
        {
            return No("activity", "missing", "is", "a time", Fallback);
        }
        if (Instants.Read(JsonMembers.TextOf(last)) is not { } seen)
        {
            return No("activity", "unreadable", "is", "a time", Fallback);
        }
        var idle = now - seen.At;
        return new(
            idle <= idleLimit,
            () => new("idle minutes", Minutes(idle), "<=", Minutes(idleLimit)),
            [Fallback, .. WithoutOffset(name, seen)]
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

    private static string[] WithoutOffset(string name, Instant instant) =>
        instant.HasOffset ? [] : [$"{name} names no offset; it was taken as UTC."];

    private static string Minutes(TimeSpan span) => ExactDecimal.Format((decimal)span.Ticks / TimeSpan.TicksPerMinute);

    private static SessionFreshness No(
        string check,
        string value,
        string relation,
        string limit,
        params string[] warnings
    ) => new(isFresh: false, () => new(check, value, relation, limit), warnings);
}
