using System.Buffers;
using System.Collections.Specialized;
using System.Text;
using System.Text.Json;

namespace Exchange.Simulator.Http;

/// <summary>One request on its way through a service, and the JSON that becomes its reply.</summary>
internal sealed class Call(Utf8JsonWriter json, ArrayBufferWriter<byte> output)
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string PageType = "text/html; charset=utf-8";

    public required string Method { get; init; }

    /// <summary>The path as sent, without the query.</summary>
    public required string Path { get; init; }

    public required QueryValues Query { get; init; }

    /// <summary>The query as sent, without the question mark: what a signature covers.</summary>
    public string QueryText { get; init; } = "";

    public required NameValueCollection Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The venue's time when the request arrived, Unix ms: one clock read per request.</summary>
    public required long NowMs { get; init; }

    /// <summary>The segments behind the service's own prefix.</summary>
    public IReadOnlyList<string> Segments { get; set; } = [];

    /// <summary>The name of the account whose key signed the request, once checked.</summary>
    public string? AccountName { get; set; }

    public int Status { get; set; } = 200;

    public string ContentType { get; private set; } = JsonType;

    /// <summary>Headers of the reply beside those that every reply has.</summary>
    public List<KeyValuePair<string, string>> ReplyHeaders { get; } = [];

    public Utf8JsonWriter Json { get; } = json;

    public ReadOnlyMemory<byte> Output => output.WrittenMemory;

    /// <summary>The body as the fields of a form.</summary>
    public QueryValues Form() => QueryValues.Parse(Encoding.UTF8.GetString(Body.Span));

    /// <summary>Replies with a page for a browser instead of JSON.</summary>
    public void Page(int status, string html) => Raw(status, PageType, Encoding.UTF8.GetBytes(html));

    /// <summary>Replies with these bytes; without a type as if they were JSON.</summary>
    public void Raw(int status, string? contentType, ReadOnlySpan<byte> body)
    {
        Clear();
        Status = status;
        ContentType = contentType ?? JsonType;
        output.Write(body);
    }

    /// <summary>Sends a browser elsewhere.</summary>
    public void Redirect(string location)
    {
        Page(302, "");
        ReplyHeaders.Add(new("Location", location));
    }

    /// <summary>Forgets what was written and replies with an error object instead.</summary>
    public void Fail(int status, string name, string text)
    {
        Clear();
        Status = status;
        Json.WriteStartObject();
        Json.WriteString(name, text);
        Json.WriteEndObject();
        Json.Flush();
    }

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        output.ResetWrittenCount();
        Json.Reset();
        ContentType = JsonType;
    }
}
