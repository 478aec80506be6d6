namespace Exchange.Help;

/// <summary>What the cmdlets are grouped by in a table of contents, in that order; a page names its own as <c>area</c>.</summary>
internal static class PageAreas
{
    public static IReadOnlyList<string> All { get; } =
    [
        "BitoPro account",
        "BitoPro market",
        "BitoPro pictures",
        "BitoPro orders",
        "BitoPro wallet",
        "BitoPro live",
        "Trade sessions and guard",
        "OKX account",
        "OKX configuration",
        "Agentic wallet",
        "Strategy orders",
        "Codex",
        "What became of it",
        "What is in the way",
        "Rehearsal",
    ];
}
