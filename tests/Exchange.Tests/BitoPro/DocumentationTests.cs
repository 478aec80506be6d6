using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Exchange.BitoPro;

namespace Exchange.Tests.BitoPro;

/// <summary>docs/bitopro.md says what the code does: cmdlets, parameters, types, limits, statuses and error ids.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "bitopro.md"));

    public static TheoryData<CallRow> Calls => [.. CallRows()];

    [Fact]
    public void Every_call_has_its_row_and_in_its_order() =>
        Assert.Equal(
            string.Join(' ', Enumerable.Range(1, 22).Select(number => $"T{number}")),
            string.Join(' ', CallRows().Select(row => row.Call))
        );

    [Theory]
    [MemberData(nameof(Calls))]
    public void The_cmdlet_exists_and_is_exported(CallRow row)
    {
        Assert.True(Sources.ContainsKey(row.Cmdlet), $"No source declares {row.Cmdlet}");
        Assert.Contains(
            $"'{row.Cmdlet}'",
            File.ReadAllText(Path.Combine(Root, "Exchange.psd1")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void The_parameters_exist(CallRow row)
    {
        var declared = ParametersOf(Sources[row.Cmdlet]);

        Assert.NotEmpty(row.Parameters);
        Assert.All(row.Parameters, name => Assert.True(declared.Contains(name), $"{row.Cmdlet} has no -{name}"));
    }

    [Fact]
    public void No_parameter_of_a_documented_cmdlet_is_left_out()
    {
        foreach (var rows in CallRows().GroupBy(row => row.Cmdlet, StringComparer.Ordinal))
        {
            var documented = rows.SelectMany(row => row.Parameters).ToHashSet(StringComparer.Ordinal);
            var missing = ParametersOf(Sources[rows.Key]).Where(name => !documented.Contains(name));
            Assert.True(!missing.Any(), $"{rows.Key} has -{string.Join(" -", missing)}, which the page does not name");
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void The_output_types_are_the_declared_ones(CallRow row)
    {
        var declared = OutputType().Matches(Sources[row.Cmdlet]).Select(match => match.Groups["type"].Value);

        Assert.Equal(string.Join(' ', declared), string.Join(' ', row.Types));
        Assert.All(
            row.Types,
            type => Assert.NotNull(typeof(BitoProClient).Assembly.GetType($"Exchange.BitoPro.{type}"))
        );
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void The_limit_is_the_endpoints(CallRow row)
    {
        var limits = typeof(BitoProEndpoints)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (BitoProEndpoint)property.GetValue(null)!)
            .Where(endpoint => endpoint.Call == row.Call)
            .SelectMany(endpoint => endpoint.Limits)
            .Select(limit =>
                $"{limit.Name}, {limit.Permits} a {(limit.Window == TimeSpan.FromMinutes(1) ? "minute" : "second")}"
            )
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(string.Join("; ", limits), row.Limit);
    }

    [Fact]
    public void Every_error_id_of_the_code_is_documented_and_no_other()
    {
        var documented = TableRows("| Id | Meaning | What to do |").Select(cells => cells[0]).ToList();

        Assert.Equal(documented.Distinct(StringComparer.Ordinal), documented, StringComparer.Ordinal);
        Assert.Equal(
            string.Join('\n', ErrorIds().Order(StringComparer.Ordinal)),
            string.Join('\n', documented.Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public void The_transfer_statuses_are_those_of_the_code()
    {
        var shown = TransferStatuses.All.Select(status =>
            string.Join(
                ' ',
                status.Word,
                Yes(status.DepositCrypto),
                Yes(status.DepositTwd),
                Yes(status.WithdrawCrypto),
                Yes(status.WithdrawTwd),
                Yes(status.IsFinal)
            )
        );

        Assert.Equal(
            string.Join('\n', shown),
            string.Join('\n', TableRows("| Transfer status |").Select(cells => string.Join(' ', cells)))
        );
    }

    [Fact]
    public void The_order_statuses_are_those_of_the_code() =>
        Assert.Equal(
            string.Join(
                '\n',
                BitoProChoices.Statuses.Select(code =>
                    $"{code} {Yes(BitoProOrderStatusLabels.IsOpen((BitoProOrderStatus)code))}"
                )
            ),
            string.Join('\n', TableRows("| Order status |").Select(cells => $"{cells[0]} {cells[^1]}"))
        );

    private static string Yes(bool yes) => yes ? "yes" : "no";

    private static IEnumerable<CallRow> CallRows() =>
        TableRows("| Call | Cmdlet |")
            .Select(cells => new CallRow(
                cells[0],
                cells[1].Trim('`'),
                [.. Code().Matches(cells[2]).Select(match => match.Groups["code"].Value.TrimStart('-'))],
                [.. Code().Matches(cells[3]).Select(match => match.Groups["code"].Value)],
                cells[4]
            ));

    /// <summary>The cells of every row below every heading that begins so.</summary>
    private static IEnumerable<string[]> TableRows(string heading)
    {
        var lines = Page.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(heading, StringComparison.Ordinal))
            {
                continue;
            }
            foreach (var line in lines.Skip(i + 2).TakeWhile(line => line.StartsWith('|')))
            {
                yield return [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
            }
        }
    }

    private static readonly Dictionary<string, string> Sources = Directory
        .EnumerateFiles(Path.Combine(Root, "src", "Exchange.PowerShell", "Commands", "BitoPro"), "*.cs")
        .Select(File.ReadAllText)
        .Select(source => (Match: CmdletName().Match(source), Source: source))
        .Where(found => found.Match.Success)
        .ToDictionary(
            found => $"{found.Match.Groups["verb"].Value}-{found.Match.Groups["noun"].Value}",
            found => found.Source,
            StringComparer.Ordinal
        );

    private static readonly Regex[] IdForms = [BadInput(), TableOfAnswers(), WholeId(), SharedRule(), Unanswered()];

    private static HashSet<string> ParametersOf(string source) =>
        WithBases(source)
            .SelectMany(part => Parameter().Matches(part))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);

    // What a cmdlet inherits is its own, too.
    private static IEnumerable<string> WithBases(string source)
    {
        for (var part = source; ; )
        {
            yield return part;
            var file = Path.Combine(
                Root,
                "src",
                "Exchange.PowerShell",
                $"{Base().Match(part).Groups["name"].Value}.cs"
            );
            if (!File.Exists(file))
            {
                yield break;
            }
            part = File.ReadAllText(file);
        }
    }

    // The cmdlets know other services too: there only an id that names this service counts.
    private static IEnumerable<string> ErrorIds() =>
        IdsIn("src/Exchange/BitoPro", IdForms)
            .Concat(IdsIn("src/Exchange/Http", IdForms))
            .Concat(IdsIn("src/Exchange.PowerShell", [WholeId()]))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> IdsIn(string folder, Regex[] forms) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .SelectMany(source => forms.SelectMany(form => form.Matches(source)))
            .Select(match => match.Groups["id"].Value);

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

    [GeneratedRegex(@"`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[Cmdlet\(\s*Verbs\w+\.(?<verb>\w+),\s*""(?<noun>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CmdletName();

    [GeneratedRegex(@"\[OutputType\(typeof\((?<type>\w+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutputType();

    // A property below [Parameter]: other attributes may stand in between.
    [GeneratedRegex(
        @"\[Parameter\b[^;{}]*?\bpublic [\w\[\]?]+ (?<name>\w+) \{ get; set; \}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\bclass \w+ : (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Base();

    // The ways in which the code names an id.
    [GeneratedRegex(@"Input\(\s*""(?<id>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BadInput();

    [GeneratedRegex(@"new( Row)?\(\s*""(?<id>[A-Z]\w+)"",\s*ErrorKind", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableOfAnswers();

    [GeneratedRegex(@"(""BitoPro|(Service|Name)\})\.(?<id>[A-Z]\w+)["":]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeId();

    [GeneratedRegex(@"(\bId\(\w+, |Plain\(text, )""(?<id>[A-Z]\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SharedRule();

    [GeneratedRegex(
        @"TransportFailure\.[^\n]* => ""(?<id>[A-Z]\w+)""|_ => ""(?<id>Connection\w+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Unanswered();
}

/// <summary>A row of the page's table of calls.</summary>
public sealed record CallRow(
    string Call,
    string Cmdlet,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<string> Types,
    string Limit
)
{
    public override string ToString() => $"{Call} {Cmdlet}";
}
