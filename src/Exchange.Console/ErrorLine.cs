using System.Management.Automation;
using Exchange.Desk;
using Exchange.Engine.Json;
using Exchange.Guard;

namespace Exchange.CommandLine;

/// <summary>An error as one line of JSON for programs, or as text for a person.</summary>
internal static class ErrorLine
{
    public static string Json(ErrorRecord record) =>
        JsonLine.Write(new Dictionary<string, object?>(StringComparer.Ordinal) { ["error"] = Facts(record) });

    public static string Text(ErrorRecord record)
    {
        var message = record.ErrorDetails?.Message ?? record.Exception.Message;
        var remedy = record.ErrorDetails?.RecommendedAction;
        return $"ERROR {IdOf(record)}: {message}" + (string.IsNullOrEmpty(remedy) ? "" : Environment.NewLine + remedy);
    }

    private static Dictionary<string, object?> Facts(ErrorRecord record)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = IdOf(record),
            ["category"] = record.CategoryInfo.Category.ToString(),
            ["message"] = record.Exception.Message,
        };
        if (KnownCause(record.Exception) is { } known)
        {
            Add(facts, "remedy", known.Remedy);
            Add(facts, "call", known.Call);
            Add(facts, "endpoint", known.Endpoint);
            Add(facts, "httpStatus", known.HttpStatus);
            Add(facts, "serviceCode", known.ServiceCode);
            Add(facts, "requestId", known.RequestId);
            Add(facts, "attemptId", known.AttemptId);
            facts["outcomeUnknown"] = known.OutcomeUnknown;
        }
        if (record.TargetObject is IDraft draft)
        {
            facts["draft"] = draft;
        }
        if (record.TargetObject is GuardDecision decision)
        {
            facts["decision"] = decision;
            Add(facts, "draft", decision.Draft);
        }
        return facts;
    }

    // The engine adds the cmdlet's class behind the id; callers look for the id alone.
    private static string IdOf(ErrorRecord record) =>
        KnownCause(record.Exception)?.ErrorId ?? record.FullyQualifiedErrorId.Split(',')[0];

    private static ExchangeException? KnownCause(Exception trouble) =>
        trouble as ExchangeException ?? trouble.InnerException as ExchangeException;

    private static void Add(Dictionary<string, object?> facts, string name, object? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }
    }
}
