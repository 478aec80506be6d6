using System.Text;
using Exchange.Storage;
using Exchange.Tests.Support;
using Xunit;

namespace Exchange.Tests.Storage;

public sealed class SealedFileTests : IDisposable
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("a refresh token");

    private readonly string _folder = Directory.CreateTempSubdirectory("exchange-sealed-").FullName;

    private string FilePath => Path.Combine(_folder, "auth.dat");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_sealed_is_read_back()
    {
        new SealedFile(FilePath).Write(Content);

        Assert.Equal(Content, new SealedFile(FilePath).Read());
    }

    [Fact]
    public void A_file_that_is_not_there_has_no_content() => Assert.Null(new SealedFile(FilePath).Read());

    [Fact]
    public void Neither_the_file_nor_its_key_shows_the_content()
    {
        new SealedFile(FilePath).Write(Content);

        Assert.All(
            Directory.GetFiles(_folder),
            file => Assert.DoesNotContain("refresh", Encoding.UTF8.GetString(File.ReadAllBytes(file)))
        );
    }

    [Fact]
    public void The_same_content_is_sealed_differently_each_time()
    {
        var file = new SealedFile(FilePath);
        file.Write(Content);
        var first = File.ReadAllBytes(FilePath);
        file.Write(Content);

        Assert.NotEqual(first, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Every_changed_byte_is_noticed()
    {
        new SealedFile(FilePath).Write(Content);
        var sealedBytes = File.ReadAllBytes(FilePath);
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            var changed = (byte[])sealedBytes.Clone();
            changed[i] ^= 1;
            File.WriteAllBytes(FilePath, changed);

            var error = Assert.Throws<ExchangeException>(() => new SealedFile(FilePath).Read());
            Assert.Equal("Exchange.SealBroken", error.ErrorId);
        }
    }

    [Fact]
    public void A_file_under_another_name_is_not_taken_for_this_one()
    {
        new SealedFile(FilePath).Write(Content);
        var other = Path.Combine(_folder, "wallet.dat");
        File.Copy(FilePath, other);
        File.Copy(FilePath + ".key", other + ".key");

        Assert.Equal(
            "Exchange.SealBroken",
            Assert.Throws<ExchangeException>(() => new SealedFile(other).Read()).ErrorId
        );
    }

    [Fact]
    public void A_missing_or_short_key_breaks_the_seal()
    {
        new SealedFile(FilePath).Write(Content);
        File.WriteAllBytes(FilePath + ".key", new byte[5]);
        Assert.Equal(
            "Exchange.SealBroken",
            Assert.Throws<ExchangeException>(() => new SealedFile(FilePath).Read()).ErrorId
        );
        File.Delete(FilePath + ".key");
        Assert.Equal(
            "Exchange.SealBroken",
            Assert.Throws<ExchangeException>(() => new SealedFile(FilePath).Read()).ErrorId
        );
    }

    [Fact]
    public void Both_files_are_for_their_owner_alone()
    {
        new SealedFile(FilePath).Write(Content);

        Assert.All(Directory.GetFiles(_folder), file => Assert.Equal(Modes.OwnerFile, Modes.Of(file)));
    }

    [Fact]
    public void A_file_put_aside_leaves_room_for_a_new_one()
    {
        var file = new SealedFile(FilePath);
        file.Write(Content);

        var aside = file.SetAside();

        Assert.EndsWith(".bad", aside, StringComparison.Ordinal);
        Assert.True(File.Exists(aside));
        Assert.Null(file.Read());
        file.Write(Content);
        Assert.Equal(Content, file.Read());
    }

    [Fact]
    public void Deleting_takes_the_key_along()
    {
        var file = new SealedFile(FilePath);
        file.Write(Content);

        Assert.True(file.Delete());
        Assert.False(file.Delete());
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
