#nullable disable
using System.Globalization;

namespace System.Management.Automation.Host;

/// <summary>The program that runs the engine.</summary>
public abstract class PSHost
{
    protected PSHost() { }

    public abstract string Name { get; }

    public abstract Version Version { get; }

    public abstract Guid InstanceId { get; }

    public abstract PSHostUserInterface UI { get; }

    public abstract CultureInfo CurrentCulture { get; }

    public abstract CultureInfo CurrentUICulture { get; }

    public virtual PSObject PrivateData => null;
}
