using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Math.EC.Rfc7748;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Exchange.Simulator.Tests.Support;

/// <summary>The client's half of the wallet's cryptography: opens a sealed seed and signs with it (strategy.md 7.7, 7.8).</summary>
internal static class WalletKeys
{
    private static readonly byte[] Kem = [.. "KEM"u8, 0, 0x20];
    private static readonly byte[] Suite = [.. "HPKE"u8, 0, 0x20, 0, 1, 0, 2];

    public static byte[] PublicKey(byte[] privateKey)
    {
        var key = new byte[32];
        X25519.ScalarMultBase(privateKey, 0, key, 0);
        return key;
    }

    public static byte[] Open(byte[] privateKey, string sealedSeed)
    {
        var blob = Convert.FromBase64String(sealedSeed);
        var enc = blob[..32];
        var dh = new byte[32];
        X25519.ScalarMult(privateKey, 0, enc, 0, dh, 0);
        var shared = Expand(
            Kem,
            Extract(Kem, [], "eae_prk", dh),
            "shared_secret",
            [.. enc, .. PublicKey(privateKey)],
            32
        );
        byte[] context =
        [
            0,
            .. Extract(Suite, [], "psk_id_hash", []),
            .. Extract(Suite, [], "info_hash", Encoding.ASCII.GetBytes("okx-tee-sign")),
        ];
        var secret = Extract(Suite, shared, "secret", []);
        var seed = new byte[blob.Length - 48];
        using var cipher = new AesGcm(Expand(Suite, secret, "key", context, 32), 16);
        cipher.Decrypt(Expand(Suite, secret, "base_nonce", context, 12), blob[32..^16], blob[^16..], seed);
        return seed;
    }

    public static string Sign(byte[] seed, byte[] message)
    {
        var signature = new byte[64];
        Ed25519.Sign(seed, 0, message, 0, message.Length, signature, 0);
        return Convert.ToBase64String(signature);
    }

    /// <summary>Signs the text of an intent, for the family of its chain.</summary>
    public static string SignText(byte[] seed, string text, bool isSolana)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Sign(seed, isSolana ? bytes : Eip191(bytes));
    }

    public static byte[] Eip191(byte[] bytes)
    {
        var head = Encoding.ASCII.GetBytes(
            "\u0019Ethereum Signed Message:\n" + bytes.Length.ToString(CultureInfo.InvariantCulture)
        );
        var keccak = new KeccakDigest(256);
        keccak.BlockUpdate(head, 0, head.Length);
        keccak.BlockUpdate(bytes, 0, bytes.Length);
        var hash = new byte[32];
        keccak.DoFinal(hash, 0);
        return hash;
    }

    private static byte[] Extract(byte[] suite, byte[] salt, string label, byte[] ikm) =>
        HKDF.Extract(
            HashAlgorithmName.SHA256,
            [.. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. ikm],
            salt
        );

    private static byte[] Expand(byte[] suite, byte[] prk, string label, byte[] info, int length) =>
        HKDF.Expand(
            HashAlgorithmName.SHA256,
            prk,
            length,
            [0, (byte)length, .. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. info]
        );
}
