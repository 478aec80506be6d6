#nullable disable
namespace System.Management.Automation.Language;

/// <summary>A stretch of a script.</summary>
public interface IScriptExtent
{
    string File { get; }

    IScriptPosition StartScriptPosition { get; }

    IScriptPosition EndScriptPosition { get; }

    int StartLineNumber { get; }

    int StartColumnNumber { get; }

    int EndLineNumber { get; }

    int EndColumnNumber { get; }

    int StartOffset { get; }

    int EndOffset { get; }

    string Text { get; }
}
