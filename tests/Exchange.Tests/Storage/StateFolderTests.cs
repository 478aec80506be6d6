using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Storage;

public sealed class StateFolderTests
{
    [Fact]
    public void EXCHANGE_HOME_goes_before_everything() =>
        Assert.Equal(
            Path.GetFullPath("/mine"),
            Located(
                ("EXCHANGE_HOME", "/mine"),
                ("XDG_STATE_HOME", "/xdg"),
                ("HOME", "/home/me"),
                ("LOCALAPPDATA", "/data")
            )
        );

    [Fact]
    public void An_empty_EXCHANGE_HOME_is_none() =>
        Assert.EndsWith(
            "exchange",
            Located(("EXCHANGE_HOME", ""), ("HOME", "/home/me"), ("LOCALAPPDATA", "/data")),
            StringComparison.OrdinalIgnoreCase
        );

    [Fact]
    public void On_Linux_XDG_STATE_HOME_goes_before_HOME()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The folders of Linux.");

        Assert.Equal("/xdg/exchange", Located(("XDG_STATE_HOME", "/xdg"), ("HOME", "/home/me")));
        Assert.Equal("/home/me/.local/state/exchange", Located(("XDG_STATE_HOME", ""), ("HOME", "/home/me")));
    }

    [Fact]
    public void Without_any_of_them_there_is_an_error_that_says_what_to_set()
    {
        var error = Caught.Error("Exchange.StateFolderUnknown", () => Located());

        Assert.Contains("EXCHANGE_HOME", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Naming_the_folder_makes_nothing_and_a_file_in_it_makes_it_for_its_owner_alone()
    {
        using var parent = new TemporaryFolder();
        var folder = new StateFolder(parent["state"]);
        Assert.False(Directory.Exists(folder.Path));

        Assert.Equal(Path.Combine(folder.Path, "a"), folder.File("a"));

        Assert.Equal(Modes.OwnerFolder, Modes.Of(folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_an_error_of_storage()
    {
        using var parent = new TemporaryFolder();
        File.WriteAllText(parent["file"], "");

        Caught.Error("Exchange.StorageUnavailable", () => new StateFolder(parent["file"]).File("a"));
        Caught.Error("Exchange.StorageUnavailable", () => new StateFolder(Path.Combine(parent["file"], "b")).File("a"));
    }

    private static string Located(params (string Name, string Value)[] environment) =>
        StateFolder.Locate(name => environment.FirstOrDefault(pair => pair.Name == name).Value).Path;
}
