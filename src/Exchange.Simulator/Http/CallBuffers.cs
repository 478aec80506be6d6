using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Exchange.Simulator.Http;

/// <summary>A reply's buffer and its JSON writer, used again and again.</summary>
internal sealed class CallBuffers
{
    private const int LargestKept = 1 << 20;

    private static readonly ConcurrentBag<CallBuffers> Pool = [];

    private CallBuffers() =>
        Json = new(Output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public ArrayBufferWriter<byte> Output { get; } = new(4096);

    public Utf8JsonWriter Json { get; }

    public static CallBuffers Rent() => Pool.TryTake(out var buffers) ? buffers : new();

    public void Return()
    {
        if (Output.Capacity > LargestKept)
        {
            return;
        }
        Output.ResetWrittenCount();
        Json.Reset();
        Pool.Add(this);
    }
}
