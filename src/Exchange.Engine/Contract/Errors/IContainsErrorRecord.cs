#nullable disable
namespace System.Management.Automation;

/// <summary>An exception that knows its own error record.</summary>
public interface IContainsErrorRecord
{
    ErrorRecord ErrorRecord { get; }
}
