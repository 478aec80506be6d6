namespace Exchange.Codex;

/// <summary>A sign-in that was begun (codex-auth.md 4.3). The address is for the user's own browser.</summary>
public sealed record CodexAuthStart
{
    /// <summary>True: it was begun.</summary>
    public bool Ok { get; init; } = true;

    /// <summary>The profile that it is for.</summary>
    public required string ProfileId { get; init; }

    /// <summary>What the profile was called.</summary>
    public required string Selector { get; init; }

    /// <summary>Where to sign in.</summary>
    public required string LoginUrl { get; init; }

    /// <summary>Where the browser is sent afterwards; nothing needs to listen there.</summary>
    public string RedirectUri { get; init; } = CodexConstants.RedirectUri;

    /// <summary>Until when it can be completed, in UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>True when another profile stands in for the default one.</summary>
    public required bool FallbackUsed { get; init; }

    /// <summary>What to do next.</summary>
    public required string Instructions { get; init; }
}
