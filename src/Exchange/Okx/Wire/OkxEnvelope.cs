using System.Text.Json;
using Exchange.Http;

namespace Exchange.Okx.Wire;

/// <summary>One item of an envelope's data, and what it says of itself.</summary>
/// <param name="Fields">As it came.</param>
internal sealed record OkxItem(JsonElement Fields)
{
    /// <summary><c>sCode</c>; <c>0</c> where an item says nothing of itself.</summary>
    public string Code => Text("sCode") is { Length: > 0 } code ? code : "0";

    /// <summary><c>sMsg</c></summary>
    public string? Message => Text("sMsg");

    public bool IsRefused => Code != "0";

    /// <summary>A text or number of the item as text; null when it has none of that name.</summary>
    public string? Text(string name) => OkxEnvelope.Text(Fields, name);
}

/// <summary>The answer of every call: <c>code</c>, <c>msg</c>, <c>data</c> (okx-account.md section 8).</summary>
/// <param name="Root">All of it; undefined when the answer is empty.</param>
/// <param name="Code">Text; null when the answer has none, which counts as success.</param>
/// <param name="Message">The service's words.</param>
/// <param name="Data">Undefined when the answer has none.</param>
internal sealed record OkxEnvelope(JsonElement Root, string? Code, string? Message, JsonElement Data)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ReplyDecoder.MaximumDepth };

    /// <summary>The items of the data; a single object is a list of one.</summary>
    public IEnumerable<OkxItem> Items =>
        Data.ValueKind switch
        {
            JsonValueKind.Array => Data.EnumerateArray().Select(item => new OkxItem(item)),
            JsonValueKind.Object => [new OkxItem(Data)],
            _ => [],
        };

    /// <summary>The envelope of an answer; an empty one of an empty answer; null when it is not JSON, or JSON of another kind.</summary>
    public static OkxEnvelope? Read(ApiReply reply)
    {
        if (reply.Body.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new OkxEnvelope(default, null, null, default);
        }
        // What was repaired may have been a digit of an order's id.
        if (reply is { IsSuccess: true, IsUtf8: false })
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(reply.Body, Options);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text or number as text.</summary>
    public static string? Text(JsonElement element, string name) =>
        JsonWords.Find(element, name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => Text(value),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    // Half of a surrogate pair is valid JSON and no text.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static OkxEnvelope Of(JsonElement root) =>
        new(root, Text(root, "code"), Text(root, "msg"), JsonWords.Find(root, "data", out var data) ? data : default);
}
