namespace Exchange.Http;

/// <summary>Whether a request may be sent again when its answer is missing or says "later".</summary>
public enum Repeat
{
    /// <summary>Reads: repeated on connection failure, time-out, 408, 429 and 5xx.</summary>
    Safe,

    /// <summary>Reads: once more, on connection failure or time-out only (okx-account.md section 8).</summary>
    SafeOnce,

    /// <summary>Moves nothing, and is asked again by its caller or not at all: the steps of a sign-in (okx-account.md 5.6).</summary>
    SafeNever,

    /// <summary>Writes that name what they end: once more, on connection failure or time-out only (bitopro.md 6.4).</summary>
    OnceIfUnanswered,

    /// <summary>Writes: sent once, whatever happens.</summary>
    Never,
}

/// <summary>The bytes of a body for a nonce; services whose bodies carry no nonce ignore it. Called once for each time a request is signed.</summary>
public delegate byte[] RequestBody(long nonce);

/// <summary>A request as a value that says everything about it; nothing is read from anywhere else when it is sent.</summary>
public sealed record ApiRequest
{
    /// <summary>The contract's short name of the call, such as <c>T6</c>; used in messages.</summary>
    public required string Call { get; init; }

    /// <summary>GET, POST, PUT or DELETE.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Path below the service's base address, beginning with a slash, every segment already escaped.</summary>
    public required string Path { get; init; }

    /// <summary>Query parameters in order, not yet escaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The JSON body, or null for none.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>True when credentials are needed; such a request is never sent unsigned.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>The rate limits that it counts against.</summary>
    public required IReadOnlyList<RateLimit> Limits { get; init; }

    /// <summary>Whether it may be sent again.</summary>
    public required Repeat Repeat { get; init; }

    /// <summary>How long one exchange may take, connect to last byte; null for the transport's own limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The largest answer that is read, in bytes; null for the transport's own limit.</summary>
    public int? LargestReply { get; init; }

    /// <summary>True when the request moves or ends something, so that a missing answer leaves the outcome unknown.</summary>
    public bool IsWrite => Repeat is Repeat.OnceIfUnanswered or Repeat.Never;

    /// <summary>Method and path, for messages.</summary>
    public string Endpoint => $"{Method.Method} {Path}";

    /// <summary>Path and escaped query.</summary>
    public string PathAndQuery =>
        Query.Count == 0
            ? Path
            : Path + "?" + string.Join('&', Query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
}
