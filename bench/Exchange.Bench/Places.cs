using System.Security.Cryptography;
using System.Text.Json;

namespace Exchange.Bench;

/// <summary>Where everything is that takes part.</summary>
internal sealed record Places(string Root)
{
    /// <summary>The staged console.</summary>
    public string Console =>
        Path.Combine(Root, "out", "bin", OperatingSystem.IsWindows() ? "exchange.exe" : "exchange");

    /// <summary>The staged module's manifest.</summary>
    public string Module => Path.Combine(Root, "out", "Exchange", "Exchange.psd1");

    /// <summary>The library as the console is staged with it.</summary>
    public string StagedLibrary => Path.Combine(Root, "out", "bin", "Exchange.dll");

    /// <summary>The library as the compiler wrote it.</summary>
    public string CompiledLibrary => Path.Combine(Root, "src", "Exchange", "bin", "Release", "net8.0", "Exchange.dll");

    /// <summary>What a first import and a first call cost.</summary>
    public string MeasureImport => Path.Combine(Root, "tests", "Pester", "Measure-Import.ps1");

    /// <summary>The vendor's program.</summary>
    public string OkxProgram => Path.Combine(Peers, "node_modules", "@okx_ai", "okx-trade-cli", "dist", "index.js");

    /// <summary>The peers' scripts, installed by npm.</summary>
    public string Peers => Path.Combine(Root, "bench", "peers");

    /// <summary>What the run leaves behind.</summary>
    public string Results => Directory.CreateDirectory(Path.Combine(Root, "out", "bench")).FullName;

    /// <summary>The page that every decoder reads.</summary>
    public string Page => Path.Combine(Results, "orders.json");

    /// <summary>The requests that every guard judges.</summary>
    public string Guard => Path.Combine(Results, "guard.jsonl");

    /// <summary>A peer's script.</summary>
    public string Script(string name) => Path.Combine(Peers, name);

    /// <summary>The version of an installed peer.</summary>
    public string VersionOf(string package)
    {
        var file = Path.Combine([Peers, "node_modules", .. package.Split('/'), "package.json"]);
        return File.Exists(file) ? VersionIn(file) : "not installed";
    }

    /// <summary>The version beside a script, and what the script is known by.</summary>
    public static string VersionBeside(string script)
    {
        var digest = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(script)), 0, 6).ToLowerInvariant();
        var package = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(script))!, "package.json");
        return File.Exists(package) ? $"{VersionIn(package)}, handler.ts {digest}" : $"handler.ts {digest}";
    }

    private static string VersionIn(string file)
    {
        using var package = JsonDocument.Parse(File.ReadAllBytes(file));
        return package.RootElement.TryGetProperty("version", out var version) ? version.GetString()! : "no version";
    }
}
