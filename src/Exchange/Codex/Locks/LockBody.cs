using System.Globalization;
using System.Text;
using System.Text.Json;
using Exchange.Storage;

namespace Exchange.Codex.Locks;

/// <summary>What a lock file says of its holder (codex-auth.md section 10).</summary>
/// <param name="ProcessId">The holder.</param>
/// <param name="CreatedAt">When it was taken; null in the sister program's bare form.</param>
/// <param name="StartTime">When the holder's process was started, where Linux told.</param>
/// <param name="Nonce">Ours alone has one.</param>
internal sealed record LockBody(int ProcessId, DateTimeOffset? CreatedAt, long? StartTime, string? Nonce)
{
    private const string Owner = "codex-auth";
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions Writing = new() { Indented = true };

    /// <summary>Null when it is empty, cut off or nothing that we know.</summary>
    public static LockBody? Parse(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).Trim();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bare))
        {
            return bare > 0 ? new LockBody(bare, null, null, null) : null;
        }
        try
        {
            using var json = JsonDocument.Parse(text);
            return Of(json.RootElement);
        }
        // The second: text that is no Unicode.
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static LockBody Ours(DateTimeOffset now, string nonce) =>
        new(Environment.ProcessId, now, LiveProcess.StartTime(Environment.ProcessId), nonce);

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("pid", ProcessId);
            json.WriteString(
                "createdAt",
                CreatedAt!.Value.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture)
            );
            if (StartTime is { } started)
            {
                json.WriteNumber("startTime", started);
            }
            json.WriteString("owner", Owner);
            json.WriteString("nonce", Nonce);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static LockBody? Of(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("pid", out var pid)
        && pid.ValueKind == JsonValueKind.Number
        && pid.TryGetInt32(out var id)
        && id > 0
        && body.TryGetProperty("createdAt", out var created)
        && created.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(
            created.GetString(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? new LockBody(id, at, Number(body, "startTime"), Text(body, "nonce"))
            : null;

    private static long? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number)
            ? number
            : null;

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
