#nullable disable
using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>What warnings, verbose and debug messages have in common.</summary>
public abstract class InformationalRecord
{
    internal InformationalRecord(string message) => Message = message;

    public string Message { get; set; }

    public InvocationInfo InvocationInfo { get; internal set; }

    public ReadOnlyCollection<int> PipelineIterationInfo => ReadOnlyCollection<int>.Empty;

    public override string ToString() => Message;
}
