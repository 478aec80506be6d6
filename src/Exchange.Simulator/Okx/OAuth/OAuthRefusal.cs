namespace Exchange.Simulator.Okx.OAuth;

/// <summary>A request that is answered <c>{"error":"...","error_description":"..."}</c> (RFC 6749 5.2, RFC 8628 3.5).</summary>
internal sealed class OAuthRefusal(string error, string description, int status = 400) : Exception(description)
{
    public string Error { get; } = error;

    public int Status { get; } = status;

    /// <summary>Client authentication failed: 401, also for a public client (RFC 6749 5.2).</summary>
    public static OAuthRefusal UnknownClient() => new("invalid_client", "The client is not registered.", 401);
}
