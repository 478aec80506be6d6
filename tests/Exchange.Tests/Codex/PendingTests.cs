using System.Diagnostics;
using Exchange.Codex;
using Exchange.Codex.Pending;
using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>Sign-ins that were begun, and the folder that they are kept in (codex-auth.md 4.2).</summary>
public sealed class PendingTests : IDisposable
{
    private readonly CodexBench _bench = new();

    private PendingStore Store => new(_bench.Places, _bench.Clock, () => 0m);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task An_entry_is_exact_and_only_its_owner_can_read_it()
    {
        await Store.KeepAsync(Entry("openai-codex:work"), CodexBench.Cancel);

        Assert.Equal(
            $$"""
            {
              "openai-codex:work": {
                "verifier": "{{CodexVectors.RfcVerifier}}",
                "state": "{{CodexVectors.State}}",
                "createdAt": 1767225600000,
                "schema": 1,
                "selector": "work",
                "expiresAt": 1767226500000,
                "authPath": "/x/auth-profiles.json",
                "attempts": 0,
                "fallbackUsed": false
              }
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(_bench.PendingPath)
        );
        Assert.Equal(Modes.OwnerFile, Modes.Of(_bench.PendingPath));
        Assert.Equal(Modes.OwnerFolder, Modes.Of(_bench.Temporary));
        Assert.Equal(["codex-auth-pending.json"], Directory.GetFiles(_bench.Temporary).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_second_start_replaces_the_first_of_its_profile_alone()
    {
        await Store.KeepAsync(Entry("openai-codex:a"), CodexBench.Cancel);
        await Store.KeepAsync(Entry("openai-codex:b"), CodexBench.Cancel);
        await Store.KeepAsync(Entry("openai-codex:a", state: CodexVectors.ShortState), CodexBench.Cancel);

        var all = await Store.ReadAsync(CodexBench.Cancel);

        Assert.Equal(["openai-codex:a", "openai-codex:b"], all.Select(one => one.ProfileId));
        Assert.Equal(CodexVectors.ShortState, all[0].State);
    }

    [Fact]
    public async Task A_write_purges_what_is_old_or_from_the_future_and_keeps_what_is_unknown_and_in_range()
    {
        Directory.CreateDirectory(_bench.Temporary);
        File.WriteAllText(
            _bench.PendingPath,
            $$"""
            {
              "old": {"verifier":"v","state":"s","createdAt":{{CodexVectors.Now - 900_001}}},
              "edge": {"verifier":"v","state":"s","createdAt":{{CodexVectors.Now - 900_000}}},
              "future": {"verifier":"v","state":"s","createdAt":{{CodexVectors.Now + 60_001}}},
              "soon": {"createdAt":{{CodexVectors.Now + 60_000}},"whatever":[1.0]},
              "text": "x",
              "timeless": {"verifier":"v"}
            }
            """
        );

        await Store.KeepAsync(Entry("openai-codex:a"), CodexBench.Cancel);

        var text = File.ReadAllText(_bench.PendingPath);
        Assert.Contains("\"edge\"", text, StringComparison.Ordinal);
        Assert.Contains("1.0", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["\"old\"", "\"future\"", "\"text\"", "\"timeless\""],
            name => Assert.DoesNotContain(name, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_corrupt_file_is_as_good_as_none()
    {
        Directory.CreateDirectory(_bench.Temporary);
        File.WriteAllText(_bench.PendingPath, "{\"x\":");

        Assert.Empty(await Store.ReadAsync(CodexBench.Cancel));
        await Store.KeepAsync(Entry("openai-codex:a"), CodexBench.Cancel);

        Assert.Single(await Store.ReadAsync(CodexBench.Cancel));
    }

    [Fact]
    public async Task The_last_entry_takes_the_file_along()
    {
        await Store.KeepAsync(Entry("openai-codex:a"), CodexBench.Cancel);
        await Store.RemoveAsync(Entry("openai-codex:a"), CodexBench.Cancel);

        Assert.Empty(Directory.GetFiles(_bench.Temporary));
    }

    [Fact]
    public async Task A_newer_sign_in_is_not_removed_with_the_older_one()
    {
        await Store.KeepAsync(Entry("openai-codex:a", state: CodexVectors.ShortState), CodexBench.Cancel);
        await Store.RemoveAsync(Entry("openai-codex:a"), CodexBench.Cancel);

        Assert.Single(await Store.ReadAsync(CodexBench.Cancel));
    }

    [Fact]
    public async Task The_fifth_wrong_state_removes_the_entry()
    {
        await Store.KeepAsync(Entry("openai-codex:a"), CodexBench.Cancel);
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await Store.CountAsync(Entry("openai-codex:a"), CodexBench.Cancel);
            Assert.Equal(attempt, Assert.Single(await Store.ReadAsync(CodexBench.Cancel)).Attempts);
        }

        await Store.CountAsync(Entry("openai-codex:a"), CodexBench.Cancel);

        Assert.Empty(await Store.ReadAsync(CodexBench.Cancel));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_file_is_not_trusted()
    {
        Directory.CreateDirectory(_bench.Temporary);
        File.WriteAllText(_bench["target"], "{}");
        File.CreateSymbolicLink(_bench.PendingPath, _bench["target"]);

        await Caught.ErrorAsync("CodexAuth.pending_untrusted", () => Store.ReadAsync(CodexBench.Cancel));
        await Caught.ErrorAsync(
            "CodexAuth.pending_untrusted",
            () => Store.KeepAsync(Entry("openai-codex:a"), CodexBench.Cancel)
        );
        Assert.Equal("{}", File.ReadAllText(_bench["target"]));
    }

    [Fact]
    public async Task A_file_of_another_owner_is_not_trusted()
    {
        Directory.CreateDirectory(_bench.Temporary);
        File.WriteAllText(_bench.PendingPath, "{}");
        GiveAway(_bench.PendingPath);

        await Caught.ErrorAsync("CodexAuth.pending_untrusted", () => Store.ReadAsync(CodexBench.Cancel));
    }

    [Fact]
    public void A_link_in_the_place_of_the_folder_is_refused()
    {
        Directory.CreateDirectory(_bench["elsewhere"]);
        Directory.CreateDirectory(Path.GetDirectoryName(_bench.Temporary)!);
        Directory.CreateSymbolicLink(_bench.Temporary, _bench["elsewhere"]);

        Caught.Error("CodexAuth.unsafe_tmp_dir", () => CodexTemporaryFolder.Open(_bench.Places));
        Assert.Empty(Directory.GetFileSystemEntries(_bench["elsewhere"]));
    }

    [Fact]
    public void A_folder_of_another_owner_is_refused()
    {
        Directory.CreateDirectory(_bench.Temporary);
        GiveAway(_bench.Temporary);

        Caught.Error("CodexAuth.unsafe_tmp_dir", () => CodexTemporaryFolder.Open(_bench.Places));
    }

    [Fact]
    public void A_folder_of_ours_that_others_may_write_to_is_mended()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }
        Directory.CreateDirectory(_bench.Temporary);
        File.SetUnixFileMode(_bench.Temporary, (UnixFileMode)0x1FF);

        Assert.Equal(_bench.Temporary, CodexTemporaryFolder.Open(_bench.Places));
        Assert.Equal(Modes.OwnerFolder, Modes.Of(_bench.Temporary));
    }

    [Fact]
    public void Live_sign_ins_use_the_other_programs_folder_and_else_one_of_this_user()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There it is the folder of temporary files.");
        var places = CodexPlaces.Locate(name => name == "TMPDIR" ? "/var/tmp" : null, authPath: null);

        Assert.Equal(["/tmp/openclaw", $"/var/tmp/openclaw-{UnixFile.CurrentUser}"], places.TemporaryFolders);
    }

    [Theory]
    [InlineData(null, null, null, "/h/.openclaw/agents/main/agent")]
    [InlineData("/s", null, null, "/s/agents/main/agent")]
    [InlineData(" ~/s ", null, null, "/h/s/agents/main/agent")]
    [InlineData("/s", null, "/pi", "/pi")]
    [InlineData("/s", "/a", "/pi", "/a")]
    [InlineData(" ", " ", null, "/h/.openclaw/agents/main/agent")]
    public void The_store_is_where_the_variables_say(string? state, string? agent, string? pi, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are Unix paths.");
        var places = CodexPlaces.Locate(
            name =>
                name switch
                {
                    "HOME" => "/h",
                    "OPENCLAW_STATE_DIR" => state,
                    "OPENCLAW_AGENT_DIR" => agent,
                    "PI_CODING_AGENT_DIR" => pi,
                    _ => null,
                },
            authPath: null
        );

        Assert.Equal($"{expected}/auth-profiles.json", places.StorePath);
    }

    private static void GiveAway(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && UnixFile.CurrentUser == 0, "Only root can give a file away.");
        using var chown = Process.Start("chown", ["12345", path]);
        chown.WaitForExit();
        Assert.Equal(0, chown.ExitCode);
    }

    private static PendingSignIn Entry(string id, string state = CodexVectors.State) =>
        new()
        {
            ProfileId = id,
            Verifier = CodexVectors.RfcVerifier,
            State = state,
            CreatedAt = CodexVectors.Now,
            Selector = CodexSelector.Of(id),
            AuthPath = "/x/auth-profiles.json",
        };
}
