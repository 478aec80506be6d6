namespace Exchange.Okx;

/// <summary>A profile as it may be shown (okx-account.md 6.2).</summary>
public sealed record OkxProfileInfo
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>True for the profile that is used when none is named.</summary>
    public required bool IsDefault { get; init; }

    /// <summary><c>***</c> and the last four characters; null when there is none.</summary>
    public required string? ApiKey { get; init; }

    /// <summary>Its site, or the one that its base URL belongs to; null when neither says.</summary>
    public required string? Site { get; init; }

    /// <summary><c>demo</c> only when the file says <c>demo = true</c>; else <c>live</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>True when key, secret key and passphrase are all there.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Its own API address; null when it uses the site's.</summary>
    public required string? BaseUrl { get; init; }

    internal static OkxProfileInfo Of(OkxProfile profile, OkxConfig config) =>
        new()
        {
            Name = profile.Name,
            IsDefault = profile.Name == (config.DefaultProfile ?? OkxConfig.UsualProfile),
            ApiKey = OkxMasks.ApiKey(profile.ApiKey),
            Site = profile.ShownSite,
            Mode = profile.Demo == true ? "demo" : "live",
            IsComplete = profile is { ApiKey: not null, SecretKey: not null, Passphrase: not null },
            BaseUrl = OkxMasks.Address(profile.BaseUrl),
        };
}

/// <summary>The configuration as it may be shown.</summary>
/// <param name="Path">The file.</param>
/// <param name="DefaultProfile">What <c>default_profile</c> says; null when absent.</param>
/// <param name="Profiles">In the order of the file.</param>
public sealed record OkxConfigInfo(string Path, string? DefaultProfile, IReadOnlyList<OkxProfileInfo> Profiles)
{
    /// <summary>What may be shown of a configuration.</summary>
    public static OkxConfigInfo Of(OkxConfig config) =>
        new(
            config.Path,
            config.DefaultProfile,
            [.. config.Profiles.Select(profile => OkxProfileInfo.Of(profile, config))]
        );

    /// <summary>The profile of a name that is there.</summary>
    public OkxProfileInfo Find(string name) => Profiles.First(profile => profile.Name == name);
}
