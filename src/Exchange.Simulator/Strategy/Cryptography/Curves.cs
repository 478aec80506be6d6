using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Math.EC.Rfc7748;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Exchange.Simulator.Strategy.Cryptography;

/// <summary>What the runtime lacks: Ed25519, X25519 and Keccak, from BouncyCastle, for the simulator alone.</summary>
internal static class Curves
{
    public const int KeyLength = 32;

    public static byte[] Ed25519PublicKey(byte[] seed)
    {
        var key = new byte[KeyLength];
        Ed25519.GeneratePublicKey(seed, 0, key, 0);
        return key;
    }

    public static bool Ed25519Verifies(byte[] publicKey, byte[] message, byte[] signature) =>
        signature.Length == Ed25519.SignatureSize
        && Ed25519.Verify(signature, 0, publicKey, 0, message, 0, message.Length);

    public static byte[] X25519PublicKey(byte[] privateKey)
    {
        var key = new byte[KeyLength];
        X25519.ScalarMultBase(privateKey, 0, key, 0);
        return key;
    }

    /// <summary>The shared secret; null when it is all zero (RFC 7748 6.1).</summary>
    public static byte[]? X25519Agree(byte[] privateKey, byte[] publicKey)
    {
        var secret = new byte[KeyLength];
        return X25519.CalculateAgreement(privateKey, 0, publicKey, 0, secret, 0) ? secret : null;
    }

    /// <summary>Keccak-256 with the original padding, not SHA3-256.</summary>
    public static byte[] Keccak256(ReadOnlySpan<byte> message)
    {
        var digest = new KeccakDigest(256);
        digest.BlockUpdate(message.ToArray(), 0, message.Length);
        var hash = new byte[32];
        digest.DoFinal(hash, 0);
        return hash;
    }
}
