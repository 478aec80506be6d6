using System.Text.Json;

namespace Exchange.Simulator.Http.Scripts;

/// <summary>What a service is told to answer to its next calls, whatever it would have said.</summary>
internal sealed record ScriptedAnswer
{
    /// <summary>Only paths that end like this, or that have this inside when it ends with a slash; null is any.</summary>
    public string? Path { get; init; }

    /// <summary>Only this method; null is any.</summary>
    public string? Method { get; init; }

    /// <summary>The service's own error code; null answers without one.</summary>
    public string? Code { get; init; }

    /// <summary>The message beside the code; null is the service's usual one.</summary>
    public string? Message { get; init; }

    /// <summary>The HTTP status; null is the code's usual one.</summary>
    public int? Status { get; init; }

    /// <summary>The body, word for word, in the place of the service's envelope.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the call still has its effect.</summary>
    public bool HasEffect { get; init; }

    /// <summary>How many more calls are answered so.</summary>
    public int Left { get; init; } = 1;

    /// <summary>Reads <c>{"path","method","code","msg","status","body","effect","count"}</c>.</summary>
    /// <exception cref="Refusal">400: a value is out of range.</exception>
    public static ScriptedAnswer Read(JsonElement command)
    {
        var answer = new ScriptedAnswer
        {
            Path = command.Text("path"),
            Method = command.Text("method"),
            Code = command.Text("code"),
            Message = command.Text("msg"),
            Status = (int?)command.Integer("status"),
            Body = command.Text("body"),
            HasEffect = command.Flag("effect") ?? false,
            Left = (int)(command.Integer("count") ?? 1),
        };
        if (answer is { Code: null, Status: null, Body: null })
        {
            throw new Refusal(400, "Name a code, a status or a body.");
        }
        return answer is { Left: > 0, Status: null or (>= 100 and <= 599) }
            ? answer
            : throw new Refusal(400, "A count is at least 1, a status 100 to 599.");
    }

    public bool Matches(Call call) =>
        (Method is null || Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase))
        && (
            Path is null
            || (
                Path.EndsWith('/')
                    ? call.Path.Contains(Path, StringComparison.Ordinal)
                    : call.Path.EndsWith(Path, StringComparison.Ordinal)
            )
        );
}
