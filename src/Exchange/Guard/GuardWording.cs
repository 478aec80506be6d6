using System.Collections.Concurrent;

namespace Exchange.Guard;

/// <summary>What the rows mean in words: for the person who is refused, what to do next (trade-guard.md 3.1).</summary>
internal static class GuardWording
{
    // What differs from service to service.
    private const string OpenOrders = "{open orders}";
    private const string NewSession = "{new session}";

    private sealed record Wording(string Text, params string[] Actions)
    {
        public string Guardrail { get; } = $"Guardrail: {Text}";
    }

    private static readonly Dictionary<string, Wording> ByRow = new(StringComparer.Ordinal)
    {
        ["1"] = new(
            "this asks to set the rules aside, and that is not permitted, not even in a session.",
            "Say what to trade in your own words."
        ),
        ["2"] = new(
            "the same attempt was seen a moment ago; it may have been sent already.",
            $"Look at {OpenOrders} and Get-ExchangeAttempt.",
            "If nothing was sent, use a new attempt id, or release this one with Clear-TradeAttempt."
        ),
        ["3b"] = new(
            "the session does not hold any more.",
            "Approve a new session, or resume this one if it is paused.",
            "To trade without it, leave -TradeSession out."
        ),
        ["3c"] = new("the step stays within the approved session."),
        ["3d"] = new(
            "the value of the step is not known, so no limit can be checked.",
            "Repeat when the market's prices can be read."
        ),
        ["3e"] = new(
            "the step would pass a limit of the session.",
            "Take a smaller step.",
            "End the session, or approve one with other limits."
        ),
        ["3f"] = new("a session is active."),
        ["4"] = new(
            "the order is worth more than the cap.",
            "Take a smaller amount.",
            "Or confirm this one order by its exact value with -ConfirmQuoteAmount."
        ),
        ["4u"] = new(
            "there is a cap, and the value of the order is not known.",
            "Repeat when the market's prices can be read, or set the cap to 0."
        ),
        ["5"] = new(
            "a strategy needs a session that a person has approved.",
            $"{NewSession} and Approve-TradeSession, then hand it over as -TradeSession."
        ),
        ["6"] = new("this is not about a trade."),
        ["7"] = new("something is missing or unclear.", "Which side, which asset, and exactly how much?"),
        ["8"] = new(
            "the words are risky: everything, half, a push, or a bare acknowledgement.",
            "Name side, pair and exact amount of the draft in -ConfirmationText."
        ),
        ["9"] = new("a clear request."),
    };

    private static readonly ConcurrentDictionary<(string Row, GuardedService Service), IReadOnlyList<string>> Known =
        new();

    public static IReadOnlyList<string> Actions(GuardRow row, GuardedService service) =>
        ByRow[row.Name].Actions is { Length: > 0 } actions
            ? Known.GetOrAdd((row.Name, service), _ => [.. actions.Select(action => For(service, action))])
            : [];

    public static string Guardrail(GuardRow row, IReadOnlyList<GuardDetail> details) =>
        details.Count == 0
            ? ByRow[row.Name].Guardrail
            : $"{ByRow[row.Name].Guardrail} {string.Join("; ", details.Select(detail => detail.Text))}.";

    private static string For(GuardedService service, string action) =>
        action
            .Replace(OpenOrders, service.OpenOrders, StringComparison.Ordinal)
            .Replace(NewSession, NewSessionIn(service.QuoteCurrency), StringComparison.Ordinal);

    /// <summary>The comparisons behind a row; those that failed for a refusal.</summary>
    public static IReadOnlyList<GuardDetail> Details(GuardRow row, GuardFacts facts) =>
        row.Name switch
        {
            "3b" => [facts.Freshness!.Detail],
            "3d" or "4u" => [new("step size", SizeText(facts), ">", "0")],
            "3e" => [.. facts.Boundary.Where(check => !check.Holds).Select(check => check.Detail)],
            "4" => [new("order value", facts.SizeText, "<=", facts.CapText)],
            _ => [],
        };

    private static string NewSessionIn(string currency) =>
        currency == "TWD" ? "New-TradeSession" : $"New-TradeSession -QuoteCurrency {currency}";

    private static string SizeText(GuardFacts facts) =>
        facts.Step?.SizeQuote is { } size ? ExactDecimal.Format(size) : "missing or not a number";
}
