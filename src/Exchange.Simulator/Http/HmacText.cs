using System.Security.Cryptography;
using System.Text;

namespace Exchange.Simulator.Http;

/// <summary>Base64 of HMAC-SHA256 over text and the bytes behind it.</summary>
internal static class HmacText
{
    public static string Of(string secret, string text, ReadOnlySpan<byte> body = default)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes(text), .. body];
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message));
    }
}
