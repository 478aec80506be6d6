using Exchange.Cmdlets.Tests.Support;
using Exchange.Okx;

namespace Exchange.Cmdlets.Tests.Okx;

public sealed class ConfigTests : IDisposable
{
    private readonly ConfigBench _bench = new(ConfigBench.Example);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_configuration_is_shown_masked()
    {
        var config = (await _bench.RunAsync("Get-OkxConfig")).DoneWithOne<OkxConfigInfo>();

        Assert.Equal((_bench.FilePath, "okx-demo"), (config.Path, config.DefaultProfile));
        Assert.Equal("***cdef", config.Profiles[0].ApiKey);
        Assert.Equal(
            """{"default_profile":"okx-demo","profiles":{"okx-demo":{"api_key":"***cdef","site":"eea","demo":true},"desk.2":{"site":"us","future_option":[1,2]}},"knowledge_dir":"****"}""",
            (await _bench.RunAsync("Get-OkxConfig -AsJson")).DoneWithOne<string>()
        );
    }

    [Fact]
    public async Task A_missing_file_is_an_empty_configuration()
    {
        File.Delete(_bench.FilePath);

        Assert.Equal("{\"profiles\":{}}", (await _bench.RunAsync("Get-OkxConfig -AsJson")).DoneWithOne<string>());
        Assert.Empty((await _bench.RunAsync("Get-OkxProfile")).Done<OkxProfileInfo>());
    }

    [Fact]
    public async Task Profiles_are_listed_in_the_order_of_the_file()
    {
        var profiles = (await _bench.RunAsync("Get-OkxProfile")).Done<OkxProfileInfo>();

        Assert.Equal(
            ["okx-demo True ***cdef eea demo", "desk.2 False  us live"],
            profiles.Select(profile =>
                $"{profile.Name} {profile.IsDefault} {profile.ApiKey} {profile.Site} {profile.Mode}"
            )
        );
        Assert.Equal("us", (await _bench.RunAsync("Get-OkxProfile desk.2")).DoneWithOne<OkxProfileInfo>().Site);
        (await _bench.RunAsync("Get-OkxProfile Desk.2")).Failed("Okx.ConfigError");
    }

    [Fact]
    public async Task A_profile_is_added_at_the_end_and_becomes_the_default()
    {
        var run = await _bench.RunAsync($"Add-OkxProfile main -Site US -Live {OkxKey.Parameters}");

        var profile = run.DoneWithOne<OkxProfileInfo>();
        Assert.Equal(
            ("main", true, "***8c9d", "us", "live"),
            (profile.Name, profile.IsDefault, profile.ApiKey, profile.Site, profile.Mode)
        );
        Assert.Equal(
            ConfigBench.Example.Replace("\"okx-demo\"", "\"main\"", StringComparison.Ordinal)
                + $"\n[profiles.main]\nsite = \"us\"\ndemo = false\napi_key = \"{OkxKey.ApiKey}\"\nsecret_key = \"{OkxKey.SecretKey}\"\n"
                + "passphrase = \"Str0ng#Pass\\\"phrase'1\"\n",
            _bench.Text
        );
    }

