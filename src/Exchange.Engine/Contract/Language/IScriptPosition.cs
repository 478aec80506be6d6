#nullable disable
namespace System.Management.Automation.Language;

/// <summary>A place in a script.</summary>
public interface IScriptPosition
{
    string File { get; }

    int LineNumber { get; }

    int ColumnNumber { get; }

    int Offset { get; }

    string Line { get; }

    string GetFullScript();
}
