namespace Exchange.Http;

/// <summary>What a signer makes of a request: the headers to add and the very bytes to send.</summary>
public readonly record struct SignedRequest(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[]? Body)
{
    /// <summary>What the body is; null for JSON.</summary>
    public string? ContentType { get; init; }
}

/// <summary>Signs a request for one account of one service. Called once for each time a request is sent, so that every attempt has a nonce of its own.</summary>
public interface IRequestSigner
{
    /// <summary>Whose limits the request counts against: a name that shows no secret.</summary>
    string Scope { get; }

    /// <summary>Signs. Throws <see cref="ExchangeException"/> when the request is private and there are no credentials.</summary>
    SignedRequest Sign(ApiRequest request);
}
