using System.Text.RegularExpressions;

namespace Exchange.Package;

/// <summary>What a package tells of a module, read from the text of its manifest: plain keys, plain strings, lists of them.</summary>
internal sealed partial record ManifestText(
    string Version,
    string Author,
    string Company,
    string Copyright,
    string Description,
    string Notes,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Cmdlets,
    IReadOnlyList<string> Files
)
{
    // In time that grows with the text, and no groups but the named ones.
    internal const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    public static ManifestText Read(string text)
    {
        var prerelease = TryValue(text, "Prerelease");
        return new ManifestText(
            Value(text, "ModuleVersion") + (prerelease is { Length: > 0 } ? "-" + prerelease : ""),
            Value(text, "Author"),
            Value(text, "CompanyName"),
            Value(text, "Copyright"),
            Value(text, "Description"),
            HereString().Match(text) is { Success: true } notes ? notes.Groups["notes"].Value : "",
            List(text, "Tags"),
            List(text, "CmdletsToExport"),
            [
                Value(text, "RootModule"),
                .. List(text, "NestedModules"),
                .. List(text, "RequiredAssemblies"),
                .. List(text, "FormatsToProcess"),
                .. List(text, "TypesToProcess"),
            ]
        );
    }

    private static string Value(string text, string key) =>
        TryValue(text, key) ?? throw new PackageFault($"The manifest has no {key}.");

    private static string? TryValue(string text, string key) =>
        Regex.Match(text, $@"(?m)^\s*{key}\s*=\s*'(?<value>([^']|'')*)'", Options) is { Success: true } match
            ? match.Groups["value"].Value.Replace("''", "'", StringComparison.Ordinal)
            : null;

    private static List<string> List(string text, string key)
    {
        var list = Regex.Match(text, $@"(?m)^\s*{key}\s*=\s*@\((?<list>[^)]*)\)", Options);
        return list.Success
            ? [.. Quoted().Matches(list.Groups["list"].Value).Select(match => match.Groups["item"].Value)]
            : throw new PackageFault($"The manifest has no list {key}.");
    }

    [GeneratedRegex("'(?<item>[^']*)'", Options)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"ReleaseNotes\s*=\s*@'\r?\n(?<notes>[\s\S]*?)\r?\n'@", Options)]
    private static partial Regex HereString();
}
