using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Exchange.Http;

/// <summary>JSON bytes as they are signed: compact, UTF-8, nothing escaped that need not be (bitopro.md 1.5).</summary>
internal static class CompactJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
    };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }
        return bytes.WrittenSpan.ToArray();
    }
}
