using System.Security.Cryptography;
using System.Text;

namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>JSON web tokens: readable by the client, believed only when they are ours.</summary>
internal sealed class Jwt(byte[] key)
{
    private static readonly string Header = Encode("""{"alg":"HS256","typ":"JWT"}"""u8);

    public string Issue(string subject, string session, string use, long nowMs, long expiresMs, long number)
    {
        var payload = FormattableString.Invariant(
            $$"""{"iss":"web3-simulator","sub":"{{subject}}","sid":"{{session}}","use":"{{use}}","iat":{{nowMs / 1000}},"exp":{{expiresMs / 1000}},"jti":"{{number}}"}"""
        );
        var signed = $"{Header}.{Encode(Encoding.UTF8.GetBytes(payload))}";
        return $"{signed}.{Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
