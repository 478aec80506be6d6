using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>A session with a configuration file of its own.</summary>
internal sealed class ConfigBench : IDisposable
{
    /// <summary>Two profiles, and what is not ours between them.</summary>
    public const string Example = """
        # my comment stays
        default_profile = "okx-demo"
        knowledge_dir = "context-kg"        # reserved

        [profiles.okx-demo]
        site = "eea"
        demo = true
        api_key = "0123456789abcdef"

        # of the second desk
        [profiles."desk.2"]
        site = "us"
        future_option = [1, 2]              # unknown: kept

        """;

    public ConfigBench(string? toml = null)
    {
        foreach (var (name, value) in OkxKey.Variables)
        {
            Session.Environment[name] = value;
        }
        if (toml is not null)
        {
            Write(toml);
        }
    }

    public CmdletHarness Session { get; } = new();

    public string FilePath => Path.Combine(Session.OkxFolder, "config.toml");

    public string Text => File.ReadAllText(FilePath);

    public void Write(string toml)
    {
        Directory.CreateDirectory(Session.OkxFolder);
        File.WriteAllText(FilePath, toml);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public Task<CmdletRun> RunAsync(string line, params object?[] input) => Session.RunAsync(line, input);

    /// <summary>Runs a line that must leave every byte of the file as it is.</summary>
    public async Task<CmdletRun> RunInVainAsync(string line)
    {
        var before = File.Exists(FilePath) ? File.ReadAllBytes(FilePath) : null;
        var run = await RunAsync(line);
        Assert.Equal(before, File.Exists(FilePath) ? File.ReadAllBytes(FilePath) : null);
        return run;
    }

    public void Dispose() => Session.Dispose();
}
