using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx.OAuth;

/// <summary>The parameters of a token or device call: a form, or a JSON object (okx-account.md 5.1).</summary>
internal sealed class OAuthParameters
{
    private readonly Func<string, string?> _value;

    private OAuthParameters(Func<string, string?> value) => _value = value;

    /// <summary>A parameter; null when absent or empty.</summary>
    public string? this[string name] => _value(name) is { Length: > 0 } text ? text : null;

    /// <exception cref="OAuthRefusal">415 for a content type that is not taken, 400 for a body that does not parse.</exception>
    public static OAuthParameters Read(Call call, OkxBehaviour behaviour)
    {
        var type = call.Headers["Content-Type"] ?? "";
        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            if (behaviour.JsonOnly)
            {
                throw new OAuthRefusal("invalid_request", "Unsupported content type.", 415);
            }
            return new(call.Form().Text);
        }
        return type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            ? new(ReadJson(call.Body))
            : throw new OAuthRefusal("invalid_request", "Unsupported content type.", 415);
    }

    private static Func<string, string?> ReadJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object
                ? name => root.Text(name)
                : throw new OAuthRefusal("invalid_request", "The body is not an object.");
        }
        catch (JsonException)
        {
            throw new OAuthRefusal("invalid_request", "The body is not JSON.");
        }
    }
}
