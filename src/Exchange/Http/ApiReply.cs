using System.Text;
using System.Text.Unicode;

namespace Exchange.Http;

/// <summary>An answer as it came: status, the headers we use, and the whole body.</summary>
public sealed record ApiReply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The whole body. Bytes that are no UTF-8 stand here as U+FFFD, so that reading a reply's words never fails.</summary>
    public ReadOnlyMemory<byte> Body { get; } = Utf8.IsValid(Body.Span) ? Body : Repaired(Body.Span);

    /// <summary>The bytes as they came, for what is no text.</summary>
    public ReadOnlyMemory<byte> Raw { get; } = Body;

    /// <summary>False when the body held bytes that are no UTF-8: its words can be shown, its values are not believed.</summary>
    public bool IsUtf8 { get; } = Utf8.IsValid(Body.Span);

    /// <summary>The service's id of the exchange: <c>x-trace-id</c>, <c>x-request-id</c> or <c>traceid</c>, the first that it sent.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's clock, from the <c>Date</c> header, to the second. For reports of skew, never to adjust a time.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary><c>Retry-After</c>, when the service sent one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary><c>Location</c> of a redirection, absolute; nothing here follows it by itself.</summary>
    public Uri? Location { get; init; }

    /// <summary>How often the request was sent until this came.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The start of the body as text, for messages about bodies that are not JSON.</summary>
    public string Excerpt(int length = 500)
    {
        var text = Encoding.UTF8.GetString(Body.Span[..Math.Min(Body.Length, length * 4)]);
        text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return text.Length <= length ? text : text[..length];
    }

    private static byte[] Repaired(ReadOnlySpan<byte> body) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body));
}
