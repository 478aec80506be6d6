#:property PublishAot=false
#:property Nullable=enable
#:property TreatWarningsAsErrors=false
#:property GenerateDocumentationFile=false
#:property ManagePackageVersionsCentrally=false

// The build itself: build, test, demo, docs, pack, bench, faults, clean. build.sh and build.ps1 only start it.

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml.Linq;

const string PowerShellVersion = "7.6.9";
var root = Directory.GetCurrentDirectory();
var output = Path.Combine(root, "out");
var longestTier = TimeSpan.FromMinutes(15);
var command = args.Length == 0 ? "build" : args[0];
return command switch
{
    "build" => Build(),
    "test" => Test(args[1..]),
    "demo" => Demo(),
    "docs" => Docs(args[1..]),
    "pack" => Pack(),
    "bench" => Bench(args[1..]),
    "faults" => Faults(args[1..]),
    "clean" => Clean(),
    _ => Fail($"Unknown command '{command}'. Commands: build, test, demo, docs, pack, bench, faults, clean."),
};

int Build()
{
    Step("Compile");
    // One compiler for all projects, where each would start and warm up its own. By its name it is ours alone, and it ends with the build.
    var compiler = $"exchange-{Environment.ProcessId}";
    string[] arguments =
    [
        "build",
        "Exchange.sln",
        "-c",
        "Release",
        "-v",
        "quiet",
        "-nologo",
        "-nodeReuse:false",
        "-p:UseSharedCompilation=true",
        "-p:SharedCompilationId=" + compiler,
    ];
    var compiled = Run("dotnet", arguments);
    EndCompiler(compiler);
    if (compiled != 0)
    {
        return Fail("The compilation failed.");
    }
    Step("Stage the module in out/Exchange and the console in out/bin");
    var module = Fresh(Path.Combine(output, "Exchange"));
    CopyFiles(root, module, "LICENSE");
    CopyFiles(Path.Combine(root, "module"), module, "*.ps1xml");
    if (
        Run("dotnet", [PackageTool(), "times", Path.Combine(module, "Exchange.Times.ps1xml")]) != 0
        || Run(
            "dotnet",
            [
                PackageTool(),
                "views",
                Path.Combine("module", "Exchange.Format.ps1xml"),
                Path.Combine("module", "Headings.zh.txt"),
                Path.Combine(module, "Exchange.Format.zh.ps1xml"),
            ]
        ) != 0
        || Run(
            "dotnet",
            [PackageTool(), "manifest", "Exchange.psd1", "CHANGELOG.md", Path.Combine(module, "Exchange.psd1")]
        ) != 0
    )
    {
        return Fail("The module could not be staged.");
    }
    var libraries = Fresh(Path.Combine(module, "lib"));
    CopyFiles(Binaries("src", "Exchange.PowerShell"), libraries, "*.dll");
    CopyFiles(Binaries("src", "Exchange.Loader"), libraries, "Exchange.Loader.dll");
    var console = Fresh(Path.Combine(output, "bin"));
    CopyFiles(Binaries("src", "Exchange.Console"), console, "*.dll", "*.json");
    File.Copy(
        Path.Combine(Binaries("src", "Exchange.Console"), Executable("Exchange.Console")),
        Path.Combine(console, Executable("exchange"))
    );
    Precompile(console);
    return StageHelp();
}

// Where it cannot be told to end, it does so when it has had nothing to do for ten minutes.
void EndCompiler(string name)
{
    var log = Path.Combine(Directory.CreateDirectory(output).FullName, "compiler.log");
    string[] ask = ["msbuild", Path.Combine("src", "Exchange", "Exchange.csproj"), "-getProperty:RoslynTargetsPath"];
    if (RunLogged("dotnet", ask, log, isQuiet: true) == 0)
    {
        var server = Path.Combine(File.ReadAllText(log).Trim(), "bincore", "VBCSCompiler.dll");
        RunLogged("dotnet", [server, "-shutdown", "-pipename:" + name], log, isQuiet: true);
    }
}

