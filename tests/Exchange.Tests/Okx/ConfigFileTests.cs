using System.Diagnostics;
using System.Text;
using Exchange.Okx;
using Exchange.Storage;
using Exchange.Storage.Toml;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>How the file on the disk is treated (okx-account.md 2.2).</summary>
public sealed class ConfigFileTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly List<string> _warnings = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Folder => _home[".okx"];

    private string FilePath => Path.Combine(Folder, "config.toml");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_first_profile_makes_folder_and_file_for_their_owner_alone()
    {
        await OkxConfigEdits.PutAsync(File(), NewProfile("okx-demo"), mayReplace: false, Cancel);

        Assert.Equal(Modes.OwnerFolder, Modes.Of(Folder));
        Assert.Equal(Modes.OwnerFile, Modes.Of(FilePath));
        Assert.Equal(
            $"default_profile = \"okx-demo\"\n\n[profiles.okx-demo]\nsite = \"eea\"\ndemo = true\napi_key = \"{OkxConfigs.ApiKey}\"\n"
                + $"secret_key = \"{OkxConfigs.SecretKey}\"\npassphrase = \"Str0ng#Pass\\\"phrase'1\"\n",
            Text()
        );
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task Only_the_default_profile_changes_when_another_is_used()
    {
        Write(OkxConfigs.Example.ReplaceLineEndings("\r\n"));

        await OkxConfigEdits.UseAsync(File(), "desk.2", Cancel);

        Assert.Equal(
            OkxConfigs
                .Example.ReplaceLineEndings("\r\n")
                .Replace("= \"okx-demo\"", "= \"desk.2\"", StringComparison.Ordinal),
            Text()
        );
    }

    [Fact]
    public async Task The_profile_that_is_the_default_already_is_not_written_again()
    {
        Write("\uFEFF" + OkxConfigs.Example);
        var before = System.IO.File.GetLastWriteTimeUtc(FilePath);

        await OkxConfigEdits.UseAsync(File(), "okx-demo", Cancel);

        Assert.Equal((before, "\uFEFF" + OkxConfigs.Example), (System.IO.File.GetLastWriteTimeUtc(FilePath), Text()));
    }

    [Fact]
    public async Task An_overwritten_profile_keeps_what_is_not_ours_and_loses_its_old_address()
    {
        Write("# c\n[profiles.a] # d\nbase_url = \"https://my.okx.com\"\nextra = 1 # e\napi_key = 'old' # f\n");

        await OkxConfigEdits.PutAsync(File(), NewProfile("a"), mayReplace: true, Cancel);

        Assert.Equal(
            $"default_profile = \"a\"\n\n# c\n[profiles.a] # d\nextra = 1 # e\napi_key = \"{OkxConfigs.ApiKey}\" # f\nsite = \"eea\"\n"
                + $"demo = true\nsecret_key = \"{OkxConfigs.SecretKey}\"\npassphrase = \"Str0ng#Pass\\\"phrase'1\"\n",
            Text()
        );
    }

    [Fact]
    public async Task A_removed_default_profile_takes_the_default_with_it()
    {
        Write(OkxConfigs.Example);

        var config = await OkxConfigEdits.RemoveAsync(File(), "okx-demo", Cancel);

        Assert.Null(config.DefaultProfile);
        Assert.Equal("desk.2", Assert.Single(config.Profiles).Name);
        Assert.StartsWith("# my comment stays\nknowledge_dir", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_program_wrote_meanwhile_is_read_again_and_kept()
    {
        Write(OkxConfigs.Example);
        var times = 0;

        await File()
            .ChangeAsync(
                config =>
                {
                    if (times++ == 0)
                    {
                        Write(OkxConfigs.Example + "other = 1\n");
                    }
                    return TomlEditor.Set(config.Document, ["default_profile"], TomlToken.Of("x"));
                },
                Cancel
            );

        Assert.Equal(2, times);
        Assert.Contains("other = 1\n", Text(), StringComparison.Ordinal);
        Assert.Contains("default_profile = \"x\"", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_program_keeps_changing_is_left_to_it()
    {
        Write("");
        var times = 0;

        var error = await Caught.ErrorAsync(
            "Okx.ConfigError",
            () =>
                File()
                    .ChangeAsync(
                        config =>
                        {
                            Write($"times = {++times}\n");
                            return TomlEditor.Set(config.Document, ["a"], TomlToken.Of(true));
                        },
                        Cancel
                    )
        );

        Assert.Equal((ErrorKind.Storage, "times = 2\n"), (error.Kind, Text()));
    }

    [Fact]
    public async Task A_link_stays_and_its_target_is_replaced()
    {
        Directory.CreateDirectory(_home["dotfiles"]);
        Directory.CreateDirectory(Folder);
        System.IO.File.WriteAllText(Path.Combine(_home["dotfiles"], "okx.toml"), "a = 1\n");
        System.IO.File.CreateSymbolicLink(FilePath, "../dotfiles/okx.toml");

        await Set("b");

        Assert.Equal("../dotfiles/okx.toml", new FileInfo(FilePath).LinkTarget);
        Assert.Equal("a = 1\nb = true\n", System.IO.File.ReadAllText(Path.Combine(_home["dotfiles"], "okx.toml")));
        Assert.Single(Directory.GetFiles(_home["dotfiles"]));
    }

    [Fact]
    public async Task A_link_out_of_the_home_is_refused_with_its_target()
    {
        using var elsewhere = new TemporaryFolder();
        System.IO.File.WriteAllText(elsewhere["config.toml"], "a = 1\n");
        Directory.CreateDirectory(Folder);
        System.IO.File.CreateSymbolicLink(FilePath, elsewhere["config.toml"]);

        var error = await Caught.ErrorAsync("Okx.ConfigError", () => Set("b"));

        Assert.Contains(elsewhere["config.toml"], error.Message, StringComparison.Ordinal);
        Assert.Equal("a = 1\n", System.IO.File.ReadAllText(elsewhere["config.toml"]));
    }

    [Fact]
    public async Task A_folder_that_is_a_link_out_of_the_home_is_refused_too()
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(Folder, elsewhere.Path);

        await Caught.ErrorAsync("Okx.ConfigError", () => Set("b"));

        Assert.DoesNotContain(elsewhere["config.toml"], Directory.GetFiles(elsewhere.Path));
    }

    [Fact]
    public async Task Links_in_a_circle_are_an_error_and_not_a_loop()
    {
        Directory.CreateDirectory(Folder);
        System.IO.File.CreateSymbolicLink(FilePath, FilePath);

        await Caught.ErrorAsync("Okx.ConfigError", () => Set("b"));
        Caught.Error("Okx.ConfigError", () => File().Read());
    }

    [Fact]
    public async Task A_file_of_another_user_is_not_taken_from_them()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess,
            "Needs root to give a file away."
        );
        Write("a = 1\n");
        using (var chown = Process.Start("chown", ["12345", FilePath]))
        {
            await chown.WaitForExitAsync(Cancel);
        }

        var error = await Caught.ErrorAsync("Okx.ConfigError", () => Set("b"));
        File().Read();

        Assert.Contains("belongs to another user", error.Message, StringComparison.Ordinal);
        Assert.Contains("belongs to another user", Assert.Single(_warnings), StringComparison.Ordinal);
        Assert.Equal("a = 1\n", Text());
    }

    [Fact]
    public void A_file_that_others_may_read_is_warned_of_and_read()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes are of Unix.");
            return;
        }
        Write("a = 1\n");
        System.IO.File.SetUnixFileMode(
            FilePath,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        );

        File().Read();

        Assert.Contains("chmod 600", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_before_the_rename_leaves_the_old_bytes_and_the_next_writer_tidies_up()
    {
        Write("a = 1\n");
        using (var child = await ChildProcess.StartAsync("crash-before-rename", FilePath))
        {
            child.Go();
            Assert.NotEqual(0, await child.EndAsync());
        }
        Assert.Equal("a = 1\n", Text());
        var left = Assert.Single(Directory.GetFiles(Folder, ".config.toml.*"));
        Assert.Equal(Modes.OwnerFile, Modes.Of(left));

        await Set("b");

        Assert.Equal("a = 1\nb = true\n", Text());
        Assert.Empty(Directory.GetFiles(Folder, ".config.toml.*"));
    }

    [Fact]
    public async Task A_held_lock_is_an_error_of_the_configuration()
    {
        Write("a = 1\n");
        using var held = await FileLock.TakeAsync(FilePath + ".lock", TimeSpan.Zero, Cancel);

        var file = new OkxConfigFile(Folder, [_home.Path]) { LockLimit = TimeSpan.FromMilliseconds(20) };

        var error = await Caught.ErrorAsync("Okx.ConfigError", () => OkxConfigEdits.UseAsync(file, "b", Cancel));

        Assert.Equal(TimeSpan.FromSeconds(5), File().LockLimit);

        Assert.Equal((ErrorKind.Storage, "a = 1\n"), (error.Kind, Text()));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_an_error_with_a_hint_and_no_secret()
    {
        System.IO.File.WriteAllText(Folder, "a file where the folder is to be");

        var error = await Caught.ErrorAsync(
            "Okx.ConfigError",
            () => OkxConfigEdits.PutAsync(File(), NewProfile("a"), mayReplace: true, Cancel)
        );

        Assert.Contains(FilePath, error.Message, StringComparison.Ordinal);
        Assert.Contains("may be written", error.Remedy, StringComparison.Ordinal);
        OkxConfigs.AssertShowsNone(error);
    }

    [Fact]
    public async Task A_form_that_cannot_be_changed_in_place_is_refused_and_left()
    {
        const string text = "profiles.a = { b = 1 }\n[profiles.c]\n[[profiles.c.api_key]]\n";
        Write(text);

        var error = await Caught.ErrorAsync(
            "Okx.ConfigError",
            () => OkxConfigEdits.PutAsync(File(), NewProfile("c"), mayReplace: true, Cancel)
        );

        OkxConfigs.AssertShowsNone(error);
        Assert.Equal(text, Text());
    }

    [Fact]
    public void The_folder_is_named_or_in_the_home()
    {
        Assert.Equal("/named", OkxFolder.Locate(OkxConfigs.Environment(("OKX_CONFIG_DIR", "/named"), ("HOME", "/h"))));
        Assert.Equal("/h/.okx", OkxFolder.Locate(OkxConfigs.Environment(("HOME", "/h"))));
        Assert.Equal(
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".okx"),
            OkxFolder.Locate(OkxConfigs.Environment())
        );
    }

    private Task Set(string key) =>
        File().ChangeAsync(config => TomlEditor.Set(config.Document, [key], TomlToken.Of(true)), Cancel);

    private OkxConfigFile File() => OkxConfigFile.Locate(OkxConfigs.Environment(("HOME", _home.Path)), _warnings.Add);

    private static OkxNewProfile NewProfile(string name) =>
        OkxNewProfile.From(
            name,
            OkxSites.Checked("eea"),
            isDemo: true,
            Secret.From(OkxConfigs.ApiKey),
            Secret.From(OkxConfigs.SecretKey),
            Secret.From(OkxConfigs.Passphrase)
        );

    private void Write(string text) => AtomicFile.Replace(FilePath, Encoding.UTF8.GetBytes(text));

    private string Text() => Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(FilePath));
}
