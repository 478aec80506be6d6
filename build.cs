#:property PublishAot=false
#:property Nullable=enable
#:property TreatWarningsAsErrors=false
#:property GenerateDocumentationFile=false
#:property ManagePackageVersionsCentrally=false

// The build itself: build, test, demo, docs, clean. build.sh and build.ps1 only start it.

using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Xml.Linq;

var root = Directory.GetCurrentDirectory();
var output = Path.Combine(root, "out");
var command = args.Length == 0 ? "build" : args[0];
return command switch
{
    "build" => Build(),
    "test" => Test(),
    "demo" => Demo(),
    "docs" => Docs(args[1..]),
    "clean" => Clean(),
    _ => Fail($"Unknown command '{command}'. Commands: build, test, demo, docs, clean."),
};

int Build()
{
    Step("Compile");
    if (Run("dotnet", ["build", "Exchange.sln", "-c", "Release", "-v", "quiet", "-nologo", "-nodeReuse:false"]) != 0)
    {
        return Fail("The compilation failed.");
    }
    Step("Stage the module in out/Exchange and the console in out/bin");
    var module = Fresh(Path.Combine(output, "Exchange"));
    CopyFiles(root, module, "Exchange.psd1", "LICENSE");
    CopyFiles(Path.Combine(root, "module"), module, "*");
    var libraries = Fresh(Path.Combine(module, "lib"));
    CopyFiles(Binaries("src", "Exchange.PowerShell"), libraries, "*.dll");
    CopyFiles(Binaries("src", "Exchange.Loader"), libraries, "Exchange.Loader.dll");
    File.WriteAllText(Path.Combine(module, "Exchange.Times.ps1xml"), TimeTypes(libraries));
    var console = Fresh(Path.Combine(output, "bin"));
    CopyFiles(Binaries("src", "Exchange.Console"), console, "*.dll", "*.json");
    var ending = OperatingSystem.IsWindows() ? ".exe" : "";
    File.Copy(
        Path.Combine(Binaries("src", "Exchange.Console"), "Exchange.Console" + ending),
        Path.Combine(console, "exchange" + ending)
    );
    return StageHelp();
}

// Brings the pages up to date with the cmdlets (only those that are named, if any are), then stages them.
int Docs(string[] names)
{
    Step("Bring the help pages up to date");
    if (
        Run("dotnet", ["build", "src/Exchange.Help", "-c", "Release", "-v", "quiet", "-nologo", "-nodeReuse:false"])
        != 0
    )
    {
        return Fail("The compilation failed.");
    }
    return Run("dotnet", [HelpTool(), "update", HelpPages(), .. names]) == 0 ? StageHelp() : 1;
}

// PowerShell finds its help beside the manifest, in the folder of the language; exchange finds its own beside itself.
int StageHelp()
{
    Step("Stage the help in out/Exchange/en-US and out/bin/help");
    var module = Fresh(Path.Combine(output, "Exchange", "en-US"));
    var console = Fresh(Path.Combine(output, "bin", "help"));
    return Run("dotnet", [HelpTool(), "build", HelpPages(), module, console]) == 0
        ? 0
        : Fail("The help pages have faults: mend them, or run './build.sh docs' where facts are out of date.");
}

string HelpTool() => Path.Combine(Binaries("src", "Exchange.Help"), "Exchange.Help.dll");

string HelpPages() => Path.Combine("docs", "en-US");

// Export-Csv and the like write a property by its ToString(). A time's own follows the culture and drops the milliseconds: in PowerShell
// each time of the library's types is the same DateTimeOffset with a ToString() of ISO 8601 (docs/decisions/0021).
string TimeTypes(string libraries)
{
    const string Script =
        "$time = $this.psbase.{0}; if ($null -ne $time) {{ $exact = [psobject]::new($time); "
        + "$exact.psobject.Methods.Add([psscriptmethod]::new('ToString', {{ $this.psbase.ToString('o') }})); , $exact }}";
    var context = new AssemblyLoadContext("types", isCollectible: true);
    context.Resolving += (it, name) =>
        it.LoadFromStream(new MemoryStream(File.ReadAllBytes(Path.Combine(libraries, name.Name + ".dll"))));
    using var library = new MemoryStream(File.ReadAllBytes(Path.Combine(libraries, "Exchange.dll")));
    var properties = context
        .LoadFromStream(library)
        .GetExportedTypes()
        .Where(type => !(type.IsAbstract && type.IsSealed))
        .SelectMany(
            type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance),
            (Type, Property) => (Type, Property)
        )
        .Where(one =>
            (Nullable.GetUnderlyingType(one.Property.PropertyType) ?? one.Property.PropertyType)
            == typeof(DateTimeOffset)
        )
        .Select(one => (Type: one.Type.FullName!, one.Property.Name))
        // The one type of the cmdlets' own that has a time; their assembly cannot be loaded without PowerShell.
        .Append(("Exchange.PowerShell.SimulatorInfo", "Now"))
        .GroupBy(one => one.Item1, one => one.Item2)
        .OrderBy(type => type.Key, StringComparer.Ordinal);
    var types = properties.Select(type => new XElement(
        "Type",
        new XElement("Name", type.Key),
        new XElement(
            "Members",
            type.Order(StringComparer.Ordinal)
                .Select(name => new XElement(
                    "ScriptProperty",
                    new XElement("Name", name),
                    new XElement("GetScriptBlock", string.Format(CultureInfo.InvariantCulture, Script, name))
                ))
        )
    ));
    var text = new XElement("Types", types).ToString(SaveOptions.None).ReplaceLineEndings("\n");
    context.Unload();
    return text + "\n";
}

