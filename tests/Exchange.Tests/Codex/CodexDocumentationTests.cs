using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Exchange.Codex;

namespace Exchange.Tests.Codex;

/// <summary>docs/codex.md says what the code does: cmdlets, parameters, types and error ids.</summary>
public sealed partial class CodexDocumentationTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "codex.md"));

    [Fact]
    public void Every_error_id_is_documented_in_the_order_of_the_code_and_no_other() =>
        Assert.Equal(CodexError.Ids, Rows("| Id | Meaning | What to do |").Select(cells => cells[0]));

    [Fact]
    public void Every_id_that_is_raised_is_in_the_table_and_every_id_of_the_table_is_raised()
    {
        var sources = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Root, "src", "Exchange", "Codex"), "*.cs", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) != "CodexError.cs")
                .Select(File.ReadAllText)
        );

        Assert.All(CodexError.Ids, id => Assert.Contains($"\"{id}\"", sources, StringComparison.Ordinal));
        Assert.All(
            Raised().Matches(sources).Select(match => match.Groups["id"].Value),
            id => Assert.Contains(id, CodexError.Ids)
        );
    }

    [Fact]
    public void Every_cmdlet_is_documented_with_its_parameters_and_output_types()
    {
        var documented = Rows("| Cmdlet | Parameters | Emits |")
            .ToDictionary(cells => cells[0].Trim('`'), StringComparer.Ordinal);
        var shared = File.ReadAllText(Path.Combine(Root, "src", "Exchange.PowerShell", "CodexCmdlet.cs"));
        var sources = Directory.GetFiles(Path.Combine(Root, "src", "Exchange.PowerShell", "Commands", "Codex"), "*.cs");

        Assert.Equal(documented.Count, sources.Length);
        foreach (var source in sources.Select(File.ReadAllText))
        {
            var name = CmdletName().Match(source);
            var row = documented[$"{name.Groups["verb"].Value}-{name.Groups["noun"].Value}"];
            Assert.Equal(
                Parameter()
                    .Matches(source + shared)
                    .Select(match => "-" + match.Groups["name"].Value)
                    .Order(StringComparer.Ordinal),
                Code().Matches(row[1]).Select(match => match.Groups["code"].Value).Order(StringComparer.Ordinal)
            );
            Assert.Equal(
                OutputType().Matches(source).Select(match => match.Groups["type"].Value),
                Code().Matches(row[2]).Select(match => match.Groups["code"].Value)
            );
        }
    }

    private static IEnumerable<string[]> Rows(string heading)
    {
        var lines = Page.ReplaceLineEndings("\n").Split('\n');
        var start = Array.IndexOf(lines, heading);
        Assert.True(start >= 0, $"There is no table {heading}");
        return lines
            .Skip(start + 2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here) })
        {
            for (var folder = start; folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "Exchange.psd1")))
                {
                    return folder;
                }
            }
        }
        throw new DirectoryNotFoundException("The repository's root is not above the tests.");
    }

    [GeneratedRegex(@"CodexError\.Of\(\s*""(?<id>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Raised();

    [GeneratedRegex(@"\[Cmdlet\(\s*Verbs\w+\.(?<verb>\w+),\s*""(?<noun>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CmdletName();

    [GeneratedRegex(@"\[OutputType\(typeof\((?<type>\w+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutputType();

    [GeneratedRegex(
        @"\[Parameter\b[^;{}]*?\bpublic [\w\[\]?]+ (?<name>\w+) \{ get; set; \}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parameter();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