// Machine code beside what the compiler wrote: exchange starts faster (docs/decisions/0061). The module is for every machine and has none.
void Precompile(string console)
{
    Step("Compile the console ahead");
    string[] ours = ["Exchange.Console", "Exchange.Engine", "Exchange", "Exchange.Simulator", "Polly.Core"];
    if (Precompiler() is not { } precompiler)
    {
        Console.WriteLine(
            "!! exchange is NOT compiled ahead: the precompiler could not be restored. It does the same, and starts slower."
        );
        return;
    }
    var framework = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
    var fresh = Fresh(Path.Combine(output, "precompiled"));
    foreach (var name in ours)
    {
        string[] arguments =
        [
            Path.Combine(console, name + ".dll"),
            "-o",
            Path.Combine(fresh, name + ".dll"),
            "-r",
            Path.Combine(framework, "*.dll"),
            "-r",
            Path.Combine(console, "*.dll"),
            "-O",
        ];
        if (RunLogged(precompiler, arguments, Path.Combine(fresh, name + ".log"), isQuiet: true) != 0)
        {
            Console.WriteLine(
                $"!! exchange is NOT compiled ahead: {name} failed, see {fresh}. It does the same, and starts slower."
            );
            return;
        }
    }
    CopyFiles(fresh, console, "*.dll");
}

