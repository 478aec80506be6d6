using System.Text;

namespace Exchange.Http;

/// <summary>An answer as it came: status, the headers we use, and the whole body.</summary>
public sealed record ApiReply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary><c>x-request-id</c>, when the service sent one.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's clock, from the <c>Date</c> header, to the second. For reports of skew, never to adjust a time.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary><c>Retry-After</c>, when the service sent one.</summary>
    public TimeSpan? RetryAfter { get; init; }

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
}
