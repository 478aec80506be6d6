using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Exchange.Cryptography;
using Exchange.Http;
using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>Signs with a key, or with a session's token, never with both and never with one for the other (okx-account.md 2.4, section 8).</summary>
internal sealed class OkxSigner(OkxConnection connection, Secret? token, TimeProvider clock, TimeSpan offset)
    : IRequestSigner
{
    // Letters, digits and marks that a URI keeps as they are; a percent sign is not among them.
    private static readonly SearchValues<char> Kept = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/?=&,"
    );

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
            Authorize(headers, request, body);
        }
        return new SignedRequest(headers, body);
    }

    internal static string Timestamp(DateTimeOffset now) =>
        string.Create(
            "yyyy-MM-ddTHH:mm:ss.fffZ".Length,
            now.UtcDateTime,
            static (text, time) =>
            {
                // The round-trip form is the quickest to write; it begins with the same characters.
                Span<char> whole = stackalloc char["yyyy-MM-ddTHH:mm:ss.fffffffZ".Length];
                time.TryFormat(whole, out _, "O", CultureInfo.InvariantCulture);
                whole[..(text.Length - 1)].CopyTo(text);
                text[^1] = 'Z';
            }
        );

    internal static string Signature(
        KeyedHash secret,
        string timestamp,
        string method,
        string target,
        ReadOnlySpan<byte> body
    )
    {
        var text = string.Concat(timestamp, method.ToUpperInvariant(), target);
        var prehash = new byte[Encoding.UTF8.GetByteCount(text) + body.Length];
        body.CopyTo(prehash.AsSpan(Encoding.UTF8.GetBytes(text, prehash)));
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        secret.Write(prehash, signature);
        return Convert.ToBase64String(signature);
    }

    // What is signed is what the socket will carry, without the base address's own path.
    internal static string Target(Uri address, ApiRequest request)
    {
        var target = request.PathAndQuery;
        return IsCarriedAsItIs(target) ? target : Carried(address.AbsoluteUri.TrimEnd('/'), target);
    }

    internal static string Carried(string prefix, string target) =>
        new Uri(prefix + target).PathAndQuery[new Uri(prefix).AbsolutePath.TrimEnd('/').Length..];

    // A segment that begins with a dot may name a folder above.
    private static bool IsCarriedAsItIs(string target) =>
        target.StartsWith('/')
        && !target.AsSpan().ContainsAnyExcept(Kept)
        && !target.Contains("/.", StringComparison.Ordinal);

    private void Authorize(List<KeyValuePair<string, string>> headers, ApiRequest request, byte[]? body)
    {
        if (connection.Key is not { } key)
        {
            var bearer = token ?? throw OkxError.NoCredentials();
            headers.Add(new("Authorization", bearer.Use(utf8 => $"Bearer {Encoding.UTF8.GetString(utf8)}")));
            return;
        }
        var timestamp = Timestamp(clock.GetUtcNow() + offset);
        var target = Target(connection.Address, request);
        headers.Add(new("OK-ACCESS-KEY", key.Key.Use(Encoding.UTF8.GetString)));
        headers.Add(new("OK-ACCESS-SIGN", Signature(key.Signature, timestamp, request.Method.Method, target, body)));
        headers.Add(new("OK-ACCESS-TIMESTAMP", timestamp));
        headers.Add(new("OK-ACCESS-PASSPHRASE", key.Passphrase.Use(Encoding.UTF8.GetString)));
    }
}
