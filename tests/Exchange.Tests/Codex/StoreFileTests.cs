using Exchange.Codex.Store;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>The files at the store's path and beside it: backups, links, modes, and what is the other program's (codex-auth.md 5.5 to 5.8).</summary>
public sealed class StoreFileTests : IDisposable
{
    private readonly CodexBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_bytes_before_are_kept_for_their_owner_alone_and_the_newest_five_of_them()
    {
        _bench.WriteStore(Stores.Rich);
        var first = (await _bench.WriteAsync("openai-codex:0")).BackupPath!;
        Assert.Equal(Stores.Rich, File.ReadAllText(first));
        Assert.Equal("auth-profiles.20260101T000000000Z.json", Path.GetFileName(first));
        Assert.Equal(Modes.OwnerFile, Modes.Of(first));
        Assert.Equal(Modes.OwnerFolder, Modes.Of(Path.GetDirectoryName(first)!));

        for (var i = 1; i < 8; i++)
        {
            await _bench.WriteAsync($"openai-codex:{i}");
        }

        Assert.Equal(5, Directory.GetFiles(Path.GetDirectoryName(first)!).Length);
        Assert.False(File.Exists(first));
    }

    [Fact]
    public async Task A_link_at_the_stores_path_is_refused_and_its_target_stays()
    {
        Directory.CreateDirectory(_bench.Places.AgentFolder);
        File.WriteAllText(_bench["target"], """{"profiles":{}}""");
        File.CreateSymbolicLink(_bench.StorePath, _bench["target"]);

        await Caught.ErrorAsync("CodexAuth.auth_path_symlink", () => _bench.WriteAsync("openai-codex:a"));

        Assert.Equal("""{"profiles":{}}""", File.ReadAllText(_bench["target"]));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_backups_is_refused()
    {
        _bench.WriteStore(Stores.Rich);
        Directory.CreateDirectory(_bench["elsewhere"]);
        Directory.CreateSymbolicLink(StoreBackups.FolderOf(_bench.Places), _bench["elsewhere"]);

        await Caught.ErrorAsync("CodexAuth.auth_path_symlink", () => _bench.WriteAsync("openai-codex:a"));

        Assert.Equal(Stores.Rich, _bench.ReadStore());
        Assert.Empty(Directory.GetFiles(_bench["elsewhere"]));
    }

    [Fact]
    public async Task A_wider_mode_ends_with_the_write()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }
        _bench.WriteStore(Stores.Rich);
        File.SetUnixFileMode(_bench.StorePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await _bench.WriteAsync("openai-codex:a");

        Assert.Equal(Modes.OwnerFile, Modes.Of(_bench.StorePath));
    }

    [Theory]
    [InlineData("agents/main/agent/openclaw-agent.sqlite")]
    [InlineData("state/openclaw.sqlite")]
    public async Task A_database_beside_it_supersedes_the_store(string database)
    {
        var path = Path.Combine(_bench.Places.StateFolder, database);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");

        var error = await Caught.ErrorAsync("CodexAuth.store_superseded", () => _bench.WriteAsync("openai-codex:a"));

        Assert.Contains("openclaw models auth login --provider openai", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_bench.StorePath));
        await _bench.WriteAsync("openai-codex:a", force: true);
    }

    [Theory]
    [InlineData("""{ auth: { profiles: { 'openai-codex:other': { provider: 'openai-codex' } } } }""", false)]
    [InlineData("""{ auth: { profiles: { "openai-codex:a": { provider: "openai-codex" }, }, }, } // end""", true)]
    [InlineData("""{ auth: { profiles: { "anthropic:x": { provider: "anthropic" } } } }""", true)]
    [InlineData(
        "{ /* nothing */ gateway: { port: 0x4965, ratio: .5, big: +1, no: Infinity, text: 'it\\'s \\x41 \"q\" \\\n on' } }",
        true
    )]
    [InlineData("""{ auth: { profiles: { broken""", null)]
    [InlineData("nonsense", null)]
    public void The_other_programs_configuration_is_read_as_JSON5_and_never_written(string config, bool? expected)
    {
        Directory.CreateDirectory(_bench.Places.StateFolder);
        File.WriteAllText(_bench.Places.ConfigPath, config);

        Assert.Equal(expected, OtherConfig.Declares(_bench.Places, "openai-codex:a"));
        Assert.Equal(config, File.ReadAllText(_bench.Places.ConfigPath));
    }
}
