using System.Security.Cryptography;
using System.Text;

namespace Exchange.Simulator.Strategy.Cryptography;

/// <summary>
/// Seals a session seed for the client's temporary key: HPKE mode Base with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
/// AES-256-GCM, info <c>okx-tee-sign</c>, sequence 0 (strategy.md 7.8; RFC 9180 4, 5).
/// </summary>
internal static class SessionSeal
{
    private const int TagLength = 16;

    private static readonly byte[] KemSuite = [.. "KEM"u8, 0x00, 0x20];
    private static readonly byte[] Suite = [.. "HPKE"u8, 0x00, 0x20, 0x00, 0x01, 0x00, 0x02];

    /// <summary>enc[32], ciphertext, tag[16].</summary>
    /// <exception cref="CryptographicException">The recipient's key is a point of low order.</exception>
    public static byte[] Seal(byte[] recipient, byte[] ephemeral, byte[] seed)
    {
        var encapsulated = Curves.X25519PublicKey(ephemeral);
        var agreed =
            Curves.X25519Agree(ephemeral, recipient) ?? throw new CryptographicException("The key agreement is zero.");
        var shared = Expand(
            KemSuite,
            Extract(KemSuite, [], "eae_prk", agreed),
            "shared_secret",
            [.. encapsulated, .. recipient],
            32
        );
        byte[] context =
        [
            0x00,
            .. Extract(Suite, [], "psk_id_hash", []),
            .. Extract(Suite, [], "info_hash", "okx-tee-sign"u8),
        ];
        var secret = Extract(Suite, shared, "secret", []);
        var (sealedSeed, tag) = (new byte[seed.Length], new byte[TagLength]);
        using var cipher = new AesGcm(Expand(Suite, secret, "key", context, 32), TagLength);
        cipher.Encrypt(Expand(Suite, secret, "base_nonce", context, 12), seed, sealedSeed, tag);
        return [.. encapsulated, .. sealedSeed, .. tag];
    }

    private static byte[] Extract(byte[] suite, byte[] salt, string label, ReadOnlySpan<byte> material) =>
        HKDF.Extract(HashAlgorithmName.SHA256, Labelled(suite, label, material), salt);

    private static byte[] Expand(byte[] suite, byte[] key, string label, ReadOnlySpan<byte> info, ushort length) =>
        HKDF.Expand(
            HashAlgorithmName.SHA256,
            key,
            length,
            [(byte)(length >> 8), (byte)length, .. Labelled(suite, label, info)]
        );

    private static byte[] Labelled(byte[] suite, string label, ReadOnlySpan<byte> rest) =>
        [.. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. rest];
}
