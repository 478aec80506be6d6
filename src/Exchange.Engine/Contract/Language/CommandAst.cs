#nullable disable
using System.Collections.ObjectModel;

namespace System.Management.Automation.Language;

/// <summary>A command and its words.</summary>
public class CommandAst : CommandBaseAst
{
    internal CommandAst(IScriptExtent extent, IList<CommandElementAst> elements)
        : base(extent) => CommandElements = new ReadOnlyCollection<CommandElementAst>(elements);

    public ReadOnlyCollection<CommandElementAst> CommandElements { get; }

    /// <summary>The name of the command as it was typed, or null.</summary>
    public string GetCommandName() => CommandElements.Count == 0 ? null : CommandElements[0].Extent?.Text;
}
