using Exchange.Http;

namespace Exchange.Streams;

/// <summary>A stream is open.</summary>
public sealed record StreamOpened(ApiRequest Request, TimeSpan Took) : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Request.Call} {Request.Endpoint} -> open in {Took.TotalMilliseconds:0} ms"
        + (Request.IsPrivate ? ", signed" : "");
}

/// <summary>A stream was lost, or did not open; it is going to be opened again.</summary>
public sealed record StreamLost(ApiRequest Request, string Reason, TimeSpan Wait, int Failures) : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Request.Call} {Request.Endpoint}: {Reason}; opened again in {Wait.TotalSeconds:0.0} s (failure {Failures})";
}

/// <summary>A frame that cannot be read was left out.</summary>
public sealed record StreamFrameSkipped(ApiRequest Request, string Reason) : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text => $"{Request.Call} {Request.Endpoint}: a frame was left out: {Reason}";
}

/// <summary>The reader has enough, or was stopped.</summary>
public sealed record StreamClosed(ApiRequest Request) : ApiEvent(Request)
{
    /// <inheritdoc/>
    public override string Text => $"{Request.Call} {Request.Endpoint} -> closed";
}
