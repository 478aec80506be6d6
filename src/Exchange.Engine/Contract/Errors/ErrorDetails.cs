#nullable disable
namespace System.Management.Automation;

/// <summary>What to show in the place of the exception's message, and what to do next.</summary>
public class ErrorDetails
{
    public ErrorDetails(string message) => Message = message;

    public string Message { get; }

    public string RecommendedAction { get; set; } = "";

    public override string ToString() => Message;
}
