using System.Reflection;
using Exchange.Engine;

namespace Exchange.Help;

/// <summary>The folder of the pages: one for each cmdlet, and the topics.</summary>
internal sealed class PageFolder(string path)
{
    private readonly CmdletCatalog _all = CmdletCatalog.FromAssembly(Assembly.Load("Exchange.Console"));

    /// <summary>The cmdlets that the pages are about.</summary>
    public IEnumerable<CmdletMetadata> Cmdlets => _all.Cmdlets;

    /// <summary>The about topics, by file.</summary>
    public IReadOnlyList<string> Topics => [.. Directory.GetFiles(path, "about_*.md").Order(StringComparer.Ordinal)];

    /// <summary>The about topics by name, each with its short description.</summary>
    /// <exception cref="PageFault">One has none.</exception>
    public IReadOnlyList<(string Name, string Sentence)> TopicSentences() =>
        [.. Topics.Select(topic => (Path.GetFileNameWithoutExtension(topic), SentenceOf(topic)))];

    /// <summary>Where the page of a cmdlet is, or will be.</summary>
    public string PathOf(CmdletMetadata cmdlet) => Path.Combine(path, cmdlet.Name + ".md");

    /// <summary>The pages that are there, in order of noun and verb.</summary>
    public IReadOnlyList<(CommandPage Page, CmdletMetadata Cmdlet)> Pages() =>
        [
            .. Cmdlets
                .Where(cmdlet => File.Exists(PathOf(cmdlet)))
                .Select(cmdlet => (CommandPage.Read(PathOf(cmdlet)), cmdlet)),
        ];

    /// <summary>Everything that is wrong with the pages, one line each.</summary>
    public IEnumerable<string> Faults()
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var cmdlet in Cmdlets)
        {
            var page = PathOf(cmdlet);
            known.Add(Path.GetFileName(page));
            foreach (var fault in FaultsOf(page, cmdlet))
            {
                yield return $"{page}: {fault}";
            }
        }
        foreach (var page in Directory.GetFiles(path, "*-*.md").Where(page => !known.Contains(Path.GetFileName(page))))
        {
            yield return $"{page}: there is no such cmdlet";
        }
        foreach (
            var fault in Topics.SelectMany(topic => PageCheck.Faults(topic, _all).Select(text => $"{topic}: {text}"))
        )
        {
            yield return fault;
        }
    }

    private static string SentenceOf(string topic) =>
        MarkdownSections.Of(File.ReadAllText(topic)).Find("SHORT DESCRIPTION") is { } section
        && MarkdownText.Paragraphs(section.Blocks).FirstOrDefault() is { } sentence
            ? sentence
            : throw new PageFault(topic, "## SHORT DESCRIPTION is missing");

    private IEnumerable<string> FaultsOf(string page, CmdletMetadata cmdlet)
    {
        if (!File.Exists(page))
        {
            return ["there is no page"];
        }
        try
        {
            return PageCheck.Faults(page, cmdlet, _all).ToList();
        }
        catch (PageFault fault)
        {
            return [fault.Message];
        }
    }
}