// Export-Csv and the like write a property by its ToString(). A time's own follows the culture and drops the milliseconds: in PowerShell
// each time of the library's types is the same DateTimeOffset with a ToString() of ISO 8601 (docs/decisions/0021).
string TimeTypes(string libraries)
{
    const string Script =
        "$time = $this.psbase.{0}; if ($null -ne $time) {{ $exact = [psobject]::new($time); "
        + "$exact.psobject.Methods.Add([psscriptmethod]::new('ToString', {{ $this.psbase.ToString('o') }})); , $exact }}";
    var context = new AssemblyLoadContext("types", isCollectible: true);
    context.Resolving += (it, name) =>
        it.LoadFromStream(new MemoryStream(File.ReadAllBytes(Path.Combine(libraries, name.Name + ".dll"))));
    using var library = new MemoryStream(File.ReadAllBytes(Path.Combine(libraries, "Exchange.dll")));
    var properties = context
        .LoadFromStream(library)
        .GetExportedTypes()
        .Where(type => !(type.IsAbstract && type.IsSealed))
        .SelectMany(
            type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance),
            (Type, Property) => (Type, Property)
        )
        .Where(one =>
            (Nullable.GetUnderlyingType(one.Property.PropertyType) ?? one.Property.PropertyType)
            == typeof(DateTimeOffset)
        )
        .Select(one => (Type: one.Type.FullName!, one.Property.Name))
        // The one type of the cmdlets' own that has a time; their assembly cannot be loaded without PowerShell.
        .Append(("Exchange.PowerShell.SimulatorInfo", "Now"))
        .GroupBy(one => one.Item1, one => one.Item2)
        .OrderBy(type => type.Key, StringComparer.Ordinal);
    var types = properties.Select(type => new XElement(
        "Type",
        new XElement("Name", type.Key),
        new XElement(
            "Members",
            type.Order(StringComparer.Ordinal)
                .Select(name => new XElement(
                    "ScriptProperty",
                    new XElement("Name", name),
                    new XElement("GetScriptBlock", string.Format(CultureInfo.InvariantCulture, Script, name))
                ))
        )
    ));
    var text = new XElement("Types", types).ToString(SaveOptions.None).ReplaceLineEndings("\n");
    context.Unload();
    return text + "\n";
}

int Test()
{
    var clock = Stopwatch.StartNew();
    Step("Formatting (CSharpier)");
    if (Run("dotnet", ["tool", "restore", "-v", "quiet"]) != 0 || Run("dotnet", ["csharpier", "check", "."]) != 0)
    {
        return Fail("Run 'dotnet csharpier format .' and commit.");
    }
    if (Build() is not 0 and var code)
    {
        return code;
    }
    var results = Fresh(Path.Combine(output, "test"));
    List<Tier> tiers =
    [
        .. Directory
            .GetDirectories(Path.Combine(root, "tests"), "*.Tests")
            .Order()
            .Select(path => UnitTier(path, results)),
        InteropTier(results),
        PesterTier(results),
        SecretTier(results),
    ];
    Step($"Summary ({clock.Elapsed.TotalSeconds:0} s)");
    foreach (var tier in tiers)
    {
        Console.WriteLine(
            $"  {tier.Name, -28} {tier.Passed, 6} passed {tier.Failed, 4} failed {tier.Skipped, 4} skipped  {tier.Note}"
        );
    }
    foreach (var missing in tiers.Where(tier => !tier.Ran))
    {
        Console.WriteLine($"!! {missing.Name} DID NOT RUN: {missing.Note}");
    }
    foreach (var (tier, gap) in tiers.SelectMany(tier => tier.Gaps.Select(gap => (tier, gap))))
    {
        Console.WriteLine($"!! {tier.Name}: {gap}");
    }
    var (passed, failed, skipped) = (tiers.Sum(t => t.Passed), tiers.Sum(t => t.Failed), tiers.Sum(t => t.Skipped));
    Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
    return failed == 0 && passed > 0 ? 0 : 1;
}

