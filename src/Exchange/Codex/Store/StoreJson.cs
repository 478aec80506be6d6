using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exchange.Codex.Store;

/// <summary>
/// JSON of another program: what is not edited keeps its text, numbers and escapes to the letter; the layout is that program's own
/// (codex-auth.md 5.8, row 6).
/// </summary>
internal static class StoreJson
{
    private const int Indent = 2;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The object, or null for nothing but white space.</summary>
    /// <exception cref="JsonException">It is not one JSON object, or has a member twice, or is not UTF-8.</exception>
    public static JsonObject? Parse(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            if (string.IsNullOrWhiteSpace(Strict.GetString(text)))
            {
                return null;
            }
            RefuseDuplicates(text);
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("It is not an object.");
        }
        catch (Exception trouble) when (trouble is DecoderFallbackException or InvalidOperationException)
        {
            throw new JsonException("It holds text that is not Unicode.", trouble);
        }
    }

    /// <summary>The text of a node; null when it is none, or holds half of a surrogate pair.</summary>
    public static string? Text(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Two spaces, line feeds, one at the end, no byte order mark.</summary>
    public static byte[] Write(JsonNode node)
    {
        var json = new StringBuilder();
        Write(json, node, 0);
        return Encoding.UTF8.GetBytes(json.Append('\n').ToString());
    }

    /// <summary>True when both have the same members in the same order, with the same text.</summary>
    public static bool AreSame(JsonNode? one, JsonNode? other)
    {
        if (one is null || other is null)
        {
            return one is null && other is null;
        }
        return Write(one).AsSpan().SequenceEqual(Write(other));
    }

    // By hand, because the runtime's writer neither lays out what it takes over as it stands nor ends lines alike everywhere.
    private static void Write(StringBuilder json, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                json.Append("null");
                return;
            case JsonObject members:
                WriteParts(json, '{', '}', members, depth, member => WriteMember(json, member, depth + 1));
                return;
            case JsonArray items:
                WriteParts(json, '[', ']', items, depth, item => Write(json, item, depth + 1));
                return;
            case JsonValue value when value.TryGetValue<JsonElement>(out var read):
                json.Append(read.GetRawText());
                return;
            case JsonValue value when value.TryGetValue<string>(out var text):
                WriteText(json, text);
                return;
            default:
                json.Append(node.ToJsonString());
                return;
        }
    }

    private static void WriteParts<T>(
        StringBuilder json,
        char open,
        char close,
        ICollection<T> parts,
        int depth,
        Action<T> write
    )
    {
        json.Append(open);
        var separator = "";
        foreach (var part in parts)
        {
            json.Append(separator).Append('\n').Append(' ', (depth + 1) * Indent);
            write(part);
            separator = ",";
        }
        if (parts.Count > 0)
        {
            json.Append('\n').Append(' ', depth * Indent);
        }
        json.Append(close);
    }

    private static void WriteMember(StringBuilder json, KeyValuePair<string, JsonNode?> member, int depth)
    {
        WriteText(json, member.Key);
        json.Append(": ");
        Write(json, member.Value, depth);
    }

    private static void WriteText(StringBuilder json, string text) =>
        json.Append('"').Append(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append('"');

    private static void RefuseDuplicates(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new HashSet<string>(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek().Add(reader.GetString()!):
                    throw new JsonException("It has a member twice.");
            }
        }
    }
}
