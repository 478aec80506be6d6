using Exchange.Http;

namespace Exchange.Okx;

/// <summary>What a caller said beside the profile and the environment.</summary>
/// <param name="Profile">Name of a profile; null for the default one.</param>
/// <param name="Site">Id of a site; null when none was given.</param>
/// <param name="Demo">Simulated trading was asked for.</param>
/// <param name="Live">Live trading was asked for.</param>
public sealed record OkxCallerChoices(string? Profile = null, string? Site = null, bool Demo = false, bool Live = false)
{
    /// <summary>Simulated and live trading exclude each other.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    public static void RefuseBoth(bool demo, bool live)
    {
        if (demo && live)
        {
            throw OkxError.Config("--demo and --live are mutually exclusive.", "Give -Demo or -Live.");
        }
    }
}

/// <summary>Where and how calls are made: caller over environment over profile over defaults (okx-account.md 2.3).</summary>
public sealed record OkxConnectionSettings
{
    /// <summary>Environment variable of the site.</summary>
    public const string SiteVariable = "OKX_SITE";

    /// <summary>Environment variable of another API address.</summary>
    public const string AddressVariable = "OKX_API_BASE_URL";

    /// <summary>Environment variable of simulated trading: <c>1</c> or <c>true</c>.</summary>
    public const string DemoVariable = "OKX_DEMO";

    /// <summary>Environment variable of the time limit in milliseconds.</summary>
    public const string TimeoutVariable = "OKX_TIMEOUT_MS";

    /// <summary>The selected profile, or one with nothing in it.</summary>
    public required OkxProfile Profile { get; init; }

    /// <summary>The key to sign with; null when there is none.</summary>
    public required OkxCredentials? Credentials { get; init; }

    /// <summary>The site.</summary>
    public required OkxSite Site { get; init; }

    /// <summary>Base address of calls.</summary>
    public required Uri Address { get; init; }

    /// <summary>Whether trading is simulated.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>How long one exchange may take.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>The proxy; null for none.</summary>
    public required OkxProxy? Proxy { get; init; }

    /// <summary>True when the profile itself names the proxy, and not the environment.</summary>
    public bool IsProxyOfProfile => !string.IsNullOrWhiteSpace(Profile.ProxyUrl);

    /// <summary>What a person should know: a site that is not the session's.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Settles everything, and refuses what cannot be before a socket is opened.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="choices">The caller's own words.</param>
    /// <param name="auth">The session, whose site counts when nothing else names one.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="isPrivate">False for calls that need no key: then none is looked for, and a partial one is no mistake.</param>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    public static OkxConnectionSettings Resolve(
        OkxConfig config,
        OkxCallerChoices choices,
        OkxAuthSnapshot auth,
        Func<string, string?> environment,
        bool isPrivate = true
    )
    {
        OkxCallerChoices.RefuseBoth(choices.Demo, choices.Live);
        var profile = config.Select(choices.Profile);
        var credentials = isPrivate ? OkxCredentials.Resolve(profile, environment) : null;
        var explicitSite = ExplicitSite(profile, choices, environment);
        var session = auth.State == OkxAuthState.LoggedIn ? OkxSites.Find(auth.Site) : null;
        var site = explicitSite ?? session ?? OkxSites.Global;
        var address = AddressOf(environment(AddressVariable)) ?? AddressOf(profile.BaseUrl) ?? site.ApiAddress;
        return new OkxConnectionSettings
        {
            Profile = profile,
            Credentials = credentials,
            Site = site,
            Address = address,
            IsDemo = !choices.Live && (choices.Demo || IsOn(environment(DemoVariable)) || profile.Demo == true),
            TimeLimit = OkxTimeLimit.Resolve(environment(TimeoutVariable), profile.Timeout),
            Proxy = OkxProxy.Resolve(profile.ProxyUrl, address, environment),
            Warnings =
                credentials is null && session is not null && session != site
                    ?
                    [
                        $"The session belongs to site {session.Id}, and {site.Id} was asked for: private calls may be refused with 401.",
                    ]
                    : [],
        };
    }

    private static OkxSite? ExplicitSite(
        OkxProfile profile,
        OkxCallerChoices choices,
        Func<string, string?> environment
    ) =>
        new[] { choices.Site, environment(SiteVariable), profile.Site }.FirstOrDefault(id =>
            !string.IsNullOrWhiteSpace(id)
        )
            is { } named
            ? OkxSites.Checked(named)
            : null;

    private static Uri? AddressOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var plain = text.Trim().TrimEnd('/');
        return ServiceAddress.Check(plain)
            ?? throw OkxError.Config(
                $"Invalid base URL \"{OkxMasks.Address(plain)}\".",
                "A base URL is an https address; plain http is for this machine only."
            );
    }

    private static bool IsOn(string? text) =>
        text?.Trim() is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
