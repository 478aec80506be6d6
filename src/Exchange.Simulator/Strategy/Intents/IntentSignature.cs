using System.Globalization;
using System.Text;
using Exchange.Simulator.Strategy.Cryptography;

namespace Exchange.Simulator.Strategy.Intents;

/// <summary>Whether a session key signed what it is said to have signed (strategy.md 7.7, 8).</summary>
internal static class IntentSignature
{
    /// <summary>The text of an intent: its bytes on Solana, its EIP-191 digest on the other chains.</summary>
    public static bool IsOfText(string signature, string text, bool isSolana, byte[] publicKey)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return IsOfBytes(signature, isSolana ? bytes : Digest(bytes), publicKey);
    }

    /// <summary>Bytes as they are: an attestation document.</summary>
    public static bool IsOfBytes(string signature, byte[] message, byte[] publicKey)
    {
        var decoded = new byte[64];
        return Convert.TryFromBase64String(signature, decoded, out var length)
            && length == decoded.Length
            // The decoder ignores white space; the contract's text is 88 characters, padded.
            && signature.Length == 88
            && Curves.Ed25519Verifies(publicKey, message, decoded);
    }

    /// <summary>EIP-191: Keccak-256 over the prefix, the length in decimal, the bytes.</summary>
    public static byte[] Digest(byte[] text)
    {
        var length = text.Length.ToString(CultureInfo.InvariantCulture);
        return Curves.Keccak256([0x19, .. "Ethereum Signed Message:\n"u8, .. Encoding.ASCII.GetBytes(length), .. text]);
    }
}
