using Markdig.Syntax;

namespace Exchange.Help;

/// <summary>An example: what to type, what then appears, and why one would.</summary>
internal sealed record PageExample(string Title, IReadOnlyList<string> Remarks, string Code, string Output)
{
    /// <summary>True when it cannot be run by a test: it waits for a person, or for a service that is not here.</summary>
    public required bool IsShownOnly { get; init; }
}

/// <summary>The page of one cmdlet, read for its prose.</summary>
internal sealed record CommandPage
{
    public required string Name { get; init; }

    /// <summary>What it belongs to in a table of contents; empty when the page does not say.</summary>
    public required string Area { get; init; }

    public required IReadOnlyList<string> Synopsis { get; init; }

    public required IReadOnlyList<string> Description { get; init; }

    public required IReadOnlyList<PageExample> Examples { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters { get; init; }

    public required IReadOnlyList<(string Type, IReadOnlyList<string> Text)> Inputs { get; init; }

    public required IReadOnlyList<(string Type, IReadOnlyList<string> Text)> Outputs { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<(string Text, string Url)> Links { get; init; }

    /// <exception cref="PageFault">It lacks a section.</exception>
    public static CommandPage Read(string path)
    {
        var page = MarkdownSections.Of(File.ReadAllText(path).ReplaceLineEndings("\n"));
        Section Needed(string title) => page.Find(title) ?? throw new PageFault(path, $"## {title} is missing");
        IReadOnlyList<string> Prose(string title) => [.. MarkdownText.Paragraphs(Needed(title).Blocks)];
        List<(string, IReadOnlyList<string>)> Types(string title) =>
            [
                .. page.Below(Needed(title))
                    .Select(one => (one.Title, (IReadOnlyList<string>)[.. MarkdownText.Paragraphs(one.Blocks)])),
            ];

        return new CommandPage
        {
            Name = page.All[0].Title,
            Area = page.FrontMatter.GetValueOrDefault("area", ""),
            Synopsis = Prose("SYNOPSIS"),
            Description = Prose("DESCRIPTION"),
            Examples = [.. page.Below(Needed("EXAMPLES")).Select(Example)],
            Parameters = page.Below(Needed("PARAMETERS"))
                .Where(one => one.Title.StartsWith('-'))
                .ToDictionary(
                    one => one.Title[1..],
                    one =>
                        (IReadOnlyList<string>)[.. MarkdownText.Paragraphs(one.Blocks.Where(block => !IsFacts(block)))],
                    StringComparer.OrdinalIgnoreCase
                ),
            Inputs = Types("INPUTS"),
            Outputs = Types("OUTPUTS"),
            Notes = Prose("NOTES"),
            Links =
            [
                .. Needed("RELATED LINKS")
                    .Blocks.SelectMany(LinksIn)
                    .Select(link => (link.Text, MarkdownText.IsPage(link.Url) ? "" : link.Url)),
            ],
        };
    }

    /// <summary>The block that holds a parameter's facts, which is made from its attributes.</summary>
    public static bool IsFacts(Block block) => block is FencedCodeBlock { Info: "yaml" };

    private static PageExample Example(Section section)
    {
        var code = section.Blocks.OfType<FencedCodeBlock>().FirstOrDefault(block => block.Info == "powershell");
        var output = section.Blocks.OfType<FencedCodeBlock>().FirstOrDefault(block => block.Info == "output");
        return new(
            section.Title,
            [.. MarkdownText.Paragraphs(section.Blocks.Where(block => block != code && block != output))],
            code is null ? "" : MarkdownText.Code(code),
            output is null ? "" : MarkdownText.Code(output)
        )
        {
            IsShownOnly = code?.Arguments?.Contains("shown-only", StringComparison.Ordinal) == true,
        };
    }

    /// <summary>The links in a block, as they are written.</summary>
    public static IEnumerable<(string Text, string Url)> LinksIn(Block block) =>
        block switch
        {
            ContainerBlock container => container.SelectMany(LinksIn),
            LeafBlock { Inline: { } inline } => inline
                .FindDescendants<Markdig.Syntax.Inlines.LinkInline>()
                .Select(link => (MarkdownText.Of(link), link.Url ?? "")),
            _ => [],
        };
}
