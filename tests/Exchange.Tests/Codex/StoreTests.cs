using System.Text;
using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Codex;

/// <summary>The file of another program: what is ours to change changes, and every other byte of meaning stays (codex-auth.md 5.5 to 5.8).</summary>
public sealed class StoreTests : IDisposable
{
    private const string Rich = """
        {
          "future": {"b": 1.0, "a": [1e3, 12345678901234567890, "\u00e9\ud83d\ude00 < > &", null, true, {}, []]},
          "version": 1,
          "profiles": {
            "anthropic:default": {"type": "api_key", "provider": "anthropic", "key": "k", "n": 1.50},
            "openai-codex:work": {
              "extra": 0.10,
              "accountId": "acct-1",
              "type": "oauth",
              "provider": "openai-codex",
              "access": "old",
              "refresh": "old",
              "expires": 1,
              "email": "a@example.invalid"
            }
          },
          "lastGood": {"openai-codex": "openai-codex:work"},
          "usageStats": {"openai-codex:work": {"lastUsed": 1767225600000, "errorCount": 2, "cooldownUntil": 1767225660000}},
          "order": {"anthropic": ["anthropic:default"]}
        }
        """;

    private readonly CodexBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_new_store_is_exact()
    {
        var written = await WriteAsync("openai-codex:default");

        Assert.Equal(
            """
            {
              "version": 1,
              "profiles": {
                "openai-codex:default": {
                  "type": "oauth",
                  "provider": "openai-codex",
                  "access": "access-new",
                  "refresh": "refresh-new",
                  "expires": 1768089600000,
                  "accountId": "acct-1"
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            _bench.ReadStore()
        );
        Assert.Null(written.BackupPath);
        Assert.Equal(Modes.OwnerFile, Modes.Of(_bench.StorePath));
        Assert.Equal(Modes.OwnerFolder, Modes.Of(_bench.Places.AgentFolder));
    }

    [Fact]
    public async Task Unknown_members_other_providers_and_the_text_of_numbers_are_preserved()
    {
        _bench.WriteStore(Rich);

        await WriteAsync("openai-codex:work");

        Assert.Equal(
            """
            {
              "future": {
                "b": 1.0,
                "a": [
                  1e3,
                  12345678901234567890,
                  "\u00e9\ud83d\ude00 < > &",
                  null,
                  true,
                  {},
                  []
                ]
              },
              "version": 1,
              "profiles": {
                "anthropic:default": {
                  "type": "api_key",
                  "provider": "anthropic",
                  "key": "k",
                  "n": 1.50
                },
                "openai-codex:work": {
                  "extra": 0.10,
                  "accountId": "acct-1",
                  "type": "oauth",
                  "provider": "openai-codex",
                  "access": "access-new",
                  "refresh": "refresh-new",
                  "expires": 1768089600000,
                  "email": "a@example.invalid"
                }
              },
              "lastGood": {
                "openai-codex": "openai-codex:work"
              },
              "usageStats": {
                "openai-codex:work": {
                  "lastUsed": 1767225600000,
                  "errorCount": 2,
                  "cooldownUntil": 1767225660000
                }
              },
              "order": {
                "anthropic": [
                  "anthropic:default"
                ]
              }
            }

            """.ReplaceLineEndings("\n"),
            _bench.ReadStore()
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"profiles":[]}""")]
    [InlineData("""{"profiles":null}""")]
    [InlineData("""{"version":1,"profiles":{"a":{"type":"oauth","acc""")]
    [InlineData("""{"profiles":{},"profiles":{}}""")]
    [InlineData("""{"profiles":{"a":{"x":1,"x":2}}}""")]
    [InlineData("""{"profiles":{"\ud800":{}}}""")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("// comment\n{}")]
    public async Task A_corrupt_store_is_refused_and_its_bytes_stay(string content)
    {
        _bench.WriteStore(content);

        await Caught.ErrorAsync("CodexAuth.store_corrupt", () => WriteAsync("openai-codex:a"));

        Assert.Equal(content, _bench.ReadStore());
        Assert.Equal(["auth-profiles.json"], _bench.AgentFiles());
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_corrupt()
    {
        _bench.WriteStore("");
        byte[] bytes = [.. "{\"profiles\":{\"a\":\""u8, 0xFF, .. "\"}}"u8];
        File.WriteAllBytes(_bench.StorePath, bytes);

        await Caught.ErrorAsync("CodexAuth.store_corrupt", () => WriteAsync("openai-codex:a"));

        Assert.Equal(bytes, File.ReadAllBytes(_bench.StorePath));
    }

    [Fact]
    public async Task A_lone_surrogate_in_a_value_keeps_its_escape()
    {
        _bench.WriteStore("""{"profiles":{"x":{"name":"\ud800"}}}""");

        await WriteAsync("openai-codex:a");

        Assert.Contains("\"name\": \"\\ud800\"", _bench.ReadStore(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("{}")]
    [InlineData("\uFEFF{\"profiles\":{}}")]
    public async Task An_empty_store_is_a_new_one(string content)
    {
        _bench.WriteStore(content);

        await WriteAsync("openai-codex:a");

        Assert.False(File.ReadAllBytes(_bench.StorePath).AsSpan().StartsWith("\uFEFF"u8));
        Assert.Equal(["openai-codex:a"], (await _bench.Store().ReadAsync(CodexBench.Cancel)).Ids);
    }

    [Theory]
    [InlineData("""{"anthropic":{"type":"api_key","key":"k"}}""")]
    [InlineData("""{"openai-codex":{"access":"a","refresh":"r"}}""")]
    public async Task A_flat_store_of_an_older_version_is_refused_and_stays(string content)
    {
        _bench.WriteStore(content);

        await Caught.ErrorAsync("CodexAuth.store_shape_unsupported", () => WriteAsync("openai-codex:a"));

        Assert.Equal(content, _bench.ReadStore());
    }

    [Theory]
    [InlineData("2", true)]
    [InlineData("1.5", true)]
    [InlineData("1", false)]
    [InlineData("1.0", false)]
    [InlineData("\"x\"", false)]
    public async Task A_newer_version_is_refused_without_force(string version, bool isRefused)
    {
        _bench.WriteStore($"{{\"version\":{version},\"profiles\":{{}}}}");
        if (isRefused)
        {
            await Caught.ErrorAsync("CodexAuth.store_version_unsupported", () => WriteAsync("openai-codex:a"));
        }

        await WriteAsync("openai-codex:a", force: true);

        Assert.Contains($"\"version\": {version},", _bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_accounts_login_is_replaced_only_by_force_and_then_what_was_theirs_goes()
    {
        _bench.WriteStore(Rich);
        await Caught.ErrorAsync("CodexAuth.account_mismatch", () => WriteAsync("openai-codex:work", "acct-2"));
        Assert.Equal(Rich, _bench.ReadStore());

        var written = await WriteAsync("openai-codex:work", "acct-2", force: true);

        var record = written.Written.Find("openai-codex:work")!;
        Assert.Null(record["email"]);
        Assert.Equal("0.10", record["extra"]!.ToJsonString());
        Assert.Equal("acct-2", StoreDocument.Text(record, "accountId"));
        Assert.NotNull(written.BackupPath);
    }

    [Fact]
    public async Task A_renamed_provider_keeps_its_name()
    {
        _bench.WriteStore("""{"profiles":{"openai-codex:a":{"provider":"openai","accountId":"acct-1"}}}""");

        var written = await WriteAsync("openai-codex:a");

        Assert.Equal("openai", StoreDocument.Text(written.Written.Find("openai-codex:a"), "provider"));
    }

    [Fact]
    public async Task Tokens_behind_a_secret_reference_are_not_overwritten_without_force()
    {
        _bench.WriteStore("""{"profiles":{"openai-codex:a":{"provider":"openai-codex","oauthRef":{"file":"x"}}}}""");

        await Caught.ErrorAsync("CodexAuth.profile_uses_secret_ref", () => WriteAsync("openai-codex:a"));
        await WriteAsync("openai-codex:a", force: true);
    }

    [Fact]
    public async Task A_record_that_is_no_object_is_refused()
    {
        _bench.WriteStore("""{"profiles":{"openai-codex:a":"x"}}""");

        await Caught.ErrorAsync("CodexAuth.store_shape_unsupported", () => WriteAsync("openai-codex:a", force: true));
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData(null, true, "openai-codex:b openai-codex:z openai-codex:a")]
    [InlineData("""["openai-codex:z"]""", false, "openai-codex:z openai-codex:a")]
    [InlineData("""["openai-codex:z"]""", true, "openai-codex:z openai-codex:a")]
    [InlineData("""["openai-codex:a","openai-codex:z"]""", false, "openai-codex:a openai-codex:z")]
    public async Task The_order_is_added_to_and_never_begun_unasked(string? order, bool setOrder, string? expected)
    {
        var section = order is null ? "" : $",\"order\":{{\"openai-codex\":{order}}}";
        _bench.WriteStore(
            """{"profiles":{"openai-codex:z":{"provider":"openai-codex"},"openai-codex:b":{"provider":" OpenAI-Codex "}}"""
                + section
                + "}"
        );

        var written = await _bench
            .Store()
            .WriteAsync("openai-codex:a", _bench.Tokens(), setOrder, false, CodexBench.Cancel);

        Assert.Equal(expected, written.Written.Ordered is { } ids ? string.Join(' ', ids) : null);
    }

    [Fact]
    public async Task The_bytes_before_are_kept_for_their_owner_alone_and_the_newest_five_of_them()
    {
        _bench.WriteStore(Rich);
        var first = (await WriteAsync("openai-codex:0")).BackupPath!;
        Assert.Equal(Rich, File.ReadAllText(first));
        Assert.Equal("auth-profiles.20260101T000000000Z.json", Path.GetFileName(first));
        Assert.Equal(Modes.OwnerFile, Modes.Of(first));
        Assert.Equal(Modes.OwnerFolder, Modes.Of(Path.GetDirectoryName(first)!));

        for (var i = 1; i < 8; i++)
        {
            await WriteAsync($"openai-codex:{i}");
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

        await Caught.ErrorAsync("CodexAuth.auth_path_symlink", () => WriteAsync("openai-codex:a"));

        Assert.Equal("""{"profiles":{}}""", File.ReadAllText(_bench["target"]));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_backups_is_refused()
    {
        _bench.WriteStore(Rich);
        Directory.CreateDirectory(_bench["elsewhere"]);
        Directory.CreateSymbolicLink(StoreBackups.FolderOf(_bench.Places), _bench["elsewhere"]);

        await Caught.ErrorAsync("CodexAuth.auth_path_symlink", () => WriteAsync("openai-codex:a"));

        Assert.Equal(Rich, _bench.ReadStore());
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
        _bench.WriteStore(Rich);
        File.SetUnixFileMode(_bench.StorePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await WriteAsync("openai-codex:a");

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

        var error = await Caught.ErrorAsync("CodexAuth.store_superseded", () => WriteAsync("openai-codex:a"));

        Assert.Contains("openclaw models auth login --provider openai", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_bench.StorePath));
        await WriteAsync("openai-codex:a", force: true);
    }

    [Fact]
    public void Drift_in_another_profile_is_seen()
    {
        var before = StoreDocument.Parse(Encoding.UTF8.GetBytes(Rich), "x");
        var other = StoreDocument.Parse(
            Encoding.UTF8.GetBytes(Rich.Replace("1.50", "1.5", StringComparison.Ordinal)),
            "x"
        );
        var member = StoreDocument.Parse(
            Encoding.UTF8.GetBytes(Rich.Replace("\"b\": 1.0", "\"b\": 1", StringComparison.Ordinal)),
            "x"
        );

        Caught.Error("CodexAuth.profile_drift_detected", () => other.CheckDrift(before, "openai-codex:work"));
        Caught.Error("CodexAuth.profile_drift_detected", () => member.CheckDrift(before, "openai-codex:work"));
        before
            .With("openai-codex:work", _bench.Tokens(), setOrder: true)
            .CheckDrift(StoreDocument.Parse(Encoding.UTF8.GetBytes(Rich), "x"), "openai-codex:work");
    }

    [Fact]
    public void Whatever_numbers_and_texts_a_store_holds_they_keep_their_text() =>
        Prop.ForAll<long, NonNull<string>, bool>(
                (number, text, flag) =>
                {
                    var value = System.Text.Json.JsonSerializer.Serialize(text.Get);
                    var json =
                        $"{{\"x\":[{number}.0,{number}e2,{value},{(flag ? "true" : "null")}],\"profiles\":{{}}}}";
                    var written = Encoding.UTF8.GetString(
                        StoreDocument
                            .Parse(Encoding.UTF8.GetBytes(json), "x")
                            .With("openai-codex:a", new CodexTokens("a", "r", 1, "acct"), setOrder: false)
                            .ToBytes()
                    );
                    Assert.Contains($"{number}.0,\n    {number}e2,\n    {value},", written, StringComparison.Ordinal);
                }
            )
            .QuickCheckThrowOnFailure();

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

    private Task<StoreWrite> WriteAsync(string id, string account = "acct-1", bool force = false) =>
        _bench.Store().WriteAsync(id, _bench.Tokens(account), setOrder: false, force, CodexBench.Cancel);
}
