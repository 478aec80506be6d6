namespace Exchange.BitoPro;

/// <summary>The account that calls are made for, masked.</summary>
public sealed record BitoProAccount
{
    /// <summary>First five and last four characters, or <c>***</c>; null when no account is known.</summary>
    public string? ApiKey { get; init; }

    /// <summary>First character and domain.</summary>
    public string? Email { get; init; }

    /// <summary>Where calls go.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>True for the service where real money moves.</summary>
    public bool IsLive => Endpoint == BitoProConnection.LiveAddress;

    /// <summary>Where the credentials came from: Environment, Key, Credential, or None.</summary>
    public required string Source { get; init; }

    /// <summary>Where the nonce of bodies goes.</summary>
    public required NoncePlacement NoncePlacement { get; init; }

    /// <summary>The account of a connection.</summary>
    public static BitoProAccount Of(BitoProConnection connection, string source) =>
        new()
        {
            ApiKey = connection.Credentials?.MaskedKey,
            Email = connection.Credentials?.MaskedEmail,
            Endpoint = connection.Address,
            Source = connection.Credentials is null ? "None" : source,
            NoncePlacement = connection.NoncePlacement,
        };
}
