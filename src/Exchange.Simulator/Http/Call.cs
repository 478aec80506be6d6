using System.Buffers;
using System.Collections.Specialized;
using System.Text.Json;

namespace Exchange.Simulator.Http;

/// <summary>One request on its way through a service, and the JSON that becomes its reply.</summary>
internal sealed class Call(Utf8JsonWriter json, ArrayBufferWriter<byte> output)
{
    public required string Method { get; init; }

    /// <summary>The path as sent, without the query.</summary>
    public required string Path { get; init; }

    public required QueryValues Query { get; init; }

    public required NameValueCollection Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The venue's time when the request arrived, Unix ms: one clock read per request.</summary>
    public required long NowMs { get; init; }

    /// <summary>The segments behind the service's own prefix.</summary>
    public IReadOnlyList<string> Segments { get; set; } = [];

    /// <summary>The name of the account whose key signed the request, once checked.</summary>
    public string? AccountName { get; set; }

    public int Status { get; set; } = 200;

    public Utf8JsonWriter Json { get; } = json;

    public ReadOnlyMemory<byte> Output => output.WrittenMemory;

    /// <summary>Forgets what was written and replies with an error object instead.</summary>
    public void Fail(int status, string name, string text)
    {
        Status = status;
        output.ResetWrittenCount();
        Json.Reset();
        Json.WriteStartObject();
        Json.WriteString(name, text);
        Json.WriteEndObject();
        Json.Flush();
    }
}
