using System.Text;
using Exchange.Engine;

namespace Exchange.Help;

/// <summary>A page as <c>exchange help</c> shows it: everything but the examples, which are PowerShell's.</summary>
internal static class CommandText
{
    private const int Width = 100;
    private const string Indent = "    ";
    private const string Tied = "\u00a0";

    public static string Of(CommandPage page, CmdletMetadata cmdlet)
    {
        var text = new StringBuilder();
        foreach (var line in CmdletUsage.SyntaxLines(cmdlet))
        {
            // A parameter and its type stay on one line.
            WrappedText.Append(text, line.Replace(" <", Tied + "<", StringComparison.Ordinal), Width, hang: Indent);
        }
        text.Replace(Tied, " ").Append('\n');
        WrappedText.Append(text, string.Join('\n', page.Synopsis), Width);
        AppendSection(text, "DESCRIPTION", page.Description);
        text.Append("\nPARAMETERS\n");
        foreach (var facts in ParameterFacts.Of(cmdlet))
        {
            text.Append('\n').Append(Heading(facts)).Append('\n');
            AppendProse(text, page.Parameters[facts.Name]);
        }
        AppendTypes(text, "INPUTS", page.Inputs);
        AppendTypes(text, "OUTPUTS", page.Outputs);
        AppendSection(text, "NOTES", page.Notes);
        return text.ToString();
    }

    private static string Heading(ParameterFacts facts)
    {
        List<string> words = [facts.IsSwitch ? $"-{facts.Name}" : $"-{facts.Name} <{facts.TypeName}>"];
        if (facts.Required)
        {
            words.Add("mandatory");
        }
        if (facts.AllowedValues.Count > 0)
        {
            words.Add("one of " + string.Join(", ", facts.AllowedValues));
        }
        if (facts.Default.Length > 0)
        {
            words.Add("default " + facts.Default);
        }
        if (facts.IsSecret)
        {
            words.Add("env:NAME or prompt");
        }
        if (facts.IsFromInput)
        {
            words.Add("from input");
        }
        if (facts.Aliases.Count > 0)
        {
            words.Add("alias " + string.Join(", ", facts.Aliases.Select(alias => "-" + alias)));
        }
        return string.Join("; ", words);
    }

    private static void AppendSection(StringBuilder text, string title, IReadOnlyList<string> paragraphs)
    {
        text.Append('\n').Append(title).Append("\n\n");
        AppendProse(text, paragraphs);
    }

    private static void AppendTypes(
        StringBuilder text,
        string title,
        IReadOnlyList<(string Type, IReadOnlyList<string> Text)> types
    )
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (var (type, words) in types)
        {
            text.Append('\n').Append(type).Append('\n');
            AppendProse(text, words);
        }
    }

    private static void AppendProse(StringBuilder text, IReadOnlyList<string> paragraphs)
    {
        for (var i = 0; i < paragraphs.Count; i++)
        {
            text.Append(i == 0 ? "" : "\n");
            WrappedText.Append(text, paragraphs[i], Width, Indent);
        }
    }
}
