#nullable disable
namespace System.Management.Automation.Language;

/// <summary>A command or an expression within a pipeline.</summary>
public abstract class CommandBaseAst : StatementAst
{
    internal CommandBaseAst(IScriptExtent extent)
        : base(extent) { }
}
