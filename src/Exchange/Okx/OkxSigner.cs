using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exchange.Http;
using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>Signs with a key, or with a session's token, never with both and never with one for the other (okx-account.md 2.4, section 8).</summary>
internal sealed class OkxSigner(OkxConnection connection, Secret? token, TimeProvider clock, TimeSpan offset)
    : IRequestSigner
{
    /// <summary>An HTTP library's own name is turned away at the service's edge (okx-account.md 5.1).</summary>
    public static string UserAgent { get; } =
        $"okx-powershell/{typeof(OkxSigner).Assembly.GetName().Version?.ToString(3)}";

    /// <inheritdoc/>
    public string Scope => connection.Account ?? "public";

    /// <inheritdoc/>
    public SignedRequest Sign(ApiRequest request)
    {
        var headers = new List<KeyValuePair<string, string>>(6) { new("User-Agent", UserAgent) };
        if (connection.IsDemo)
        {
            headers.Add(new("x-simulated-trading", "1"));
        }
        var body = request.Body?.Invoke(0);
        if (request.IsPrivate)
        {
            headers.AddRange(Authorization(request, body));
        }
        return new SignedRequest(headers, body);
    }

    internal static string Timestamp(DateTimeOffset now) =>
        now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    internal static string Signature(
        ReadOnlySpan<byte> secret,
        string timestamp,
        string method,
        string target,
        ReadOnlySpan<byte> body
    )
    {
        byte[] prehash = [.. Encoding.UTF8.GetBytes(timestamp + method.ToUpperInvariant() + target), .. body];
        return Convert.ToBase64String(HMACSHA256.HashData(secret, prehash));
    }

    // What is signed is what the socket will carry, without the base address's own path.
    internal static string Target(Uri address, ApiRequest request)
    {
        var prefix = address.AbsoluteUri.TrimEnd('/');
        return new Uri(prefix + request.PathAndQuery).PathAndQuery[new Uri(prefix).AbsolutePath.TrimEnd('/').Length..];
    }

    private IEnumerable<KeyValuePair<string, string>> Authorization(ApiRequest request, byte[]? body)
    {
        if (connection.Key is not { } key)
        {
            var bearer = token ?? throw OkxError.NoCredentials();
            return [new("Authorization", bearer.Use(utf8 => $"Bearer {Encoding.UTF8.GetString(utf8)}"))];
        }
        var timestamp = Timestamp(clock.GetUtcNow() + offset);
        var target = Target(connection.Address, request);
        return
        [
            new("OK-ACCESS-KEY", key.Key.Use(Encoding.UTF8.GetString)),
            new(
                "OK-ACCESS-SIGN",
                key.SecretKey.Use(secret => Signature(secret, timestamp, request.Method.Method, target, body))
            ),
            new("OK-ACCESS-TIMESTAMP", timestamp),
            new("OK-ACCESS-PASSPHRASE", key.Passphrase.Use(Encoding.UTF8.GetString)),
        ];
    }
}
