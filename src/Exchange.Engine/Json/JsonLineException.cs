using System.Management.Automation;

namespace Exchange.Engine.Json;

/// <summary>A line of input is not the JSON that is expected. The message has its number, never its text.</summary>
public sealed class JsonLineException : RuntimeException
{
    internal JsonLineException(string problem, long lineNumber, Exception? cause = null)
        : base(
            $"Line {lineNumber} of the input is not usable JSON: {problem}",
            cause!,
            "JsonLineInvalid",
            ErrorCategory.InvalidData
        )
    {
        Problem = problem;
        LineNumber = lineNumber;
    }

    /// <summary>What is wrong with the line.</summary>
    public string Problem { get; }

    /// <summary>Counts from 1.</summary>
    public long LineNumber { get; }
}
