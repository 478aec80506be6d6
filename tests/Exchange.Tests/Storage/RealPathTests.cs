using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Storage;

public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Root => RealPath.Of(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Links_of_files_and_of_folders_above_them_are_followed()
    {
        Directory.CreateDirectory(_folder["real"]);
        Directory.CreateSymbolicLink(_folder["one"], "real");
        Directory.CreateSymbolicLink(_folder["two"], _folder["one"]);
        File.CreateSymbolicLink(Path.Combine(_folder["real"], "file"), "../two/other");

        Assert.Equal(Path.Combine(Root, "real", "other"), RealPath.Of(Path.Combine(_folder["two"], "file")));
    }

    [Fact]
    public void What_does_not_exist_is_taken_as_written() =>
        Assert.Equal(Path.Combine(Root, "a", "b"), RealPath.Of(Path.Combine(_folder.Path, "a", "x", "..", "b")));

    [Theory]
    [InlineData("/home/me/.okx/config.toml", "/home/me", true)]
    [InlineData("/home/me", "/home/me", true)]
    [InlineData("/home/me/..okx", "/home/me", true)]
    [InlineData("/home/me2/config.toml", "/home/me", false)]
    [InlineData("/etc/config.toml", "/home/me", false)]
    public void A_path_is_within_a_folder_by_whole_names(string path, string folder, bool isWithin) =>
        Assert.Equal(isWithin, RealPath.IsWithin(path, folder));
}
