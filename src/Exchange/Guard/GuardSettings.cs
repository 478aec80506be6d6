using System.Globalization;

namespace Exchange.Guard;

/// <summary>What the environment says about the guard, read at every evaluation (trade-guard.md 1.4).</summary>
public sealed record GuardSettings
{
    /// <summary>Cap of an order outside a session, in TWD; null when there is none.</summary>
    public decimal? CapTwd { get; init; }

    /// <summary>How long an attempt id is remembered.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMilliseconds(300_000);

    /// <summary>How long a session without an expiry lives after its last activity.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(1440);

    /// <summary>Whether every decision is audited.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>Whether a decision that cannot be audited loses its effect.</summary>
    public bool FailsClosedOnAuditError { get; init; }

    /// <summary>The audit file; null for the module's own.</summary>
    public string? AuditLog { get; init; }

    /// <summary>What was not understood and replaced by a default.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Reads them for orders of BitoPro.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.CapInvalid</c>: without a readable cap no order is sent.</exception>
    public static GuardSettings Read(Func<string, string?> environment) => Read(environment, GuardedService.BitoPro);

    /// <summary>Reads them; the cap only for a service that has it.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.CapInvalid</c>: without a readable cap no order is sent.</exception>
    public static GuardSettings Read(Func<string, string?> environment, GuardedService service)
    {
        var warnings = new List<string>();
        return new GuardSettings
        {
            CapTwd = service.HasCap ? Cap(environment("BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE")) : null,
            DuplicateWindow = Span("BITOPRO_GUARD_DEDUPE_WINDOW_MS", 300_000, TimeSpan.TicksPerMillisecond),
            IdleLimit = Span("BITOPRO_STRATEGY_SESSION_IDLE_MINUTES", 1440, TimeSpan.TicksPerMinute),
            IsStrict = Switch(environment("BITOPRO_GUARD_STRICT_MODE"), byDefault: true),
            FailsClosedOnAuditError = Switch(environment("BITOPRO_GUARD_FAIL_CLOSED_ON_AUDIT_ERROR"), byDefault: false),
            AuditLog = environment("BITOPRO_GUARD_AUDIT_LOG") is { Length: > 0 } path ? path : null,
            Warnings = warnings,
        };

        TimeSpan Span(string name, long byDefault, long ticks)
        {
            var text = environment(name)?.Trim();
            if (string.IsNullOrEmpty(text))
            {
                return new TimeSpan(byDefault * ticks);
            }
            if (ExactDecimal.TryParse(text, out var number) && number >= 0 && number <= int.MaxValue)
            {
                return new TimeSpan((long)(number * ticks));
            }
            warnings.Add(
                string.Create(CultureInfo.InvariantCulture, $"{name} is no number of use; {byDefault} was taken.")
            );
            return new TimeSpan(byDefault * ticks);
        }
    }

    private static decimal? Cap(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        if (!ExactDecimal.TryParse(text.Trim(), out var cap) || cap < 0)
        {
            throw ExchangeException.BadInput(
                "BitoPro.CapInvalid",
                "BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE is not an amount of TWD. Nothing is allowed while it is so.",
                "Set it to plain digits, or to 0 for no cap."
            );
        }
        return cap == 0 ? null : cap;
    }

    private static bool Switch(string? text, bool byDefault) =>
        string.IsNullOrWhiteSpace(text) ? byDefault : text.Trim().ToUpperInvariant() is "1" or "TRUE" or "YES";
}
