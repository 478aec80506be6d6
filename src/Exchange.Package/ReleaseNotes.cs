using System.Text.RegularExpressions;

namespace Exchange.Package;

/// <summary>The part of the changelog that is about one version, for the manifest.</summary>
internal static partial class ReleaseNotes
{
    /// <summary>The manifest with the notes of its version among what a gallery shows.</summary>
    public static string Into(string manifest, string changelog)
    {
        var version = ManifestText.Read(manifest).Version;
        var notes = Of(version, changelog).Replace("'@", "' @", StringComparison.Ordinal);
        var at = PrivateData().Match(manifest);
        if (!at.Success)
        {
            throw new PackageFault("The manifest has no PSData to put release notes into.");
        }
        // A here-string: nothing in it has a meaning.
        return manifest.Insert(at.Index + at.Length, $"\n            ReleaseNotes = @'\n{notes}\n'@");
    }

    /// <summary>What stands below the heading of a version.</summary>
    public static string Of(string version, string changelog)
    {
        var lines = changelog.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(
            lines,
            line => Heading().Match(line) is { Success: true } match && match.Groups["version"].Value == version
        );
        if (start < 0)
        {
            throw new PackageFault($"The changelog says nothing about version {version}.");
        }
        var notes = string.Join(
                '\n',
                lines[(start + 1)..].TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            )
            .Trim();
        return notes.Length > 0
            ? notes
            : throw new PackageFault($"The changelog says nothing about version {version}.");
    }

    [GeneratedRegex(@"PSData\s*=\s*@\{", ManifestText.Options)]
    private static partial Regex PrivateData();

    [GeneratedRegex(@"^## \[?(?<version>\d+\.\d+\.\d+(-[0-9A-Za-z]+)?)", ManifestText.Options)]
    private static partial Regex Heading();
}
