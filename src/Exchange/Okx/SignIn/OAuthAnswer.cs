using System.Globalization;
using System.Text.Json;
using Exchange.Http;
using Exchange.Okx.Wire;

namespace Exchange.Okx.SignIn;

/// <summary>
/// An answer of the sign-in service, read tolerantly: plain, as an error of RFC 6749, or in OKX's envelope, with names of either case
/// (okx-account.md 5.1). Holds secrets.
/// </summary>
internal sealed class OAuthAnswer
{
    // What an envelope may say in msg instead of error.
    private static readonly string[] Words =
    [
        "authorization_pending",
        "slow_down",
        "access_denied",
        "expired_token",
        "invalid_grant",
        "invalid_client",
        "unsupported_grant_type",
    ];

    private readonly JsonElement _fields;

    private OAuthAnswer(ApiReply reply, JsonElement fields, string? error, string? description)
    {
        Status = reply.Status;
        RetryAfter = reply.RetryAfter;
        _fields = fields;
        Error = error;
        Description = description;
    }

    public int Status { get; }

    public TimeSpan? RetryAfter { get; }

    /// <summary>RFC 6749's word, or the envelope's code; null for a success.</summary>
    public string? Error { get; }

    /// <summary>The service's own words, not yet redacted.</summary>
    public string? Description { get; }

    /// <summary>True when it is no answer of the service: not JSON, a redirection, or trouble of its own (5xx).</summary>
    public bool IsTrouble { get; private init; }

    public static OAuthAnswer Read(ApiReply reply)
    {
        // A redirection, which is never followed, is most often a portal's that wants to be signed in to first.
        if (reply.Status is >= 500 or (>= 300 and < 400) || OkxEnvelope.Read(reply) is not { } envelope)
        {
            return new OAuthAnswer(reply, default, Unnamed(reply), null) { IsTrouble = true };
        }
        var item = envelope.Items.FirstOrDefault();
        if (envelope.Code is not (null or "0"))
        {
            var word = WordIn(envelope, item) ?? envelope.Code;
            return new OAuthAnswer(reply, envelope.Root, word, envelope.Message);
        }
        var fields = envelope.Code is null ? envelope.Root : item?.Fields ?? default;
        var error = OkxEnvelope.Text(fields, "error") is { Length: > 0 } named ? named : null;
        return new OAuthAnswer(
            reply,
            fields,
            error ?? (reply.IsSuccess ? null : Unnamed(reply)),
            OkxEnvelope.Text(fields, "error_description") ?? OkxEnvelope.Text(fields, "errorDescription")
        );
    }

    /// <summary>A field by its name of RFC 6749, or the same in camel case; null when it is missing or empty.</summary>
    public string? Text(string name) =>
        OkxEnvelope.Text(_fields, name) is { Length: > 0 } text ? text
        : OkxEnvelope.Text(_fields, Camel(name)) is { Length: > 0 } camel ? camel
        : null;

    /// <summary>A field that must be there.</summary>
    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.protocol_error</c>, naming the field.</exception>
    public string Required(string name) => Text(name) ?? throw Protocol($"The sign-in service's answer lacks {name}.");

    /// <summary>Whole seconds, written as a number or as text; null when it is missing or neither.</summary>
    public int? Seconds(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (int)Math.Clamp(decimal.Floor(value), int.MinValue, int.MaxValue)
            : null;

    /// <summary>A list of words: separated by blanks, or an array.</summary>
    public string[]? List(string name) =>
        JsonWords.Find(_fields, name, out var value) && value.ValueKind == JsonValueKind.Array
            ?
            [
                .. value
                    .EnumerateArray()
                    .Select(item => JsonWords.Of(item) ?? item.ToString())
                    .Where(item => item.Length > 0),
            ]
            : Text(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The service did not keep to the protocol; nothing of its answer is shown.</summary>
    public static ExchangeException Protocol(string what) =>
        OkxError.Authentication("protocol_error", what, "Nothing was kept. Repeat later; if it stays, use an API key.");

    private static string Unnamed(ApiReply reply) => $"http_{reply.Status.ToString(CultureInfo.InvariantCulture)}";

    private static string? WordIn(OkxEnvelope envelope, OkxItem? item) =>
        new[] { OkxEnvelope.Text(envelope.Root, "error"), item?.Text("error"), envelope.Message }.FirstOrDefault(word =>
            Words.Contains(word, StringComparer.Ordinal)
        );

    private static string Camel(string name)
    {
        var parts = name.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
