using Exchange.Storage;
using Exchange.Tests.Support;

namespace Exchange.Tests.Storage;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder["settings"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_replaced_as_a_whole_and_nothing_else_is_left()
    {
        AtomicFile.Replace(FilePath, "a long first content"u8);
        AtomicFile.Replace(FilePath, "short"u8);

        Assert.Equal("short", File.ReadAllText(FilePath));
        Assert.Equal(FilePath, Assert.Single(Directory.GetFiles(_folder.Path)));
    }

    [Fact]
    public void A_missing_folder_is_made_for_its_owner_alone()
    {
        var path = Path.Combine(_folder["new"], "settings");

        AtomicFile.Replace(path, "x"u8);

        Assert.Equal(Modes.OwnerFolder, Modes.Of(_folder["new"]));
    }

    [Fact]
    public void The_new_file_is_its_owners_alone_even_when_the_old_one_was_not()
    {
        File.WriteAllText(FilePath, "old");

        AtomicFile.Replace(FilePath, "new"u8);

        Assert.Equal(Modes.OwnerFile, Modes.Of(FilePath));
    }

    [Fact]
    public void The_first_byte_is_already_its_owners_alone()
    {
        // The mode is part of creating the file: there is no moment at which it is wider.
        using var file = new FileStream(
            FilePath,
            PrivateFiles.Options(FileMode.CreateNew, FileAccess.Write, FileShare.None)
        );

        Assert.Equal(0, file.Length);
        Assert.Equal(Modes.OwnerFile, Modes.Of(FilePath));
    }

    [Fact]
    public void The_old_bytes_stay_when_the_new_ones_cannot_be_written()
    {
        // The temporary file's name is longer than the file's own, and longer than a name can be.
        var path = _folder[new string('x', 250)];
        File.WriteAllText(path, "old");

        Caught.Error("Exchange.StorageUnavailable", () => AtomicFile.Replace(path, "new"u8));

        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void What_cannot_be_replaced_leaves_no_temporary_file()
    {
        Directory.CreateDirectory(FilePath);

        var error = Caught.Error("Exchange.StorageUnavailable", () => AtomicFile.Replace(FilePath, "s3cr3t"u8));

        Assert.Equal(ErrorKind.Storage, error.Kind);
        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_folder_that_is_a_file_is_an_error_of_storage()
    {
        File.WriteAllText(_folder["file"], "");

        Caught.Error(
            "Exchange.StorageUnavailable",
            () => AtomicFile.Replace(Path.Combine(_folder["file"], "settings"), "x"u8)
        );
    }

    [Fact]
    public async Task A_reader_sees_the_old_bytes_or_the_new_ones_and_never_a_mixture()
    {
        var versions = Enumerable.Range(0, 50).Select(i => new string((char)('a' + (i % 26)), 100_000)).ToList();
        AtomicFile.Replace(FilePath, System.Text.Encoding.ASCII.GetBytes(versions[0]));
        var writing = Task.Run(
            () =>
                versions.ForEach(version => AtomicFile.Replace(FilePath, System.Text.Encoding.ASCII.GetBytes(version))),
            TestContext.Current.CancellationToken
        );

        while (!writing.IsCompleted)
        {
            var seen = await File.ReadAllTextAsync(FilePath, TestContext.Current.CancellationToken);
            Assert.Equal(100_000, seen.Length);
            Assert.Single(seen.Distinct());
        }
        await writing;
    }
}
