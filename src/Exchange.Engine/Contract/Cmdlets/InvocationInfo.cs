#nullable disable
using System.Diagnostics;

namespace System.Management.Automation;

/// <summary>How a command was invoked: by what name, with which parameters, where in its pipeline.</summary>
[DebuggerDisplay("Command = {MyCommand}")]
public class InvocationInfo
{
    internal InvocationInfo(CommandInfo command, string line, int position, int length, bool expectingInput)
    {
        MyCommand = command;
        Line = line;
        PipelinePosition = position;
        PipelineLength = length;
        ExpectingInput = expectingInput;
    }

    /// <summary>The parameters given so far, common ones included, by their full names; not case-sensitive.</summary>
    public Dictionary<string, object> BoundParameters { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<object> UnboundArguments { get; } = [];

    public CommandInfo MyCommand { get; }

    public CommandOrigin CommandOrigin => CommandOrigin.Runspace;

    public string InvocationName => MyCommand?.Name ?? "";

    public bool ExpectingInput { get; }

    /// <summary>The name of the command; never its arguments, which may be secret.</summary>
    public string Line { get; }

    /// <summary>Counts from 1.</summary>
    public int PipelinePosition { get; }

    public int PipelineLength { get; }

    public long HistoryId => -1;

    public int OffsetInLine => 0;

    public int ScriptLineNumber => 0;

    public string ScriptName => null;

    public string PSScriptRoot => "";

    public string PSCommandPath => null;

    public string PositionMessage => "";
}
