using System.Security.Cryptography;
using System.Text;
using Exchange.Tests.Support;

namespace Exchange.Tests.Cryptography;

/// <summary>One state of an HMAC is used again and again, and by many threads.</summary>
public sealed class KeyedHashTests
{
    private const string Secret = "a-secret-of-a-test";

    [Fact]
    public void Every_message_has_its_own_HMAC_however_many_were_before_it()
    {
        var hash = KeyedHashes.Sha256(Secret);
        foreach (var length in (int[])[0, 1, 63, 64, 65, 1000, 1, 0])
        {
            var message = new byte[length];
            var written = new byte[HMACSHA256.HashSizeInBytes];
            Assert.Equal(written.Length, hash.Write(message, written));
            Assert.Equal(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), message), written);
        }
    }

    [Fact]
    public void A_message_that_could_not_be_hashed_leaves_nothing_behind()
    {
        var hash = KeyedHashes.Sha384(Secret);
        Assert.Throws<ArgumentException>(() => hash.Write("left"u8, new byte[4]));
        var written = new byte[HMACSHA384.HashSizeInBytes];
        hash.Write("next"u8, written);
        Assert.Equal(HMACSHA384.HashData(Encoding.UTF8.GetBytes(Secret), "next"u8), written);
    }

    [Fact]
    public void Threads_never_share_a_state()
    {
        var hash = KeyedHashes.Sha384(Secret);
        Parallel.For(
            0,
            5_000,
            number =>
            {
                var message = BitConverter.GetBytes(number);
                var written = new byte[HMACSHA384.HashSizeInBytes];
                hash.Write(message, written);
                Assert.Equal(HMACSHA384.HashData(Encoding.UTF8.GetBytes(Secret), message), written);
            }
        );
    }
}
