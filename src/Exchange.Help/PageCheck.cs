using Exchange.Engine;

namespace Exchange.Help;

/// <summary>What a page must have before it is help.</summary>
internal static class PageCheck
{
    private const int FewestExamples = 2;

    /// <summary>What is wrong with the page at a path, one line each.</summary>
    public static IEnumerable<string> Faults(string path, CmdletMetadata cmdlet, CmdletCatalog all)
    {
        var text = File.ReadAllText(path);
        if (PageUpdate.Of(text, cmdlet) != text)
        {
            return ["its syntax or parameters differ from the cmdlet's; run ./build.sh docs"];
        }
        var page = CommandPage.Read(path);
        return
        [
            .. Parts(page, cmdlet),
            .. Examples(page, cmdlet, all),
            .. Types("INPUTS", page.Inputs),
            .. Types("OUTPUTS", page.Outputs),
            .. Parameters(page, cmdlet),
            .. Links(text, Path.GetDirectoryName(path)!),
        ];
    }

    /// <summary>What is wrong with the code and the links of a topic.</summary>
    public static IEnumerable<string> Faults(string path, CmdletCatalog all)
    {
        var text = File.ReadAllText(path);
        var code = MarkdownSections
            .Of(text)
            .All.SelectMany(section => section.Blocks.OfType<Markdig.Syntax.FencedCodeBlock>())
            .Where(fence => fence.Info is "powershell" or "sh");
        return
        [
            .. code.SelectMany(fence => Code(MarkdownText.Code(fence), all)),
            .. Links(text, Path.GetDirectoryName(path)!),
        ];
    }

    private static IEnumerable<string> Parts(CommandPage page, CmdletMetadata cmdlet)
    {
        if (page.Name != cmdlet.Name)
        {
            yield return $"its title is {page.Name}";
        }
        if (!PageAreas.All.Contains(page.Area, StringComparer.Ordinal))
        {
            yield return $"its area is '{page.Area}'; it is one of {string.Join(", ", PageAreas.All)}";
        }
        if (page.Synopsis.Count != 1 || page.Description.Count == 0 || page.Notes.Count == 0)
        {
            yield return "it needs a synopsis of one paragraph, a description and notes";
        }
    }

    private static IEnumerable<string> Examples(CommandPage page, CmdletMetadata cmdlet, CmdletCatalog all)
    {
        if (page.Examples.Count < FewestExamples)
        {
            yield return $"it has {page.Examples.Count} examples; the least is {FewestExamples}";
        }
        foreach (var example in page.Examples)
        {
            if (example.Code.Length == 0 || example.Remarks.Count == 0)
            {
                yield return $"example '{example.Title}' needs code and a remark";
            }
            if (!example.Code.Contains(cmdlet.Name, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"example '{example.Title}' does not use {cmdlet.Name}";
            }
            foreach (var fault in Code(example.Code, all))
            {
                yield return $"example '{example.Title}': {fault}";
            }
        }
    }

    private static IEnumerable<string> Code(string code, CmdletCatalog all) =>
        from command in ExampleCode.CommandsIn(code)
        let cmdlet = all.Find(command.Name)
        where cmdlet is not null
        from name in command.Parameters
        where !cmdlet.AllParameters.Any(parameter => parameter.IsNamed(name))
        select $"{cmdlet.Name} has no parameter -{name}";

    private static IEnumerable<string> Types(
        string title,
        IReadOnlyList<(string Type, IReadOnlyList<string> Text)> types
    )
    {
        if (types.Count == 0 || types.Any(type => type.Text.Count == 0))
        {
            yield return $"## {title} needs a ### for each type, with a sentence";
        }
    }

    private static IEnumerable<string> Parameters(CommandPage page, CmdletMetadata cmdlet)
    {
        var known = ParameterFacts.Of(cmdlet).Select(facts => facts.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in page.Parameters.Keys.Where(name => !known.Contains(name)))
        {
            yield return $"it describes -{name}, which the cmdlet does not have";
        }
        foreach (var (name, words) in page.Parameters)
        {
            if (words.Count == 0)
            {
                yield return $"-{name} is not described";
            }
        }
    }

    private static IEnumerable<string> Links(string text, string folder) =>
        MarkdownSections
            .Of(text)
            .All.SelectMany(section => section.Blocks)
            .SelectMany(CommandPage.LinksIn)
            .Where(link => link.Url.EndsWith(".md", StringComparison.Ordinal))
            .Where(link => !File.Exists(Path.Combine(folder, link.Url)))
            .Select(link => $"there is no {link.Url}");
}
