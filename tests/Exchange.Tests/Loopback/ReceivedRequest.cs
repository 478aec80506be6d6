using System.Text;

namespace Exchange.Tests.Loopback;

/// <summary>A request as its bytes arrived.</summary>
internal sealed record ReceivedRequest(
    int Connection,
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body
)
{
    public string Path => Target.Split('?')[0];

    public string Query => Target.Contains('?', StringComparison.Ordinal) ? Target[(Target.IndexOf('?') + 1)..] : "";

    public string Endpoint => $"{Method} {Path}";

    public string BodyText => Encoding.UTF8.GetString(Body);

    /// <summary>The only value of a header, or null.</summary>
    public string? Header(string name) =>
        Headers.SingleOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public string PayloadText => Encoding.UTF8.GetString(Convert.FromBase64String(Header("X-BITOPRO-PAYLOAD")!));

    /// <summary>The nonce of the signed payload.</summary>
    public long Nonce
    {
        get
        {
            using var payload = System.Text.Json.JsonDocument.Parse(PayloadText);
            return payload.RootElement.GetProperty("nonce").GetInt64();
        }
    }
}
