using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Exchange.Tests;

/// <summary>Who may know whom (design.md section 2), read from the sources.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Services = ["BitoPro", "Okx", "Strategy", "Codex"];

    private static readonly string[] Foundations =
    [
        "Http",
        "Desk",
        "Storage",
        "Streams",
        "Charts",
        "Cryptography",
        "Diagnosis",
    ];

    // Neither chance, for jitter, nor the place of a line in a picture is money.
    private static readonly string[] MayUseDouble =
    [
        "Http/RetryPolicy.cs",
        "Http/ApiClient.cs",
        "Http/ReadCorridor.cs",
        "Streams/StreamBackoff.cs",
        "Charts/",
    ];

    private static readonly string Root = FindRoot();

    public static TheoryData<string, string> References =>
        new()
        {
            { "src/Exchange", "" },
            { "src/Exchange.Engine", "" },
            { "src/Exchange.Loader", "" },
            { "src/Exchange.Simulator", "" },
            { "src/Exchange.Package", "Exchange Exchange.Console Exchange.Loader" },
            { "src/Exchange.PowerShell", "Exchange Exchange.Simulator" },
            { "src/Exchange.Console", "Exchange Exchange.Engine Exchange.Simulator" },
            { "src/Exchange.Help", "Exchange.Console Exchange.Engine" },
        };

    [Theory]
    [MemberData(nameof(References))]
    public void A_project_knows_only_whom_it_may_know(string project, string expected)
    {
        var file = Directory.GetFiles(Path.Combine(Root, project), "*.csproj").Single();
        var references = XDocument
            .Load(file)
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            )
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, string.Join(' ', references));
    }

    [Fact]
    public void The_library_holds_no_PowerShell_type()
    {
        Assert.DoesNotContain(
            typeof(ExchangeException).Assembly.GetReferencedAssemblies(),
            name => name.Name!.Contains("Automation", StringComparison.Ordinal)
        );
        Assert.Empty(
            Sources().Where(source => source.Text.Contains("System.Management", StringComparison.Ordinal)).Select(Name)
        );
    }

    [Fact]
    public void The_foundations_never_know_a_service() =>
        Assert.Empty(
            Sources()
                .Where(source => Foundations.Any(folder => IsIn(source, folder)))
                .Where(source => Services.Any(service => Knows(source, service)))
                .Select(Name)
        );

    [Fact]
    public void Services_never_know_each_other() =>
        Assert.Empty(
            Sources()
                .Where(source =>
                    Services.Any(mine =>
                        IsIn(source, mine) && Services.Any(other => other != mine && Knows(source, other))
                    )
                )
                .Select(Name)
        );

    [Fact]
    public void Storage_knows_neither_corridor_and_reading_does_not_know_writing()
    {
        Assert.Empty(Sources().Where(s => IsIn(s, "Storage") && (Knows(s, "Http") || Knows(s, "Desk"))).Select(Name));
        Assert.Empty(Sources().Where(s => IsIn(s, "Http") && UsesDesk().IsMatch(s.Text)).Select(Name));
    }

    [Fact]
    public void Only_the_transport_touches_HttpClient() =>
        Assert.Equal(
            "Http/ApiTransport.cs",
            // A stream is a connection of its own, and sends nothing after its upgrade; a diagnosis connects and sends nothing at all.
            string.Join(
                ' ',
                Sources()
                    .Where(s => !IsIn(s, "Streams") && !IsIn(s, "Diagnosis") && HttpTypes().IsMatch(Code(s)))
                    .Select(Name)
            )
        );

    [Fact]
    public void No_money_is_ever_a_binary_fraction() =>
        Assert.DoesNotContain(
            Sources().Where(source => BinaryFraction().IsMatch(Code(source))).Select(Name),
            name => !MayUseDouble.Any(place => name.StartsWith(place, StringComparison.Ordinal))
        );

    [Fact]
    public void No_public_member_of_a_model_or_a_query_is_a_binary_fraction() =>
        Assert.Empty(
            typeof(ExchangeException)
                .Assembly.GetExportedTypes()
                .SelectMany(type => type.GetProperties())
                .Where(property =>
                    (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is var type
                    && (type == typeof(double) || type == typeof(float))
                )
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
        );

    [Fact]
    public void No_file_of_the_library_is_two_ideas() =>
        Assert.Empty(Sources().Where(source => source.Text.Count(c => c == '\n') > 400).Select(Name));

    [Fact]
    public void Time_and_chance_are_injected()
    {
        var found = Sources().Where(source => ClockOrChance().IsMatch(Code(source))).Select(Name);

        // A lock waits for another process in real time; ids of attempts and temporary files must differ across processes.
        Assert.Equal("Storage/FileLock.cs", string.Join(' ', found));
    }

    private static bool IsIn(Source source, string folder) =>
        source.Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static bool Knows(Source source, string folder) =>
        Regex.IsMatch(
            source.Text,
            $@"\b(using|static)\s+Exchange\.{folder}\b|\bExchange\.{folder}\.",
            RegexOptions.None,
            TimeSpan.FromSeconds(5)
        )
        || TypesOf(folder)
            .Any(type => Regex.IsMatch(Code(source), $@"\b{type}\b", RegexOptions.None, TimeSpan.FromSeconds(5)));

    private static IEnumerable<string> TypesOf(string folder) =>
        typeof(ExchangeException)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith($"Exchange.{folder}", StringComparison.Ordinal) == true)
            .Where(type => !type.IsNested && TypeName().IsMatch(type.Name))
            .Select(type => type.Name)
            .Where(name => Services.Any(service => name.StartsWith(service, StringComparison.Ordinal)));

    private static string Name(Source source) => source.Path;

    /// <summary>The text without its comments.</summary>
    private static string Code(Source source) => Comment().Replace(source.Text, "");

    private static IEnumerable<Source> Sources()
    {
        var folder = Path.Combine(Root, "src", "Exchange");
        return Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Relative: Path.GetRelativePath(folder, path).Replace('\\', '/'), Full: path))
            .Where(path =>
                !path.Relative.StartsWith("obj/", StringComparison.Ordinal)
                && !path.Relative.StartsWith("bin/", StringComparison.Ordinal)
            )
            .OrderBy(path => path.Relative, StringComparer.Ordinal)
            .Select(path => new Source(path.Relative, File.ReadAllText(path.Full)));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Exchange.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside of the repository.");
    }

    [GeneratedRegex(@"//.*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\b(HttpClient|SocketsHttpHandler|HttpClientHandler|HttpRequestMessage|HttpResponseMessage|WebRequest|TcpClient|Socket)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HttpTypes();

    [GeneratedRegex(@"\b(double|float|Half)\b|System\.(Double|Single)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BinaryFraction();

    [GeneratedRegex(
        @"\b(DateTimeOffset|DateTime)\.(Utc)?Now\b|TimeProvider\.System|Random\.Shared|new Random\(|Stopwatch|Environment\.TickCount",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ClockOrChance();

    [GeneratedRegex(@"^\s*using\s+Exchange\.Desk\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsesDesk();

    [GeneratedRegex(@"^\w+\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeName();

    private sealed record Source(string Path, string Text);
}
