using System.Security.Cryptography;
using System.Text;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Auth;

/// <summary>bitopro.md 1.3: lower-case hex of HMAC-SHA384 over the ASCII bytes of the standard Base64 payload.</summary>
internal static class SignatureCheck
{
    private const int HexLength = 2 * HMACSHA384.HashSizeInBytes;

    /// <summary>The payload's bytes, when it is standard Base64 and the signature is its own.</summary>
    /// <exception cref="Refusal">401 <c>Invalid Signature</c>.</exception>
    public static byte[] Verify(string payload, string signature, byte[] secret)
    {
        // The decoder ignores white space; the live service's alphabet has none (and neither - nor _).
        if (signature.Length != HexLength || payload.AsSpan().IndexOfAny(" \t\r\n") >= 0)
        {
            throw Invalid();
        }
        Span<byte> hash = stackalloc byte[HMACSHA384.HashSizeInBytes];
        HMACSHA384.HashData(secret, Encoding.ASCII.GetBytes(payload), hash);
        if (!signature.Equals(Convert.ToHexString(hash).ToLowerInvariant(), StringComparison.Ordinal))
        {
            throw Invalid();
        }
        try
        {
            return Convert.FromBase64String(payload);
        }
        catch (FormatException)
        {
            throw Invalid();
        }
    }

    private static Refusal Invalid() => new(401, "Invalid Signature");
}
