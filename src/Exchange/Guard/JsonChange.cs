using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Exchange.Guard;

/// <summary>One member of an object that is to be written anew.</summary>
/// <param name="Path">Names from the outside in.</param>
/// <param name="Write">Writes the value.</param>
internal sealed record JsonChange(string[] Path, Action<Utf8JsonWriter> Write)
{
    /// <summary>Chinese and other text stays readable.</summary>
    internal static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static JsonChange Of(string text, params string[] path) => new(path, json => json.WriteStringValue(text));

    public static JsonChange Of(decimal number, params string[] path) =>
        new(path, json => json.WriteRawValue(ExactDecimal.Format(number)));

    /// <summary>A copy of the object with the changes; every other member keeps its bytes.</summary>
    public static JsonElement Apply(JsonElement owner, params JsonChange[] changes)
    {
        var bytes = new ArrayBufferWriter<byte>();
        try
        {
            using var json = new Utf8JsonWriter(bytes, Readable);
            Copy(json, owner, changes, depth: 0);
        }
        catch (InvalidOperationException trouble)
        {
            throw TradeSession.Unreadable("a name in it is no Unicode", trouble);
        }
        return TradeSession.Read(bytes.WrittenMemory);
    }

    private static void Copy(Utf8JsonWriter json, JsonElement? owner, IReadOnlyList<JsonChange> changes, int depth)
    {
        var left = changes.GroupBy(change => change.Path[depth], StringComparer.Ordinal).ToList();
        var written = new HashSet<string>(StringComparer.Ordinal);
        json.WriteStartObject();
        foreach (var member in owner is { ValueKind: JsonValueKind.Object } known ? known.EnumerateObject() : default)
        {
            if (left.Find(group => group.Key == member.Name) is not { } changed)
            {
                json.WritePropertyName(member.Name);
                json.WriteRawValue(member.Value.GetRawText());
            }
            else if (written.Add(member.Name))
            {
                WriteMember(json, JsonMembers.Find(owner, member.Name), changed, depth);
            }
        }
        foreach (var added in left.Where(group => !written.Contains(group.Key)))
        {
            WriteMember(json, null, added, depth);
        }
        json.WriteEndObject();
    }

    private static void WriteMember(
        Utf8JsonWriter json,
        JsonElement? before,
        IGrouping<string, JsonChange> changes,
        int depth
    )
    {
        json.WritePropertyName(changes.Key);
        if (changes.FirstOrDefault(change => change.Path.Length == depth + 1) is { } whole)
        {
            whole.Write(json);
            return;
        }
        Copy(json, before, [.. changes], depth + 1);
    }
}