int Demo()
{
    if (Build() is not 0 and var code)
    {
        return code;
    }
    var pwsh = Find("pwsh");
    Step(pwsh is null ? "The tour, through exchange (no pwsh on the path)" : "The tour, in PowerShell");
    var home = Fresh(Path.Combine(output, "demo"));
    var variables = new Dictionary<string, string?> { ["EXCHANGE_HOME"] = home, ["EXCHANGE_SIMULATOR"] = null };
    return pwsh is null
        ? Run("bash", ["samples/tour.sh", home], variables)
        : Run(pwsh, ["-NoProfile", "-NonInteractive", "-File", "samples/Tour.ps1", home], variables);
}

int Clean()
{
    foreach (var folder in Directory.GetDirectories(root, "*", SearchOption.AllDirectories))
    {
        if (
            Path.GetFileName(folder) is "bin" or "obj"
            && Directory.GetFiles(Path.GetDirectoryName(folder)!, "*.csproj").Length > 0
        )
        {
            Directory.Delete(folder, recursive: true);
        }
    }
    if (Directory.Exists(output))
    {
        Directory.Delete(output, recursive: true);
    }
    return 0;
}

Tier UnitTier(string project, string results)
{
    var name = Path.GetFileName(project);
    Step(name);
    var report = Path.Combine(results, name + ".xml");
    var log = Path.Combine(results, name + ".log");
    var variables = new Dictionary<string, string?> { ["EXCHANGE_REPOSITORY"] = root, ["EXCHANGE_BITOPRO"] = null };
    var exit = RunLogged(
        "dotnet",
        [Path.Combine(Binaries("tests", name), name + ".dll"), "-noColor", "-xml", report],
        log,
        variables
    );
    if (!File.Exists(report))
    {
        return new Tier(name, 0, 1, 0, $"no report was written (exit code {exit}); see {log}");
    }
    var assemblies = XDocument.Load(report).Root!.Elements("assembly").ToList();
    int Count(string attribute) =>
        assemblies.Sum(a => int.Parse(a.Attribute(attribute)!.Value, CultureInfo.InvariantCulture));
    var failed = Count("failed") + Count("errors");
    return new Tier(name, Count("passed"), exit != 0 && failed == 0 ? 1 : failed, Count("skipped"), "");
}

