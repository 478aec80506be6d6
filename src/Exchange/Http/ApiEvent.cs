namespace Exchange.Http;

/// <summary>Something worth telling about a request while it is on its way; shows no header, body or query.</summary>
public abstract record ApiEvent(ApiRequest Request)
{
    /// <summary>One line for a verbose stream.</summary>
    public abstract string Text { get; }
}

/// <summary>An answer came.</summary>
public sealed record RequestAnswered(ApiRequest Request, int Status, TimeSpan Took, string? RequestId)
    : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Request.Call} {Request.Endpoint} -> {Status} in {Took.TotalMilliseconds:0} ms"
        + (RequestId is null ? "" : $" (request id {RequestId})");
}

/// <summary>No whole answer came.</summary>
public sealed record RequestFailed(ApiRequest Request, string Reason, TimeSpan Took) : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Request.Call} {Request.Endpoint} -> {Reason}, after {Took.TotalMilliseconds:0} ms";
}

/// <summary>The request waits for its rate limit.</summary>
public sealed record WaitingForLimit(ApiRequest Request, RateLimit Limit, TimeSpan Wait) : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Request.Call} {Request.Endpoint} waits {Wait.TotalSeconds:0.0} s for the limit '{Limit.Name}' "
        + $"({Limit.Permits} in {Limit.Window.TotalSeconds:0} s)";
}

/// <summary>The request is going to be sent again.</summary>
public sealed record RequestRepeated(ApiRequest Request, int Attempt, TimeSpan Wait, string Reason) : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Request.Call} {Request.Endpoint}: {Reason}; sent again in {Wait.TotalSeconds:0.0} s (retry {Attempt})";
}
