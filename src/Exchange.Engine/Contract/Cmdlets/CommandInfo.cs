#nullable disable
using System.Collections.ObjectModel;

namespace System.Management.Automation;

/// <summary>What a command is called and emits.</summary>
public abstract class CommandInfo
{
    internal CommandInfo(string name, CommandTypes type)
    {
        Name = name;
        CommandType = type;
    }

    public CommandTypes CommandType { get; }

    public string Name { get; }

    public string ModuleName => "";

    public abstract string Definition { get; }

    public abstract ReadOnlyCollection<PSTypeName> OutputType { get; }

    public override string ToString() => Name;
}
