using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Exchange.Help;

/// <summary>A heading with what follows it up to the next heading of any level.</summary>
/// <param name="Title">The heading's text.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Start">Where the heading begins in the text.</param>
/// <param name="ContentStart">Where what follows it begins.</param>
/// <param name="End">Where the next heading begins, or the text ends.</param>
/// <param name="Blocks">What follows it.</param>
internal sealed record Section(
    string Title,
    int Level,
    int Start,
    int ContentStart,
    int End,
    IReadOnlyList<Block> Blocks
);

/// <summary>A Markdown text as a list of its headings, in order.</summary>
internal sealed class MarkdownSections
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UsePreciseSourceLocation()
        .Build();

    private MarkdownSections(string text, List<Section> sections, IReadOnlyDictionary<string, string> frontMatter)
    {
        Text = text;
        All = sections;
        FrontMatter = frontMatter;
    }

    public string Text { get; }

    public IReadOnlyList<Section> All { get; }

    /// <summary>The lines above the text, by what stands before the colon.</summary>
    public IReadOnlyDictionary<string, string> FrontMatter { get; }

    public static MarkdownSections Of(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        var headings = document.OfType<HeadingBlock>().ToList();
        var sections = new List<Section>();
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            var end = i + 1 < headings.Count ? headings[i + 1].Span.Start : text.Length;
            var blocks = document
                .SkipWhile(block => !ReferenceEquals(block, heading))
                .Skip(1)
                .TakeWhile(block => block is not HeadingBlock)
                .ToList();
            sections.Add(
                new(
                    MarkdownText.Of(heading.Inline),
                    heading.Level,
                    heading.Span.Start,
                    Math.Min(heading.Span.End + 2, text.Length),
                    end,
                    blocks
                )
            );
        }
        return new(text, sections, FrontMatterOf(document));
    }

    /// <summary>The section of level two with that title; null when there is none.</summary>
    public Section? Find(string title) => All.FirstOrDefault(section => section.Level == 2 && section.Title == title);

    /// <summary>The sections of level three below one of level two.</summary>
    public IEnumerable<Section> Below(Section parent) =>
        All.SkipWhile(section => !ReferenceEquals(section, parent))
            .Skip(1)
            .TakeWhile(section => section.Level > parent.Level)
            .Where(section => section.Level == parent.Level + 1);

    /// <summary>Where a section with everything below it ends.</summary>
    public int EndOf(Section parent) =>
        All.SkipWhile(section => !ReferenceEquals(section, parent))
            .Skip(1)
            .FirstOrDefault(section => section.Level <= parent.Level)
            ?.Start
        ?? Text.Length;

    private static Dictionary<string, string> FrontMatterOf(MarkdownDocument document) =>
        (document.OfType<YamlFrontMatterBlock>().FirstOrDefault()?.Lines.ToString() ?? "")
            .Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
}
