using System.Text;
using Exchange.Engine.Binding;

namespace Exchange.Engine;

/// <summary>The parameters of a cmdlet, a line each with what it takes, and a line with what it is for.</summary>
internal static class ParameterTable
{
    private const string Indent = "    ";

    public static string Of(CmdletMetadata cmdlet)
    {
        var shown = cmdlet.Parameters.Where(parameter => !parameter.IsHidden).ToList();
        var width = shown.Select(parameter => parameter.Name.Length + 1).DefaultIfEmpty().Max();
        var text = new StringBuilder();
        foreach (var parameter in shown)
        {
            text.Append($"-{parameter.Name}".PadRight(width))
                .Append("  ")
                .AppendJoin("; ", Facts(parameter))
                .Append('\n');
            if (parameter.HelpMessage.Length > 0)
            {
                text.Append(Indent).Append(parameter.HelpMessage).Append('\n');
            }
        }
        return text.ToString();
    }

    private static IEnumerable<string> Facts(CmdletParameter parameter)
    {
        yield return TypeNames.Short(parameter.Type);
        if (parameter.Sets.Any(set => set.Mandatory))
        {
            yield return parameter.Sets.All(set => set.Mandatory)
                ? "mandatory"
                : "mandatory in "
                    + string.Join(", ", parameter.Sets.Where(set => set.Mandatory).Select(set => set.SetName));
        }
        if (parameter.Sets.Any(set => set.FromPipeline))
        {
            yield return "from input";
        }
        if (parameter.Sets.Any(set => set.FromPropertyName))
        {
            yield return "from input by property name";
        }
        if (parameter.AllowedValues.Count > 0)
        {
            yield return "one of: " + string.Join(", ", parameter.AllowedValues);
        }
        if (parameter.IsSecret)
        {
            yield return "env:NAME or prompt";
        }
        if (parameter.Aliases.Count > 0)
        {
            yield return "alias " + string.Join(", ", parameter.Aliases.Select(alias => "-" + alias));
        }
    }
}
