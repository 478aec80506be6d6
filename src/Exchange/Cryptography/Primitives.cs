using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using BcEd25519 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;
using BcX25519 = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace Exchange.Cryptography;

// The whole of what is used of BouncyCastle. Nothing here verifies or parses what others made: docs/security.md says which
// published weaknesses the library has, and why these few functions are outside of them.

/// <summary>Ed25519 (RFC 8032), signing only.</summary>
internal static class Ed25519
{
    public const int SeedLength = 32;
    public const int SignatureLength = 64;

    /// <summary>The 64-byte signature of <paramref name="message"/> by the key of a 32-byte seed.</summary>
    public static byte[] Sign(byte[] seed, byte[] message)
    {
        Lengths.Check(seed, SeedLength, nameof(seed));
        var signature = new byte[SignatureLength];
        BcEd25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return signature;
    }

    /// <summary>The 32-byte public key of a seed.</summary>
    public static byte[] PublicKeyOf(byte[] seed)
    {
        Lengths.Check(seed, SeedLength, nameof(seed));
        var key = new byte[32];
        BcEd25519.GeneratePublicKey(seed, 0, key, 0);
        return key;
    }
}

/// <summary>X25519 (RFC 7748).</summary>
internal static class X25519
{
    public const int KeyLength = 32;

    /// <summary>The public key of a private one.</summary>
    public static byte[] PublicKeyOf(byte[] privateKey)
    {
        Lengths.Check(privateKey, KeyLength, nameof(privateKey));
        var key = new byte[KeyLength];
        BcX25519.ScalarMultBase(privateKey, 0, key, 0);
        return key;
    }

    /// <summary>The shared secret; the caller overwrites it.</summary>
    /// <exception cref="CryptographicException">It is all zero: the other side's key is of small order (RFC 7748, section 6.1).</exception>
    public static byte[] Agree(byte[] privateKey, byte[] publicKey)
    {
        Lengths.Check(privateKey, KeyLength, nameof(privateKey));
        Lengths.Check(publicKey, KeyLength, nameof(publicKey));
        var shared = new byte[KeyLength];
        return BcX25519.CalculateAgreement(privateKey, 0, publicKey, 0, shared, 0)
            ? shared
            : throw new CryptographicException("The shared secret is zero.");
    }
}

/// <summary>Keccak-256 with the original padding, as Ethereum uses it; not SHA3-256.</summary>
internal static class Keccak256
{
    public static byte[] Hash(params ReadOnlySpan<byte[]> parts)
    {
        var digest = new KeccakDigest(256);
        foreach (var part in parts)
        {
            digest.BlockUpdate(part, 0, part.Length);
        }
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return hash;
    }
}

internal static class Lengths
{
    public static void Check(byte[] value, int length, string name)
    {
        if (value.Length != length)
        {
            throw new CryptographicException($"The {name} is not {length} bytes long.");
        }
    }
}
