namespace Exchange.Okx;

/// <summary>What is known of the OAuth session (okx-account.md section 4).</summary>
public enum OkxAuthState
{
    /// <summary>The state could not be read.</summary>
    Unavailable,

    /// <summary>No session.</summary>
    NotLoggedIn,

    /// <summary>A code was issued and waits for the person.</summary>
    Pending,

    /// <summary>A usable session.</summary>
    LoggedIn,
}

/// <summary>The OAuth session at one moment, as the pre-flight checks and the choice of a site read it.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="Site">
/// The site that the status names. Beside <see cref="OkxAuthState.NotLoggedIn"/> it is a placeholder: read <see cref="ChosenSite"/>.
/// </param>
/// <param name="Scopes">What was granted, in the service's order; empty unless logged in.</param>
public sealed record OkxAuthSnapshot(OkxAuthState State, string? Site, IReadOnlyList<string> Scopes)
{
    /// <summary>A state that cannot be read.</summary>
    public static OkxAuthSnapshot Unavailable { get; } = new(OkxAuthState.Unavailable, null, []);

    /// <summary>The site that a session or a waiting code belongs to; null for a placeholder, and for an empty one.</summary>
    public string? ChosenSite =>
        State is OkxAuthState.LoggedIn or OkxAuthState.Pending && !string.IsNullOrWhiteSpace(Site) ? Site : null;
}

/// <summary>Reads the OAuth session once, and asks for nothing more than the contract allows.</summary>
public delegate Task<OkxAuthSnapshot> OkxAuthReader(CancellationToken cancel);
