#nullable disable
using System.Collections.ObjectModel;
using Exchange.Engine;

namespace System.Management.Automation;

/// <summary>The command that a cmdlet class is.</summary>
public class CmdletInfo : CommandInfo
{
    private readonly CmdletMetadata _metadata;

    public CmdletInfo(string name, Type implementingType)
        : this(name, CmdletMetadata.Of(implementingType)) { }

    internal CmdletInfo(string name, CmdletMetadata metadata)
        : base(name, CommandTypes.Cmdlet) => _metadata = metadata;

    public Type ImplementingType => _metadata.Type;

    public string Verb => _metadata.Verb;

    public string Noun => _metadata.Noun;

    public string DefaultParameterSet => _metadata.DefaultParameterSetName;

    public override string Definition => string.Join(Environment.NewLine, CmdletUsage.SyntaxLines(_metadata));

    public override ReadOnlyCollection<PSTypeName> OutputType => _metadata.OutputTypes.ToList().AsReadOnly();
}
