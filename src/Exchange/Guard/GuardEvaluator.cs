using System.Text;
using System.Text.Json;

namespace Exchange.Guard;

/// <summary>
/// The guard for other programs and independent tests: static, synchronous, plain JSON in, an injectable clock and store
/// (trade-guard.md section 10).
/// </summary>
public static class GuardEvaluator
{
    /// <summary>(a) Decides about a request: members text, session, pendingStep, kind, attemptId, now and
    /// environment, all optional.</summary>
    /// <param name="requestJson">One JSON object.</param>
    /// <param name="environment">Values of the environment's variables.</param>
    /// <param name="clock">The moment of the question.</param>
    /// <param name="seen">Attempt ids and when each was first seen; changed.</param>
    /// <exception cref="ExchangeException">The request is no JSON object, its kind is unknown, or the environment's cap or rules
    /// cannot be used.</exception>
    public static GuardDecision Classify(
        string requestJson,
        Func<string, string?> environment,
        TimeProvider clock,
        IDictionary<string, DateTimeOffset> seen
    )
    {
        var json = Parse(requestJson);
        var request = GuardRequest.Of(json, clock.GetUtcNow());
        var named = GuardRequest.EnvironmentOf(json, environment);
        return GuardEvaluation.Decide(
            request,
            GuardRules.Load(named),
            GuardSettings.Read(named, request.Service),
            seen
        );
    }

    /// <summary>(b) Whether a session still holds.</summary>
    public static SessionFreshness Freshness(
        string sessionJson,
        Func<string, string?> environment,
        TimeProvider clock
    ) =>
        SessionFreshness.Of(
            TradeSession.Parse(sessionJson),
            clock.GetUtcNow(),
            GuardSettings.Read(environment).IdleLimit
        );

    /// <summary>(c) Whether a fresh session holds a step of this size in its own currency; 0 asks without a step.</summary>
    public static bool IsInside(
        string sessionJson,
        decimal sizeQuote,
        Func<string, string?> environment,
        TimeProvider clock
    ) =>
        Freshness(sessionJson, environment, clock).IsFresh
        && TradeSession.Parse(sessionJson) is var session
        && SessionBoundary.IsInside(
            session,
            new PendingStep(sizeQuote) { QuoteCurrency = session.Policy.QuoteCurrency }
        );

    /// <summary>(d) Whether a text asks to set the rules aside.</summary>
    public static bool AltersPolicy(string? text, Func<string, string?> environment) =>
        TextSignals.Of(text, GuardRules.Load(environment)).AltersPolicy;

    /// <summary>(e) The text as the audit log keeps it, before it is cut.</summary>
    public static string? Scrub(string? text) => Scrubber.Scrub(text);

    /// <summary>(f) Whether an attempt id was seen within the window; else it is recorded.</summary>
    public static bool IsDuplicate(
        string? attemptId,
        Func<string, string?> environment,
        TimeProvider clock,
        IDictionary<string, DateTimeOffset> seen
    ) =>
        !string.IsNullOrEmpty(attemptId)
        && DuplicateWindow.IsDuplicate(
            seen,
            [attemptId],
            clock.GetUtcNow(),
            GuardSettings.Read(environment).DuplicateWindow
        );

    private static JsonElement Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
            return document.RootElement.Clone();
        }
        catch (JsonException trouble)
        {
            throw new ExchangeException(
                "TradeGuard.InvalidRequest",
                ErrorKind.InvalidInput,
                $"The request is no JSON: {trouble.Message}",
                trouble
            );
        }
    }
}
