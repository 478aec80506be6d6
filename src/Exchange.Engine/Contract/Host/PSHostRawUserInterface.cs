#nullable disable
namespace System.Management.Automation.Host;

/// <summary>The screen of a host.</summary>
public abstract class PSHostRawUserInterface
{
    protected PSHostRawUserInterface() { }

    /// <summary>Columns and rows that are seen.</summary>
    public abstract Size WindowSize { get; set; }

    /// <summary>Columns and rows that are kept.</summary>
    public abstract Size BufferSize { get; set; }

    public abstract string WindowTitle { get; set; }
}
