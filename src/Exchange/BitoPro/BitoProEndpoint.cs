using Exchange.Http;

namespace Exchange.BitoPro;

/// <summary>One row of the table of endpoints (bitopro.md 2.0).</summary>
/// <param name="Call">T1 to T22.</param>
/// <param name="Tool">The contract's name of the call.</param>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">Template; a segment in braces is filled in.</param>
/// <param name="IsPrivate">True when it is signed.</param>
/// <param name="Limits">What it counts against.</param>
/// <param name="Repeat">Whether it may be sent again (bitopro.md 6.4).</param>
public sealed record BitoProEndpoint(
    string Call,
    string Tool,
    HttpMethod Method,
    string Path,
    bool IsPrivate,
    IReadOnlyList<RateLimit> Limits,
    Repeat Repeat
)
{
    /// <summary>A request to this endpoint; <paramref name="segments"/> fill the braces in order and are escaped here.</summary>
    public ApiRequest Request(
        string[] segments,
        IReadOnlyList<KeyValuePair<string, string>>? query = null,
        RequestBody? body = null
    ) =>
        new()
        {
            Call = Call,
            Method = Method,
            Path = Fill(segments),
            Query = query ?? [],
            Body = body,
            IsPrivate = IsPrivate,
            Limits = Limits,
            Repeat = Repeat,
        };

    private string Fill(string[] segments)
    {
        var path = Path;
        foreach (var segment in segments)
        {
            var (start, end) = (
                path.IndexOf('{', StringComparison.Ordinal),
                path.IndexOf('}', StringComparison.Ordinal)
            );
            path = string.Concat(path.AsSpan(0, start), Uri.EscapeDataString(Filled(segment)), path.AsSpan(end + 1));
        }
        return path.Contains('{', StringComparison.Ordinal)
            ? throw new ArgumentException("A path segment is missing.", nameof(segments))
            : path;
    }

    // An empty segment would turn one endpoint into another: cancel one order into cancel all (bitopro.md T7).
    private static string Filled(string segment) =>
        segment.Length > 0 ? segment : throw new ArgumentException("A path segment is empty.", nameof(segment));
}