    [Theory]
    [InlineData("", "demo", "demo")]
    [InlineData("-Demo", "demo", "demo")]
    [InlineData("-Live", "live", "live")]
    public async Task A_profile_without_a_name_is_named_after_its_mode(string mode, string name, string shown)
    {
        var profile = (
            await _bench.RunAsync($"Add-OkxProfile -Site eea {mode} {OkxKey.Parameters}")
        ).DoneWithOne<OkxProfileInfo>();

        Assert.Equal((name, shown), (profile.Name, profile.Mode));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_kept_unless_forced()
    {
        var line = $"Add-OkxProfile desk.2 -Site eea {OkxKey.Parameters}";

        (await _bench.RunInVainAsync(line)).Failed("Okx.ConfigError");
        (await _bench.RunAsync($"{line} -Force")).DoneWithOne<OkxProfileInfo>();

        Assert.Contains(
            "# of the second desk\n[profiles.\"desk.2\"]\nsite = \"eea\"\nfuture_option = [1, 2]",
            _bench.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("-Site EU", "Okx.ConfigError")]
    [InlineData("-Site us -Demo -Live", "Okx.ConfigError")]
    [InlineData("-Site us -Name oauth", "Okx.ValidationError")]
    [InlineData("-Site us -Name env", "Okx.ValidationError")]
    [InlineData("-Site us -Name ' '", "Okx.ValidationError")]
    [InlineData("-Site us -Name 'a\tb'", "Okx.ValidationError")]
    public async Task Bad_input_to_a_new_profile_is_refused_before_the_file_is_touched(string words, string id) =>
        (await _bench.RunInVainAsync($"Add-OkxProfile {words} {OkxKey.Parameters}")).Failed(id);

    [Fact]
    public async Task A_new_profile_needs_a_site_and_three_secrets()
    {
        (await _bench.RunInVainAsync($"Add-OkxProfile {OkxKey.Parameters}")).Refused("MissingMandatoryParameter");
        _bench.Session.Environment["TEST_BLANK"] = "  ";
        var error = (
            await _bench.RunInVainAsync(
                "Add-OkxProfile x -Site us -ApiKey env:TEST_KEY -SecretKey env:TEST_BLANK -Passphrase env:TEST_PASSPHRASE"
            )
        ).Failed("Okx.ValidationError");
        Assert.StartsWith("Secret Key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_be_written_is_shown_without_writing_it()
    {
        var run = await _bench.RunInVainAsync($"Add-OkxProfile main -Site us {OkxKey.Parameters} -WhatIf");

        run.Done();
        (await _bench.RunInVainAsync("Use-OkxProfile desk.2 -WhatIf")).Done();
        (await _bench.RunInVainAsync("Remove-OkxProfile desk.2 -WhatIf")).Done();
    }

    [Fact]
    public async Task Another_profile_becomes_the_default_and_nothing_else_changes()
    {
        (await _bench.RunAsync("Use-OkxProfile desk.2")).Done();

        Assert.Equal(ConfigBench.Example.Replace("\"okx-demo\"", "\"desk.2\"", StringComparison.Ordinal), _bench.Text);
    }

    [Fact]
    public async Task The_default_profile_is_reported()
    {
        var run = await _bench.RunInVainAsync("Use-OkxProfile okx-demo");

        run.DoneWithOne<OkxProfileInfo>();
        Assert.Contains("Default profile set to: \"okx-demo\"", RunText.Of(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Using_needs_a_name_that_is_there()
    {
        Assert.Equal(
            "profile name is required",
            (await _bench.RunInVainAsync("Use-OkxProfile")).Failed("Okx.ValidationError").Message
        );
        var error = (await _bench.RunInVainAsync("Use-OkxProfile nobody")).Failed("Okx.ConfigError");
        Assert.Equal("profile \"nobody\" does not exist.", error.Message);
        Assert.Equal("Profiles: okx-demo, desk.2.", error.Remedy);
        _bench.Write("a = 1\n");
        Assert.Contains(
            "no profiles",
            (await _bench.RunInVainAsync("Use-OkxProfile nobody")).Failed("Okx.ConfigError").Remedy,
            StringComparison.Ordinal
        );
        File.Delete(_bench.FilePath);
        Assert.Equal(
            "No config found. Run okx config init first.",
            (await _bench.RunInVainAsync("Use-OkxProfile nobody")).Failed("Okx.ConfigError").Message
        );
    }

    [Fact]
    public async Task Removing_asks_first_and_without_anybody_there_changes_nothing()
    {
        (await _bench.RunInVainAsync("Remove-OkxProfile desk.2")).Failed("Okx.ConfirmationRequired");
        _bench.Session.Answer("n");
        (await _bench.RunInVainAsync("Remove-OkxProfile desk.2")).Done();
    }

    [Fact]
    public async Task A_removed_profile_takes_its_comment_and_nothing_else()
    {
        (await _bench.RunAsync("Get-OkxProfile desk.2 | Remove-OkxProfile -Confirm:$false")).Done();

        Assert.Equal(
            ConfigBench.Example[..ConfigBench.Example.IndexOf("# of the second desk", StringComparison.Ordinal)],
            _bench.Text
        );
    }

    [Fact]
    public async Task A_removed_default_leaves_none_and_says_so()
    {
        var run = await _bench.RunAsync("Remove-OkxProfile okx-demo -Confirm:$false");

        run.Done();
        Assert.Contains("was the default profile", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("default_profile", _bench.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_parsed_stays_and_shows_nothing()
    {
        _bench.Write($"[profiles.a]\nsecret_key = {OkxKey.SecretKey}\n");

        foreach (
            var line in (string[])
                [
                    "Get-OkxConfig",
                    "Get-OkxProfile",
                    "Use-OkxProfile a",
                    "Remove-OkxProfile a -Confirm:$false",
                    $"Add-OkxProfile b -Site us -Force {OkxKey.Parameters}",
                    "Initialize-OkxConfig",
                ]
        )
        {
            var error = (await _bench.RunInVainAsync(line)).Failed("Okx.ConfigError");
            Assert.StartsWith($"Failed to parse {_bench.FilePath}:", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_others_may_read_is_warned_of_once()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes are of Unix.");
            return;
        }
        File.SetUnixFileMode(_bench.FilePath, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var run = await _bench.RunAsync("Get-OkxConfig");

        run.Done();
        Assert.Contains("chmod 600", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }
}
