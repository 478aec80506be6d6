using System.Security.Cryptography;
using System.Text;
using Exchange.Cryptography;

namespace Exchange.Tests.Support;

/// <summary>HMACs over the secrets of tests.</summary>
internal static class KeyedHashes
{
    public static KeyedHash Sha256(string secret) => Of(HashAlgorithmName.SHA256, secret);

    public static KeyedHash Sha384(string secret) => Of(HashAlgorithmName.SHA384, secret);

    private static KeyedHash Of(HashAlgorithmName algorithm, string secret) =>
        new(() => IncrementalHash.CreateHMAC(algorithm, Encoding.UTF8.GetBytes(secret)));
}
