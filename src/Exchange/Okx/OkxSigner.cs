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
    private const int LongestOnStack = 512;

    // Letters, digits and marks that a URI keeps as they are; a percent sign is not among them.
    private static readonly SearchValues<char> Kept = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~/?=&,"
    );

    /// <summary>An HTTP library's own name is turned away at the service's edge (okx-account.md 5.1).</summary>
    public static string UserAgent { get; } =
        $"okx-powershell/{typeof(OkxSigner).Assembly.GetName().Version?.ToString(3)}";

    private static readonly KeyValuePair<string, string> Agent = new("User-Agent", UserAgent);

    /// <inheritdoc/>
    public string Scope => connection.Account ?? "public";

    /// <inheritdoc/>
    public SignedRequest Sign(ApiRequest request)
    {
        var body = request.Body?.Invoke(0);
        KeyValuePair<string, string>[] headers = request.IsPrivate ? Authorized(request, body) : [Agent];
        return new SignedRequest(connection.IsDemo ? [.. headers, new("x-simulated-trading", "1")] : headers, body);
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
        var most = Encoding.UTF8.GetMaxByteCount(timestamp.Length + method.Length + target.Length) + body.Length;
        var prehash = most <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[most];
        var length = Encoding.UTF8.GetBytes(timestamp, prehash);
        length += Encoding.UTF8.GetBytes(method.ToUpperInvariant(), prehash[length..]);
        length += Encoding.UTF8.GetBytes(target, prehash[length..]);
        body.CopyTo(prehash[length..]);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        secret.Write(prehash[..(length + body.Length)], signature);
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

    private KeyValuePair<string, string>[] Authorized(ApiRequest request, byte[]? body)
    {
        if (connection.Key is not { } key)
        {
            return [Agent, new("Authorization", "Bearer " + (token ?? throw OkxError.NoCredentials()).Reveal())];
        }
        var timestamp = Timestamp(clock.GetUtcNow() + offset);
        var target = Target(connection.Address, request);
        return
        [
            Agent,
            new("OK-ACCESS-KEY", key.KeyText),
            new("OK-ACCESS-SIGN", Signature(key.Signature, timestamp, request.Method.Method, target, body)),
            new("OK-ACCESS-TIMESTAMP", timestamp),
            new("OK-ACCESS-PASSPHRASE", key.Passphrase.Reveal()),
        ];
    }
}
