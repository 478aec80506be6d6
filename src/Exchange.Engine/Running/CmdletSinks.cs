using System.Management.Automation;

namespace Exchange.Engine;

/// <summary>
/// Who gets what a run writes, at once and on the thread of the run. A stream without a sink is collected in the
/// <see cref="CmdletRun"/>; one with a sink is not kept. What a sink throws ends the run and comes out of it.
/// </summary>
public sealed record CmdletSinks
{
    /// <summary>No sinks: everything is collected.</summary>
    public static CmdletSinks None { get; } = new();

    /// <summary>The objects that the last cmdlet emits.</summary>
    public Action<object?>? Output { get; init; }

    /// <summary>Errors after which the cmdlet goes on; <see cref="CmdletRun.TerminatingError"/> is the other.</summary>
    public Action<ErrorRecord>? Error { get; init; }

    /// <summary>Warnings.</summary>
    public Action<WarningRecord>? Warning { get; init; }

    /// <summary>Verbose messages, if they are wanted.</summary>
    public Action<VerboseRecord>? Verbose { get; init; }

    /// <summary>Debug messages, if they are wanted.</summary>
    public Action<DebugRecord>? Debug { get; init; }

    /// <summary>Everything of the information stream that is not ignored; what is to be seen comes as host text too.</summary>
    public Action<InformationRecord>? Information { get; init; }

    /// <summary>Progress.</summary>
    public Action<ProgressRecord>? Progress { get; init; }

    /// <summary>Text for the screen, line ends included: <c>What if:</c> lines and what a cmdlet writes to its host.</summary>
    public Action<string>? HostText { get; init; }
}