Tier InteropTier(string results)
{
    const string name = "Interop (Node)";
    var folder = Path.Combine(root, "tests", "Interop");
    if (!File.Exists(Path.Combine(folder, "package.json")))
    {
        return new Tier(name, 0, 0, 0, "nothing in it yet");
    }
    if (Find("node") is not { } node || Find("npm") is not { } npm)
    {
        return new Tier(name, 0, 0, 1, "node and npm are not on the path") { Ran = false };
    }
    Step(name);
    if (Run(npm, ["ci", "--no-audit", "--no-fund", "--silent"], folder: folder) != 0)
    {
        return new Tier(name, 0, 1, 0, "npm ci failed");
    }
    var log = Path.Combine(results, "interop.log");
    var exit = RunLogged(node, ["--test", "--test-reporter=tap"], log, folder: folder);
    int Count(string word) =>
        File.ReadLines(log)
            .Where(line => line.StartsWith($"# {word} ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture))
            .LastOrDefault();
    // A hook that fails cancels its tests: node then counts no failure and says so by its exit code alone.
    var failed = Count("fail") + Count("cancelled");
    // Why something was skipped stands behind its line, and for a whole suite only there.
    var gaps = File.ReadLines(log)
        .Where(line => line.Contains("# SKIP ", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf("# SKIP ", StringComparison.Ordinal) + 7)..])
        .Distinct(StringComparer.Ordinal)
        .ToList();
    return new Tier(
        name,
        Count("pass"),
        exit != 0 && failed == 0 ? 1 : failed,
        Math.Max(Count("skipped"), gaps.Count),
        ""
    )
    {
        Gaps = gaps,
    };
}

Tier PesterTier(string results)
{
    const string name = "Pester (PowerShell)";
    var pwsh = Find("pwsh");
    if (pwsh is null)
    {
        return new Tier(name, 0, 0, 1, "pwsh is not on the path") { Ran = false };
    }
    if (Run(pwsh, ["-NoProfile", "-c", "exit [int](-not (Get-Module Pester -ListAvailable))"]) != 0)
    {
        return new Tier(name, 0, 0, 1, "pwsh is there, Pester is not") { Ran = false };
    }
    Step(name);
    var report = Path.Combine(results, "pester.xml");
    RunLogged(
        pwsh,
        ["-NoProfile", "-NonInteractive", "-File", "tests/Pester/Run.ps1", report],
        Path.Combine(results, "pester.log"),
        new Dictionary<string, string?>
        {
            ["EXCHANGE_HOME"] = Fresh(Path.Combine(results, "pester")),
            ["NO_COLOR"] = "1",
        }
    );
    if (!File.Exists(report))
    {
        return new Tier(name, 0, 1, 0, "no report was written");
    }
    var totals = XDocument.Load(report).Root!;
    int Count(string attribute) => int.Parse(totals.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);
    var failed = Count("failures") + Count("errors");
    var skipped = Count("not-run") + Count("ignored") + Count("skipped");
    return new Tier(name, Count("total") - failed - skipped, failed, skipped, "");
}

// Whatever the tests printed or left behind must not hold a secret that they used.
Tier SecretTier(string results)
{
    const string name = "Secrets in what tests left";
    Step(name);
    string[] planted =
    [
        "simulator-secret-0001-bitopro",
        "bp-test-secret-0001",
        "planted-secret",
        "simulator-okx-live-secret-0001",
        "simulator-okx-demo-secret-0001",
        "Simulator-Live-Pass-0001",
        "Simulator-Demo-Pass-0001",
        "simulator-web3-secret-0001",
        "Simulator-Web3-Pass-0001",
    ];
    var found = 0;
    foreach (var file in Directory.EnumerateFiles(results, "*", SearchOption.AllDirectories))
    {
        var text = File.ReadAllText(file, Encoding.UTF8);
        foreach (var secret in planted.Where(secret => text.Contains(secret, StringComparison.Ordinal)))
        {
            Console.WriteLine($"  {file} holds {secret[..6]}...");
            found++;
        }
    }
    return new Tier(name, found == 0 ? 1 : 0, found, 0, "");
}

string Binaries(string area, string project) => Path.Combine(root, area, project, "bin", "Release", "net8.0");

string Fresh(string folder)
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
    return Directory.CreateDirectory(folder).FullName;
}

void CopyFiles(string from, string to, params string[] patterns)
{
    foreach (var file in patterns.SelectMany(pattern => Directory.GetFiles(from, pattern)))
    {
        File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }
}

string? Find(string program)
{
    string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
    return (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => endings.Select(ending => Path.Combine(folder, program + ending)))
        .FirstOrDefault(File.Exists);
}

int Run(string program, string[] arguments, Dictionary<string, string?>? variables = null, string? folder = null)
{
    using var process = Process.Start(StartInfo(program, arguments, variables, folder))!;
    process.WaitForExit();
    return process.ExitCode;
}

int RunLogged(
    string program,
    string[] arguments,
    string log,
    Dictionary<string, string?>? variables = null,
    string? folder = null
)
{
    var start = StartInfo(program, arguments, variables, folder);
    start.RedirectStandardOutput = true;
    start.RedirectStandardError = true;
    using var writer = TextWriter.Synchronized(new StreamWriter(log));
    using var process = Process.Start(start)!;
    process.OutputDataReceived += (_, line) => Keep(line.Data);
    process.ErrorDataReceived += (_, line) => Keep(line.Data);
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    process.WaitForExit();
    writer.Flush();
    return process.ExitCode;

    void Keep(string? line)
    {
        if (line is not null)
        {
            writer.WriteLine(line);
            Console.WriteLine(line);
        }
    }
}

ProcessStartInfo StartInfo(string program, string[] arguments, Dictionary<string, string?>? variables, string? folder)
{
    var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder ?? root };
    foreach (var (name, value) in variables ?? [])
    {
        start.Environment[name] = value;
    }
    return start;
}

void Step(string text) => Console.WriteLine($"== {text}");

int Fail(string text)
{
    Console.Error.WriteLine(text);
    return 1;
}

internal sealed record Tier(string Name, int Passed, int Failed, int Skipped, string Note)
{
    /// <summary>False when the tier could not run here; it then counts as one skipped.</summary>
    public bool Ran { get; init; } = true;

    /// <summary>What it could not test here, in words.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}
