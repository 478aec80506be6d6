using System.Management.Automation;
using System.Text;

namespace Exchange.Engine;

/// <summary>What became of a run: its end, and everything written to a stream that had no sink.</summary>
public sealed class CmdletRun
{
    internal List<object?> Objects { get; } = [];

    internal List<ErrorRecord> ErrorList { get; } = [];

    internal List<WarningRecord> WarningList { get; } = [];

    internal List<VerboseRecord> VerboseList { get; } = [];

    internal List<DebugRecord> DebugList { get; } = [];

    internal List<InformationRecord> InformationList { get; } = [];

    internal List<ProgressRecord> ProgressList { get; } = [];

    internal StringBuilder Screen { get; } = new();

    /// <summary>The objects that the last cmdlet emitted.</summary>
    public IReadOnlyList<object?> Output => Objects;

    /// <summary>The errors after which the cmdlet went on.</summary>
    public IReadOnlyList<ErrorRecord> Errors => ErrorList;

    /// <summary>Warnings.</summary>
    public IReadOnlyList<WarningRecord> Warnings => WarningList;

    /// <summary>Verbose messages; none unless they were wanted.</summary>
    public IReadOnlyList<VerboseRecord> Verbose => VerboseList;

    /// <summary>Debug messages; none unless they were wanted.</summary>
    public IReadOnlyList<DebugRecord> Debug => DebugList;

    /// <summary>Everything of the information stream that was not ignored, seen or not.</summary>
    public IReadOnlyList<InformationRecord> Information => InformationList;

    /// <summary>Progress.</summary>
    public IReadOnlyList<ProgressRecord> Progress => ProgressList;

    /// <summary>The text for the screen: <c>What if:</c> lines and what a cmdlet wrote to its host.</summary>
    public string HostText => Screen.ToString();

    /// <summary>The error that ended the run; null if none did.</summary>
    public ErrorRecord? TerminatingError { get; internal set; }

    /// <summary>Whether the run was stopped from outside before it was done.</summary>
    public bool Stopped { get; internal set; }

    /// <summary>Whether the run came to its end without any error.</summary>
    public bool Succeeded => TerminatingError is null && !Stopped && !HadErrors;

    /// <summary>Whether there was an error after which the cmdlet went on, collected or not.</summary>
    public bool HadErrors { get; internal set; }

    /// <summary>The emitted objects of a type, out of any wrapping.</summary>
    public IReadOnlyList<T> OutputOf<T>() => [.. Objects.Select(PSObject.Unwrap).OfType<T>()];
}
