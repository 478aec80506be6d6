using System.Globalization;
using System.Text;

namespace Exchange.Cryptography;

/// <summary>What Ethereum makes of texts and addresses with Keccak-256.</summary>
internal static class Ethereum
{
    private const string MessagePrefix = "\u0019Ethereum Signed Message:\n";

    /// <summary>The 32-byte digest of a personal message (EIP-191, version 0x45).</summary>
    public static byte[] MessageDigest(byte[] message)
    {
        var prefix = MessagePrefix + message.Length.ToString(CultureInfo.InvariantCulture);
        return Keccak256.Hash(Encoding.ASCII.GetBytes(prefix), message);
    }

    /// <summary>The address with the case of its letters as checksum (EIP-55).</summary>
    /// <param name="address">0x and 40 hexadecimal digits, in any case.</param>
    public static string WithChecksum(string address)
    {
        var lower = address[2..].ToLowerInvariant();
        var hash = Convert.ToHexString(Keccak256.Hash(Encoding.ASCII.GetBytes(lower)));
        return "0x"
            + string.Create(
                lower.Length,
                (lower, hash),
                static (text, from) =>
                {
                    for (var i = 0; i < text.Length; i++)
                    {
                        text[i] = from.hash[i] >= '8' ? char.ToUpperInvariant(from.lower[i]) : from.lower[i];
                    }
                }
            );
    }

    /// <summary>False when the letters have mixed case that is not the checksum's: a digit may be mistyped.</summary>
    public static bool ChecksumHolds(string address)
    {
        var digits = address[2..];
        return !(digits.Any(char.IsAsciiLetterUpper) && digits.Any(char.IsAsciiLetterLower))
            || digits == WithChecksum(address)[2..];
    }
}
