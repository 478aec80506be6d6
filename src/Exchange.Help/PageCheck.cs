using Exchange.Engine;

namespace Exchange.Help;

/// <summary>What a page must have before it is help.</summary>
internal static class PageCheck
{
    private const int FewestExamples = 2;

    /// <summary>What is wrong with the page at a path, one line each.</summary>
    public static IEnumerable<string> Faults(string path, CmdletMetadata cmdlet)
    {
        var text = File.ReadAllText(path);
        if (PageUpdate.Of(text, cmdlet) != text)
        {
            yield return "its syntax or parameters differ from the cmdlet's; run ./build.sh docs";
            yield break;
        }
        foreach (var fault in Faults(CommandPage.Read(path), cmdlet))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Faults(CommandPage page, CmdletMetadata cmdlet)
    {
        if (page.Name != cmdlet.Name)
        {
            yield return $"its title is {page.Name}";
        }
        if (page.Synopsis.Count != 1 || page.Description.Count == 0 || page.Notes.Count == 0)
        {
            yield return "it needs a synopsis of one paragraph, a description and notes";
        }
        if (page.Examples.Count < FewestExamples)
        {
            yield return $"it has {page.Examples.Count} examples; the least is {FewestExamples}";
        }
        foreach (var example in page.Examples.Where(example => example.Code.Length == 0 || example.Remarks.Count == 0))
        {
            yield return $"example '{example.Title}' needs code and a remark";
        }
        foreach (var example in page.Examples.Where(example => !Mentions(example.Code, cmdlet.Name)))
        {
            yield return $"example '{example.Title}' does not use {cmdlet.Name}";
        }
        foreach (var kind in new[] { ("INPUTS", page.Inputs), ("OUTPUTS", page.Outputs) })
        {
            if (kind.Item2.Count == 0 || kind.Item2.Any(type => type.Text.Count == 0))
            {
                yield return $"## {kind.Item1} needs a ### for each type, with a sentence";
            }
        }
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

    private static bool Mentions(string code, string name) => code.Contains(name, StringComparison.OrdinalIgnoreCase);
}
