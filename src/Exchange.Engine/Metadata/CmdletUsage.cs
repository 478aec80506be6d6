using System.Text;
using Exchange.Engine.Binding;

namespace Exchange.Engine;

/// <summary>How a cmdlet is called, in PowerShell's notation.</summary>
public static class CmdletUsage
{
    /// <summary>The syntax of each parameter set, then a table of the parameters.</summary>
    public static string For(CmdletMetadata cmdlet)
    {
        ArgumentNullException.ThrowIfNull(cmdlet);
        var text = new StringBuilder();
        foreach (var line in SyntaxLines(cmdlet))
        {
            text.Append(line).Append('\n');
        }
        var table = ParameterTable.Of(cmdlet);
        return table.Length == 0 ? text.ToString() : text.Append('\n').Append(table).ToString();
    }

    /// <summary>A line for each parameter set, the default set first.</summary>
    public static IReadOnlyList<string> SyntaxLines(CmdletMetadata cmdlet)
    {
        ArgumentNullException.ThrowIfNull(cmdlet);
        return [.. SetsOf(cmdlet).Select(name => Line(cmdlet, name))];
    }

    /// <summary>The sets that have a syntax of their own, the default set first.</summary>
    internal static IEnumerable<string> SetsOf(CmdletMetadata cmdlet) =>
        cmdlet.ParameterSetNames.Where(name => IsUsed(name, cmdlet));

    /// <summary>The parameters of a set in the order in which its syntax shows them.</summary>
    internal static IEnumerable<(CmdletParameter Parameter, ParameterInSet In)> ParametersOf(
        CmdletMetadata cmdlet,
        string setName
    ) =>
        cmdlet
            .Parameters.Select(parameter => (Parameter: parameter, In: parameter.In(setName)!))
            .Where(entry => entry.In is { Hidden: false })
            .OrderBy(entry => entry.In.Position ?? int.MaxValue)
            .ThenBy(entry => !entry.In.Mandatory);

    // A default set that no parameter names is there only to be the default.
    private static bool IsUsed(string setName, CmdletMetadata cmdlet) =>
        cmdlet.ParameterSetNames.Count == 1
        || cmdlet.Parameters.Any(parameter =>
            parameter.Sets.Any(set => string.Equals(set.SetName, setName, StringComparison.OrdinalIgnoreCase))
        )
        || string.Equals(setName, cmdlet.DefaultParameterSetName, StringComparison.OrdinalIgnoreCase);

    internal static string Line(CmdletMetadata cmdlet, string setName)
    {
        var parameters = ParametersOf(cmdlet, setName).Select(entry => Word(entry.Parameter, entry.In));
        string[] optional = cmdlet.SupportsShouldProcess ? ["[-WhatIf]", "[-Confirm]"] : [];
        return string.Join(' ', [cmdlet.Name, .. parameters, .. optional, "[<CommonParameters>]"]);
    }

    private static string Word(CmdletParameter parameter, ParameterInSet inSet)
    {
        var name = inSet.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var word = parameter.IsSwitch ? name : $"{name} <{TypeNames.Short(parameter.Type)}>";
        return inSet.Mandatory ? word : $"[{word}]";
    }
}
