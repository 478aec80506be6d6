using System.Text.RegularExpressions;
using Exchange.Strategy;

namespace Exchange.Tests.Strategy;

/// <summary>docs/strategy.md says what the code does: cmdlets, parameters, types, statuses, codes and error ids.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "strategy.md"));

    // Made from the draft's service, and from what is not known of an outcome.
    private static readonly string[] MadeIds = ["Strategy.ConfirmationRequired", "Strategy.OutcomeUnknown"];

    public static TheoryData<string> Cmdlets => [.. Sources.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_has_its_row_with_its_parameters_and_types(string cmdlet)
    {
        var cells = Assert.Single(Rows("| Cmdlet |"), cells => cells[0] == $"`{cmdlet}`");
        var source = Sources[cmdlet];
        var inherited = source.Contains(": TokenLookUpCmdlet<", StringComparison.Ordinal)
            ? File.ReadAllText(Path.Combine(Root, "src", "Exchange.PowerShell", "TokenLookUpCmdlet.cs"))
            : "";

        Assert.Equal(
            Sorted(Parameter().Matches(source + inherited).Select(match => $"-{match.Groups["name"].Value}")),
            Sorted(Code().Matches(cells[1]).Select(match => match.Groups["code"].Value))
        );
        Assert.Equal(
            Sorted(OutputTypes(source)),
            Sorted(Code().Matches(cells[2]).Select(match => match.Groups["code"].Value))
        );
        Assert.Contains($"'{cmdlet}'", File.ReadAllText(Path.Combine(Root, "Exchange.psd1")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_row_is_of_a_cmdlet_that_does_not_exist() =>
        Assert.Equal(
            Sorted(Sources.Keys.Select(name => $"`{name}`")),
            Sorted(Rows("| Cmdlet |").Select(cells => cells[0]))
        );

    [Fact]
    public void The_statuses_are_those_of_the_code() =>
        Assert.Equal(
            StrategyOrderStatuses.All.Select(status =>
                $"{(int)status} {status} {(StrategyOrderStatuses.IsTerminal(status) ? "yes" : "no")}"
            ),
            Rows("| Order status |").Select(cells => string.Join(' ', cells))
        );

    [Fact]
    public void The_codes_are_those_of_the_code() =>
        Assert.Equal(
            BackendCodes.All.Select(row => $"{row.Code} {row.Name} {Word(row.Retry)}"),
            Rows("| Code | Name |").Select(cells => string.Join(' ', cells))
        );

    [Fact]
    public void Every_error_id_of_the_code_is_documented_and_no_other()
    {
        var documented = Rows("| Id | Meaning |")
            .Select(cells => cells[0])
            .Where(id => !id.Contains('{', StringComparison.Ordinal));

        Assert.Equal(Sorted(ErrorIds().Concat(MadeIds)), Sorted(documented));
    }

    private static string Word(BackendRetry retry) =>
        retry switch
        {
            BackendRetry.Once => "once",
            BackendRetry.Never => "never",
            BackendRetry.AfterActivation => "after activation, once",
            _ => "no",
        };

    private static IEnumerable<string> ErrorIds()
    {
        foreach (var (path, text) in Files("src/Exchange/Strategy").Concat(Files("src/Exchange.PowerShell")))
        {
            foreach (Match match in WholeId().Matches(text))
            {
                yield return match.Groups["id"].Value;
            }
            foreach (Match match in Input().Matches(text))
            {
                yield return $"Strategy.{match.Groups["id"].Value}";
            }
            if (path.EndsWith("WalletError.cs", StringComparison.Ordinal))
            {
                foreach (Match match in WalletId().Matches(text))
                {
                    yield return $"Wallet.{match.Groups["id"].Value}";
                }
            }
        }
    }

    private static IEnumerable<(string Path, string Text)> Files(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            )
            .Select(path => (path, Comment().Replace(File.ReadAllText(path), "")));

    private static IEnumerable<string[]> Rows(string heading)
    {
        var lines = Page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(heading, StringComparison.Ordinal))
            {
                foreach (var line in lines.Skip(i + 2).TakeWhile(line => line.StartsWith('|')))
                {
                    yield return [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
                }
            }
        }
    }

    private static Dictionary<string, string> Sources { get; } =
        Files("src/Exchange.PowerShell/Commands/Strategy")
            .Concat(Files("src/Exchange.PowerShell/Commands/Wallet"))
            .Select(file => (Match: CmdletName().Match(file.Text), file.Text))
            .Where(found => found.Match.Success)
            .ToDictionary(
                found => $"{found.Match.Groups["verb"].Value}-{found.Match.Groups["noun"].Value}",
                found => found.Text,
                StringComparer.Ordinal
            );

    private static IEnumerable<string> OutputTypes(string source) =>
        TypeOf().Matches(Output().Match(source).Value).Select(match => match.Groups["type"].Value);

    private static string Sorted(IEnumerable<string> texts) =>
        string.Join('\n', texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Exchange.psd1")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside of the repository.");
    }

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[Cmdlet\(\s*Verbs\w+\.(?<verb>\w+),\s*""(?<noun>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CmdletName();

    [GeneratedRegex(
        @"\[Parameter\b[^;{}]*?\bpublic [\w\[\]?]+ (?<name>\w+) \{ get; set; \}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\[OutputType\([^\]]*\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Output();

    [GeneratedRegex(@"typeof\((?<type>\w+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeOf();

    [GeneratedRegex(@"""(?<id>(Strategy|Wallet|Market|Http)\.[A-Z]\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeId();

    [GeneratedRegex(@"StrategyError\.Input\(\s*""(?<id>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();

    [GeneratedRegex(@"\bNew\(\s*""(?<id>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WalletId();

    [GeneratedRegex(@"//.*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();
}
