using System.Text;
using Exchange.Engine;
using Markdig.Syntax;

namespace Exchange.Help;

/// <summary>Brings the made parts of a page up to date, its syntax and the facts of its parameters, and leaves its prose alone.</summary>
internal static class PageUpdate
{
    private const string CommonParameters = "### CommonParameters";

    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["WhatIf"] = "Shows what would happen, and does nothing.",
        ["Confirm"] = "Asks before it acts. `-Confirm:$false` says yes beforehand.",
    };

    /// <summary>The page as it must be.</summary>
    /// <param name="page">The page as it is; null makes a new one.</param>
    /// <param name="cmdlet">What it is about.</param>
    public static string Of(string? page, CmdletMetadata cmdlet)
    {
        var text = page?.ReplaceLineEndings("\n") ?? NewPage(cmdlet);
        text = ReplaceSyntax(text, cmdlet);
        foreach (var facts in ParameterFacts.Of(cmdlet))
        {
            text = ReplaceFacts(text, cmdlet, facts);
        }
        return text;
    }

    /// <summary>The syntax section's content: a line for each parameter set.</summary>
    private static string Syntax(CmdletMetadata cmdlet)
    {
        var text = new StringBuilder("\n");
        var sets = CmdletUsage.SetsOf(cmdlet).ToList();
        foreach (var set in sets)
        {
            if (sets.Count > 1)
            {
                text.Append("### ")
                    .Append(set)
                    .Append(set == cmdlet.DefaultParameterSetName ? " (Default)\n\n" : "\n\n");
            }
            text.Append("```\n").Append(CmdletUsage.Line(cmdlet, set)).Append("\n```\n\n");
        }
        return text.ToString();
    }

    private static string ReplaceSyntax(string text, CmdletMetadata cmdlet)
    {
        var page = MarkdownSections.Of(text);
        return page.Find("SYNTAX") is { } section
            ? text[..section.ContentStart] + Syntax(cmdlet) + text[page.EndOf(section)..]
            : text;
    }

    private static string ReplaceFacts(string text, CmdletMetadata cmdlet, ParameterFacts facts)
    {
        var page = MarkdownSections.Of(text);
        if (page.Find("PARAMETERS") is not { } parameters)
        {
            return text;
        }
        var block = $"```yaml\n{facts.Yaml()}\n```";
        var known = page.Below(parameters).FirstOrDefault(one => one.Title == "-" + facts.Name);
        if (known is null)
        {
            return text.Insert(
                PlaceOf(page, parameters, facts.Name),
                $"### -{facts.Name}\n\n{FirstWords(cmdlet, facts.Name)}\n\n{block}\n\n"
            );
        }
        return known.Blocks.LastOrDefault(CommandPage.IsFacts) is FencedCodeBlock fence
            ? text[..fence.Span.Start] + block + text[(fence.Span.End + 1)..]
            : text[..known.End].TrimEnd() + $"\n\n{block}\n\n" + text[known.End..];
    }

    // In order of name; the note on the common parameters stays last.
    private static int PlaceOf(MarkdownSections page, Section parameters, string name) =>
        page.Below(parameters)
            .FirstOrDefault(one => !one.Title.StartsWith('-') || string.CompareOrdinal(one.Title, "-" + name) > 0)
            ?.Start
        ?? page.EndOf(parameters);

    private static string FirstWords(CmdletMetadata cmdlet, string parameter) =>
        Switches.TryGetValue(parameter, out var words) ? words : SourceSummaries.Of(cmdlet.Type, parameter);

    private static string NewPage(CmdletMetadata cmdlet)
    {
        var summary = SourceSummaries.Of(cmdlet.Type);
        var outputs = cmdlet
            .OutputTypes.Select(type => $"### {type.Name.Split('.')[^1]}\n\n")
            .DefaultIfEmpty("### None\n\n");
        return $"""
            ---
            external help file: {HelpProgram.MamlName}
            Module Name: Exchange
            area:
            schema: 2.0.0
            ---

            # {cmdlet.Name}

            ## SYNOPSIS

            {summary.Split(". ")[0].TrimEnd('.')}.

            ## SYNTAX

            ## DESCRIPTION

            {summary}

            ## EXAMPLES

            ## PARAMETERS

            {CommonParameters}

            This cmdlet has the common parameters of PowerShell. See about_CommonParameters.

            ## INPUTS

            ### None

            ## OUTPUTS

            {string.Concat(outputs).TrimEnd()}

            ## NOTES

            ## RELATED LINKS

            """.ReplaceLineEndings("\n");
    }
}
