using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Exchange.Http;

/// <summary>Bytes of an answer into a typed value; whatever is wrong with them becomes <c>InvalidReply</c>.</summary>
internal static class ReplyDecoder
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaximumDepth = 64;

    public static T Decode<TWire, T>(
        ApiService service,
        ApiRequest request,
        ApiReply reply,
        JsonTypeInfo<TWire> type,
        Func<TWire, T> map
    )
        where TWire : class
    {
        if (!reply.IsUtf8)
        {
            throw Invalid(service, request, reply, "it is not UTF-8");
        }
        try
        {
            var wire = JsonSerializer.Deserialize(reply.Body.Span, type);
            return map(wire ?? throw Invalid(service, request, reply, "it is null"));
        }
        catch (JsonException trouble)
        {
            throw Invalid(service, request, reply, What(reply, trouble));
        }
        // The second: a mapping met text that is no Unicode.
        catch (Exception trouble) when (trouble is NotSupportedException or InvalidOperationException)
        {
            throw Invalid(service, request, reply, "it has a shape that cannot be read");
        }
    }

    private static string What(ApiReply reply, JsonException trouble)
    {
        if (reply.Body.IsEmpty)
        {
            return "it is empty";
        }
        if (LooksLikeHtml(reply))
        {
            return "it is an HTML page, not JSON";
        }
        return trouble.Path is null or "$"
            ? "it is not whole or not JSON"
            : $"it is not whole, or its field {trouble.Path} is not what the contract says";
    }

    public static bool LooksLikeHtml(ApiReply reply) =>
        reply.ContentType is "text/html" or "application/xhtml+xml"
        || reply.Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    private static ExchangeException Invalid(ApiService service, ApiRequest request, ApiReply reply, string what) =>
        ApiErrors.Answered(
            service,
            request,
            reply,
            service.ErrorWithoutAnswer?.Invoke(request, new UnusableAnswer(null, what)) ?? ApiErrors.InvalidReply(what),
            reply.Attempts
        );
}