// Brought by a restore of its own, which may fail where only a mirror of the usual packages is reached.
string? Precompiler()
{
    var log = Path.Combine(output, "precompiler.log");
    string[] arguments =
    [
        "msbuild",
        Path.Combine("src", "Exchange.Console", "Precompiler", "Precompiler.proj"),
        "-restore",
        "-nologo",
        "-v:quiet",
        "-nodeReuse:false",
        "-getProperty:PrecompilerFolder",
    ];
    if (RunLogged("dotnet", arguments, log, isQuiet: true) != 0)
    {
        return null;
    }
    var program = Path.Combine(File.ReadAllText(log).Trim(), Executable("crossgen2"));
    return File.Exists(program) ? program : null;
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

// The staged module as a package for Install-PSResource.
int Pack()
{
    if (Build() is not 0 and var code)
    {
        return code;
    }
    Step("Pack the module");
    return Run(
        "dotnet",
        [PackageTool(), "pack", Path.Combine("out", "Exchange"), Path.Combine("module", "icon.png"), "out"]
    );
}

// Ours beside others, in one run; --short for a look. BENCH_HOOK names the handler.ts of the public hook, which is not part of this project.
int Bench(string[] options)
{
    if (Build() is not 0 and var code)
    {
        return code;
    }
    if (Find("npm") is { } npm)
    {
        Step("Install the peers");
        if (Run(npm, ["ci", "--no-audit", "--no-fund", "--silent"], folder: Path.Combine(root, "bench", "peers")) != 0)
        {
            return Fail("npm ci failed.");
        }
    }
    Step("Measure");
    return Run(
        "dotnet",
        [Path.Combine(Binaries("bench", "Exchange.Bench"), "Exchange.Bench.dll"), "all", root, .. options]
    );
}

// What was tried and what was lost. --reduced for a look, --long for everything.
int Faults(string[] options)
{
    if (Build() is not 0 and var code)
    {
        return code;
    }
    Step("Try");
    return Run("dotnet", [FaultsTool(), .. options]);
}

// With the console's machine code where there is some: what is killed every few seconds mostly starts.
string FaultsTool()
{
    var tool = Fresh(Path.Combine(output, "faults"));
    CopyFiles(Binaries("tests", "Exchange.Faults"), tool, "*.dll", "*.json");
    var console = Path.Combine(output, "bin");
    foreach (var path in Directory.EnumerateFiles(tool, "*.dll"))
    {
        var ahead = Path.Combine(console, Path.GetFileName(path));
        if (File.Exists(ahead))
        {
            File.Copy(ahead, path, overwrite: true);
        }
    }
    return Path.Combine(tool, "Exchange.Faults.dll");
}

string PackageTool() => Path.Combine(Binaries("src", "Exchange.Package"), "Exchange.Package.dll");

// All tiers, or those whose names hold one of the words.
int Test(string[] words)
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
    (string Name, Func<Tier> Run)[] all =
    [
        .. Directory
            .GetDirectories(Path.Combine(root, "tests"), "*.Tests")
            .Order()
            .Select(path => (Path.GetFileName(path), (Func<Tier>)(() => UnitTier(path, results)))),
        ("Faults", () => FaultsTier(results)),
        ("Interop", () => InteropTier(results)),
        ("Pester", () => PesterTier(results)),
        ("Secrets", () => SecretTier(results)),
    ];
    var tiers = all.Where(tier => words.Length == 0 || words.Any(word => Holds(tier.Name, word)))
        .Select(tier => Timed(tier.Run))
        .ToList();
    Step($"Summary ({clock.Elapsed.TotalSeconds:0} s)");
    foreach (var tier in tiers)
    {
        Console.WriteLine(
            $"  {tier.Name, -28} {tier.Passed, 6} passed {tier.Failed, 4} failed {tier.Skipped, 4} skipped {tier.Seconds, 5:0} s  {tier.Note}"
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

Tier Timed(Func<Tier> run)
{
    var clock = Stopwatch.StartNew();
    return run() with { Seconds = clock.Elapsed.TotalSeconds };
}

bool Holds(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);

int Demo()
{
    if (Build() is not 0 and var code)
    {
        return code;
    }
    var pwsh = Find("pwsh");
    Step(pwsh is null ? "The tour, through exchange (no pwsh on the path)" : "The tour, in PowerShell");
    var home = Fresh(Path.Combine(output, "demo"));
    var variables = new Dictionary<string, string?>
    {
        ["EXCHANGE_HOME"] = home,
        ["EXCHANGE_SIMULATOR"] = null,
        // A rehearsal uses the store that these name (docs/decisions/0051): the tour keeps away from the person's own.
        ["OPENCLAW_AGENT_DIR"] = null,
        ["OPENCLAW_STATE_DIR"] = null,
        ["PI_CODING_AGENT_DIR"] = null,
    };
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
    var variables = new Dictionary<string, string?>
    {
        ["EXCHANGE_REPOSITORY"] = root,
        ["EXCHANGE_PROGRAM"] = Path.Combine(output, "bin", Executable("exchange")),
        ["EXCHANGE_BITOPRO"] = null,
    };
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

// A few seconds of what './build.sh faults' does for longer.
Tier FaultsTier(string results)
{
    const string name = "Faults (reduced)";
    Step(name);
    // The hostile servers make everybody wait, the rest works meanwhile.
    var tool = FaultsTool();
    (string Log, string Choice, int Exit)[] parts =
    [
        (Path.Combine(results, "faults.log"), "--without=Hostile", 0),
        (Path.Combine(results, "faults-servers.log"), "Hostile", 0),
    ];
    Parallel.For(
        0,
        parts.Length,
        i => parts[i].Exit = RunLogged("dotnet", [tool, "--reduced", parts[i].Choice], parts[i].Log, isQuiet: true)
    );
    foreach (var part in parts)
    {
        Console.WriteLine(File.ReadAllText(part.Log));
    }
    var counts = parts
        .Select(part =>
            File.ReadLines(part.Log).LastOrDefault(line => line.Contains(" passed, ", StringComparison.Ordinal))
        )
        .OfType<string>()
        .Select(line => line.Split(' '))
        .ToList();
    int Number(int at) => counts.Sum(words => int.Parse(words[at], CultureInfo.InvariantCulture));
    var failed = Number(2);
    return new Tier(name, Number(0), Array.Exists(parts, part => part.Exit != 0) && failed == 0 ? 1 : failed, 0, "");
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
    var exit = RunLogged(
        node,
        ["--test", "--test-reporter=tap", $"--test-concurrency={Environment.ProcessorCount}"],
        log,
        folder: folder
    );
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

// In the PowerShell and with the Pester of the path where they are there, else with those that NuGet has.
Tier PesterTier(string results)
{
    const string name = "Pester (PowerShell)";
    Step(name);
    if (RealEngine() is not { } pwsh)
    {
        return new Tier(name, 0, 0, 1, "pwsh is not on the path, and could not be restored") { Ran = false };
    }
    var variables = new Dictionary<string, string?>
    {
        ["EXCHANGE_HOME"] = Fresh(Path.Combine(results, "pester")),
        // Tests that start another shell find this one.
        ["PATH"] = Path.GetDirectoryName(pwsh) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        ["NO_COLOR"] = "1",
        ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
        ["OPENCLAW_AGENT_DIR"] = null,
        ["OPENCLAW_STATE_DIR"] = null,
        ["PI_CODING_AGENT_DIR"] = null,
    };
    if (!HasPester(pwsh, variables))
    {
        if (RestoredPester() is not { } modules)
        {
            return new Tier(name, 0, 0, 1, "pwsh is there; Pester is not, and could not be restored") { Ran = false };
        }
        variables["PSModulePath"] = modules;
    }
    var report = Path.Combine(results, "pester.xml");
    RunLogged(
        pwsh,
        ["-NoProfile", "-NonInteractive", "-File", "tests/Pester/Run.ps1", report],
        Path.Combine(results, "pester.log"),
        variables
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

string? RealEngine()
{
    if (Find("pwsh") is { } installed)
    {
        return installed;
    }
    var folder = Path.Combine(output, "tools", "PowerShell-" + PowerShellVersion);
    if (!Directory.Exists(folder))
    {
        Run(
            "dotnet",
            ["tool", "install", "PowerShell", "--version", PowerShellVersion, "--tool-path", folder, "-v", "quiet"]
        );
    }
    return Find("pwsh", folder);
}

bool HasPester(string pwsh, Dictionary<string, string?> variables) =>
    Run(pwsh, ["-NoProfile", "-c", "exit [int](-not (Get-Module Pester -ListAvailable))"], variables) == 0;

// The folder of modules that holds it. Its package is the module, in a folder of another name.
string? RestoredPester()
{
    var packages = Path.Combine(output, "tools", "packages");
    if (Run("dotnet", ["restore", "tests/Pester/Pester.csproj", "--packages", packages, "-v", "quiet"]) != 0)
    {
        return null;
    }
    var package = Directory.GetDirectories(Path.Combine(packages, "pester")).Single();
    var modules = Fresh(Path.Combine(output, "tools", "modules"));
    var module = Directory.CreateDirectory(Path.Combine(modules, "Pester")).FullName;
    var content = Path.Combine(package, "tools");
    foreach (var file in Directory.GetFiles(content, "*", SearchOption.AllDirectories))
    {
        var to = Path.Combine(module, Path.GetRelativePath(content, file));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(file, to);
    }
    return modules;
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
        "rt_simulator_",
        "ac_simulator_",
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

string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

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

string? Find(string program, string? path = null)
{
    string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
    return (path ?? Environment.GetEnvironmentVariable("PATH") ?? "")
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
    string? folder = null,
    bool isQuiet = false
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
    // A test that hangs must not hang everybody.
    if (!process.WaitForExit(longestTier))
    {
        process.Kill(entireProcessTree: true);
        Keep($"!! {program} has not ended within {longestTier.TotalMinutes:0} minutes, and was ended.");
    }
    process.WaitForExit();
    writer.Flush();
    return process.ExitCode;

    void Keep(string? line)
    {
        if (line is not null)
        {
            writer.WriteLine(line);
            if (!isQuiet)
            {
                Console.WriteLine(line);
            }
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

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>What it could not test here, in words.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];
}
