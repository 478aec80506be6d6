using Exchange.Guard;

namespace Exchange.Tests.Guard;

/// <summary>trade-guard.md section 4: every row, at and around its limits.</summary>
public sealed class FreshnessTests
{
    /// <summary>Status, expiry, last activity, approved at (JSON; null for missing), fresh.</summary>
    public static TheoryData<string?, string?, string?, string?, bool> Table =>
        new()
        {
            { "\"approved\"", "\"2026-06-01T00:00:00Z\"", null, null, true },
            { "\"running\"", "\"2026-06-01T00:00:00Z\"", null, null, true },
            { null, "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "null", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\"\"", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\"Running\"", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\"RUNNING\"", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\" running\"", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\"paused\"", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\"stopped\"", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\"unknown\"", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "1", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "[\"running\"]", "\"2026-06-01T00:00:00Z\"", null, null, false },
            { "\"running\"", "\"soon\"", "\"2026-04-02T03:00:00Z\"", null, false },
            { "\"running\"", "\" \"", "\"2026-04-02T03:00:00Z\"", null, false },
            { "\"running\"", "1775102400000", "\"2026-04-02T03:00:00Z\"", null, false },
            { "\"running\"", "{}", "\"2026-04-02T03:00:00Z\"", null, false },
            { "\"running\"", "\"2026-02-30T00:00:00Z\"", "\"2026-04-02T03:00:00Z\"", null, false },
            { "\"running\"", "\"2026-04-02T04:00:00.001Z\"", "\"2020-01-01T00:00:00Z\"", null, true },
            { "\"running\"", "\"2026-04-02T04:00:00Z\"", "\"2026-04-02T03:59:00Z\"", null, false },
            { "\"running\"", "\"2026-04-02T03:59:59.999Z\"", null, null, false },
            { "\"running\"", "\"2026-04-02T12:00:00+08:00\"", null, null, false },
            { "\"running\"", "\"2026-04-02T12:00:00.001+08:00\"", null, null, true },
            { "\"running\"", "\"2026-04-03\"", null, null, true },
            { "\"running\"", "\"2026-04-02\"", null, null, false },
            { "\"running\"", "\"2026-04-02T04:00:01\"", null, null, true },
            { "\"running\"", null, null, null, false },
            { "\"running\"", "\"\"", null, null, false },
            { "\"running\"", null, "\"2026-04-01T04:00:00Z\"", null, true },
            { "\"running\"", "null", "\"2026-04-01T04:00:00Z\"", null, true },
            { "\"running\"", "\"\"", "\"2026-04-01T03:59:59.999Z\"", null, false },
            { "\"running\"", null, "\"2027-01-01T00:00:00Z\"", null, true },
            { "\"running\"", null, "\"soon\"", "\"2026-04-02T03:00:00Z\"", false },
            { "\"running\"", null, null, "\"2026-04-02T03:00:00Z\"", true },
            { "\"running\"", null, "\"\"", "\"2026-04-02T03:00:00Z\"", true },
            { "\"running\"", null, "null", "\"2026-03-02T03:00:00Z\"", false },
            { "\"running\"", null, null, "\"never\"", false },
            { "\"running\"", null, null, "\"2027-01-01T00:00:00Z\"", true },
            { "\"running\"", "\"2026-06-01T00:00:00Z\"", "\"2027-01-01T00:00:00Z\"", "\"2027-01-01T00:00:00Z\"", true },
            { "\"running\"", null, "\"2026-04-02T03:00:00\"", null, true },
            { "\"running\"", null, "\"0001-01-01T00:00:00Z\"", null, false },
            { "\"running\"", "\"9999-12-31T23:59:59-14:00\"", null, null, false },
            { "\"running\"", "\"0001-01-01T00:00:00+14:00\"", null, null, false },
            { "\"running\"", "\"+010000-01-01T00:00:00Z\"", null, null, false },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_session_holds_as_the_contract_says(
        string? status,
        string? expiry,
        string? activity,
        string? approved,
        bool fresh
    )
    {
        var session = Sessions.With(
            ("status", status),
            ("policy.session_expiry_at", expiry),
            ("risk_state.last_activity_at", activity),
            ("approved_at", approved)
        );

        var result = SessionFreshness.Of(session, Sessions.Now, TimeSpan.FromMinutes(1440));

        Assert.Equal(fresh, result.IsFresh);
        Assert.Equal(fresh ? "3c" : "3b", Sessions.Decide(Sessions.Request("", session, 1)).Row);
    }

    [Fact]
    public void An_expiry_makes_the_idle_time_count_for_nothing()
    {
        var session = Sessions.With("risk_state.last_activity_at", "\"2000-01-01T00:00:00Z\"");

        Assert.True(SessionFreshness.Of(session, Sessions.Now, TimeSpan.Zero).IsFresh);
    }

    [Fact]
    public void What_is_read_leniently_is_said()
    {
        Assert.Empty(Of(Sessions.Fresh).Warnings);
        Assert.Contains(
            "session_expiry_at",
            Assert.Single(Of(Sessions.With("policy.session_expiry_at", null)).Warnings),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "offset",
            Assert.Single(Of(Sessions.With("policy.session_expiry_at", "\"2026-06-01T00:00:00\"")).Warnings),
            StringComparison.Ordinal
        );
        Assert.Empty(Of(Sessions.With("policy.session_expiry_at", "\"2026-06-01\"")).Warnings);
    }

    [Fact]
    public void The_detail_shows_both_moments() =>
        Assert.Equal(
            "expiry: 2026-04-02T04:00:00Z < 2026-04-01T00:00:00Z",
            Of(Sessions.With("policy.session_expiry_at", "\"2026-04-01T00:00:00Z\"")).Detail.Text
        );

    [Fact]
    public void A_session_without_policy_or_state_can_hold_and_takes_no_step()
    {
        var session = Sessions.With(
            ("policy", null),
            ("risk_state", null),
            ("approved_at", "\"2026-04-02T03:00:00Z\"")
        );

        Assert.Equal("3e", Sessions.Decide(Sessions.Request("", session, 1)).Row);
        Assert.Equal("3f", Sessions.Decide(Sessions.Request("", session)).Row);
    }

    private static SessionFreshness Of(TradeSession session) =>
        SessionFreshness.Of(session, Sessions.Now, TimeSpan.FromMinutes(1440));
}
