using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Exchange.Cryptography;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <summary>Identification headers on every request, and the three headers that sign a private one (bitopro.md 1.2 to 1.5).</summary>
/// <param name="connection">For whom.</param>
/// <param name="nonces">Nonces, shared by all clients of a process.</param>
/// <param name="note">Hears what is worth a line of a verbose stream.</param>
public sealed class BitoProSigner(BitoProConnection connection, NonceSource nonces, Action<string>? note = null)
    : IRequestSigner
{
    private static readonly KeyValuePair<string, string>[] Identification =
    [
        new("User-Agent", "bitopro-spot/2.5.2 (Skill)"),
        new("X-Execution-Source", "Claude-Skill"),
        new("X-Skill-Name", "bitopro/spot"),
        new("X-Skill-Version", "2.5.2"),
        new("X-Client-Type", "AI-Agent"),
    ];

    /// <inheritdoc/>
    public string Scope => connection.Account ?? "public";

    /// <inheritdoc/>
    public SignedRequest Sign(ApiRequest request)
    {
        if (!request.IsPrivate)
        {
            return new SignedRequest(Identification, request.Body?.Invoke(0));
        }
        var credentials = connection.Credentials ?? throw MissingCredentials();
        var nonce = nonces.Next(credentials.MaskedKey, note);
        var body = request.Body?.Invoke(nonce);
        return new SignedRequest(SignedHeaders(credentials, body ?? IdentityPayload(credentials.Email, nonce)), body);
    }

    // bitopro.md 1.4: the payload of POST and PUT is the very body; of GET and DELETE it is identity and nonce.
    internal static byte[] IdentityPayload(string email, long nonce) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("identity", email);
            json.WriteNumber("nonce", nonce);
            json.WriteEndObject();
        });

    internal static string Signature(KeyedHash secret, string payload)
    {
        Span<byte> signature = stackalloc byte[HMACSHA384.HashSizeInBytes];
        secret.Write(Encoding.ASCII.GetBytes(payload), signature);
        return Convert.ToHexString(signature).ToLowerInvariant();
    }

    private static KeyValuePair<string, string>[] SignedHeaders(BitoProCredentials credentials, byte[] payload)
    {
        var text = Convert.ToBase64String(payload);
        return
        [
            .. Identification,
            new("X-BITOPRO-APIKEY", credentials.Key.Reveal()),
            new("X-BITOPRO-PAYLOAD", text),
            new("X-BITOPRO-SIGNATURE", Signature(credentials.Signature, text)),
        ];
    }

    private static ExchangeException MissingCredentials() =>
        BitoProError.CredentialsMissing([
            BitoProCredentials.KeyVariable,
            BitoProCredentials.SecretVariable,
            BitoProCredentials.EmailVariable,
        ]);
}
