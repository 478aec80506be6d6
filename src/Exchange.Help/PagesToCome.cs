using Exchange.Engine;

namespace Exchange.Help;

/// <summary>Cmdlets that may still be without a page, by the beginning of their noun. Temporary: the list ends empty and goes.</summary>
internal static class PagesToCome
{
    private static readonly string[] Nouns = ["Codex"];

    public static bool Include(CmdletMetadata cmdlet) =>
        Array.Exists(Nouns, noun => cmdlet.Noun.StartsWith(noun, StringComparison.Ordinal));
}
