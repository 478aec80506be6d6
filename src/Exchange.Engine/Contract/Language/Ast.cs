#nullable disable
namespace System.Management.Automation.Language;

/// <summary>A node of a parsed script. There is no parser here: only the shape that completers are given.</summary>
public abstract class Ast
{
    protected Ast(IScriptExtent extent) => Extent = extent;

    public IScriptExtent Extent { get; }

    public Ast Parent { get; internal set; }

    public override string ToString() => Extent?.Text ?? "";
}
