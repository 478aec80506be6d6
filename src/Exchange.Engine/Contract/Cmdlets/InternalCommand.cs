#nullable disable
namespace System.Management.Automation.Internal;

/// <summary>What every command is to the engine.</summary>
public abstract class InternalCommand
{
    private volatile bool _stopping;

    internal InternalCommand() { }

    public CommandOrigin CommandOrigin => CommandOrigin.Runspace;

    internal bool IsStopping
    {
        get => _stopping;
        set => _stopping = value;
    }

    internal InvocationInfo Invocation { get; set; }
}
