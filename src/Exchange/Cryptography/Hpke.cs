using System.Security.Cryptography;

namespace Exchange.Cryptography;

/// <summary>
/// Opens what was sealed with HPKE (RFC 9180) in mode Base: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, empty
/// additional data, first message. Whatever secret is made on the way is overwritten.
/// </summary>
internal static class Hpke
{
    private const int TagLength = 16;
    private const int KeyLength = 32;
    private const int NonceLength = 12;

    // "KEM" with the KEM's id, and "HPKE" with the ids of KEM, KDF and AEAD: RFC 9180, sections 4.1 and 5.1.
    private static readonly byte[] KemSuite = [.. "KEM"u8, 0x00, 0x20];
    private static readonly byte[] Suite = [.. "HPKE"u8, 0x00, 0x20, 0x00, 0x01, 0x00, 0x02];

    /// <summary>The plain text; the caller overwrites it.</summary>
    /// <param name="privateKey">The recipient's, 32 bytes.</param>
    /// <param name="sealedText">The encapsulated key (32 bytes), the cipher text, and its tag (16 bytes).</param>
    /// <param name="info">What both sides know of the purpose.</param>
    /// <exception cref="CryptographicException">It was not sealed for this key and purpose, or was changed.</exception>
    public static byte[] Open(byte[] privateKey, ReadOnlySpan<byte> sealedText, ReadOnlySpan<byte> info)
    {
        if (sealedText.Length < X25519.KeyLength + TagLength)
        {
            throw new CryptographicException("The sealed text is too short.");
        }
        var keys = KeysFor(privateKey, sealedText[..X25519.KeyLength].ToArray(), info);
        var plain = new byte[sealedText.Length - X25519.KeyLength - TagLength];
        try
        {
            using var aes = new AesGcm(keys.Key, TagLength);
            aes.Decrypt(keys.Nonce, sealedText[X25519.KeyLength..^TagLength], sealedText[^TagLength..], plain);
            return plain;
        }
        finally
        {
            keys.Overwrite();
        }
    }

    internal static HpkeKeys KeysFor(byte[] privateKey, byte[] encapsulated, ReadOnlySpan<byte> info)
    {
        var shared = SharedSecret(privateKey, encapsulated);
        byte[] context = [0x00, .. Extract(Suite, [], "psk_id_hash"u8, []), .. Extract(Suite, [], "info_hash"u8, info)];
        var secret = Extract(Suite, shared, "secret"u8, []);
        try
        {
            return new HpkeKeys(
                shared,
                Expand(Suite, secret, "key"u8, context, KeyLength),
                Expand(Suite, secret, "base_nonce"u8, context, NonceLength)
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static byte[] SharedSecret(byte[] privateKey, byte[] encapsulated)
    {
        var agreed = X25519.Agree(privateKey, encapsulated);
        var prk = Extract(KemSuite, [], "eae_prk"u8, agreed);
        try
        {
            byte[] context = [.. encapsulated, .. X25519.PublicKeyOf(privateKey)];
            return Expand(KemSuite, prk, "shared_secret"u8, context, KeyLength);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(agreed);
            CryptographicOperations.ZeroMemory(prk);
        }
    }

    private static byte[] Extract(
        byte[] suite,
        byte[] salt,
        ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> inputKeyMaterial
    )
    {
        byte[] labeled = [.. "HPKE-v1"u8, .. suite, .. label, .. inputKeyMaterial];
        try
        {
            return HKDF.Extract(HashAlgorithmName.SHA256, labeled, salt);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(labeled);
        }
    }

    private static byte[] Expand(byte[] suite, byte[] prk, ReadOnlySpan<byte> label, byte[] info, int length)
    {
        byte[] labeled = [(byte)(length >> 8), (byte)length, .. "HPKE-v1"u8, .. suite, .. label, .. info];
        return HKDF.Expand(HashAlgorithmName.SHA256, prk, length, labeled);
    }
}

/// <summary>What the key schedule yields.</summary>
internal readonly record struct HpkeKeys(byte[] Shared, byte[] Key, byte[] Nonce)
{
    public void Overwrite()
    {
        CryptographicOperations.ZeroMemory(Shared);
        CryptographicOperations.ZeroMemory(Key);
        CryptographicOperations.ZeroMemory(Nonce);
    }
}
