#nullable disable
namespace System.Management.Automation.Language;

/// <summary>A word of a command.</summary>
public abstract class CommandElementAst : Ast
{
    protected CommandElementAst(IScriptExtent extent)
        : base(extent) { }
}
