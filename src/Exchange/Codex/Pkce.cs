using System.Security.Cryptography;
using System.Text;

namespace Exchange.Codex;

/// <summary>Makes so many random bytes; from a cryptographic source unless a test says otherwise.</summary>
public delegate byte[] RandomBytes(int count);

/// <summary>Proof key for code exchange (codex-auth.md section 4; RFC 7636).</summary>
internal static class Pkce
{
    private const int Bytes = 32;

    /// <summary>43 characters of base64url.</summary>
    public static string NewVerifier(RandomBytes random) => Base64Url.Encode(random(Bytes));

    /// <summary>43 characters of base64url.</summary>
    public static string NewState(RandomBytes random) => Base64Url.Encode(random(Bytes));

    /// <summary>The challenge is made from the verifier's text, not from the bytes behind it.</summary>
    public static string Challenge(string verifier) =>
        Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}

/// <summary>Base64 with the URL alphabet and without padding.</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The bytes; null when it is not such text.</summary>
    public static byte[]? Decode(string text)
    {
        var plain = text.Replace('-', '+').Replace('_', '/');
        var padded = plain.PadRight((plain.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
