namespace Exchange.Okx;

/// <summary>The sites, and what people call them (okx-account.md section 1).</summary>
public static class OkxSites
{
    /// <summary>Every site in the order of the menu.</summary>
    public static IReadOnlyList<OkxSite> All { get; } =
    [
        Site("global", "Global", web: "www.okx.com", api: "www.okx.com", oauth: "www.okx.com"),
        Site("eea", "EEA", web: "my.okx.com", api: "eea.okx.com", oauth: "my.okx.com"),
        Site("us", "US", web: "app.okx.com", api: "us.okx.com", oauth: "app.okx.com"),
        Site("tr", "Türkiye", web: "tr.okx.com", api: "tr.okx.com", oauth: "tr.okx.com") with
        {
            IsOnMenu = false,
        },
    ];

    /// <summary>Where market data is asked for when nothing else is said. Never a choice for signing in.</summary>
    public static OkxSite Global => All[0];

    /// <summary>What the menu offers.</summary>
    public static IReadOnlyList<OkxSite> Menu { get; } = [.. All.Where(site => site.IsOnMenu)];

    /// <summary>The site of an id, whatever its case and the blanks around it; null when there is none.</summary>
    public static OkxSite? Find(string? id) =>
        All.FirstOrDefault(site => site.Id.Equals(id?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The site that an answer to the menu means: its number or its id. Null for anything else, also for nothing: then the menu is
    /// shown again, and no site is ever taken in its place.
    /// </summary>
    public static OkxSite? FromReply(string? reply) =>
        reply?.Trim().ToLowerInvariant() switch
        {
            "1" or "global" => Menu[0],
            "2" or "eea" => Menu[1],
            "3" or "us" => Menu[2],
            _ => null,
        };

    /// <summary>The site of an id that somebody wrote.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    public static OkxSite Checked(string id) =>
        Find(id)
        ?? throw OkxError.Config($"Unknown site \"{OkxMasks.Shown(id)}\".", "Use one of: global, eea, us (or tr).");

    /// <summary>
    /// The site whose web or API address an old profile has as its base URL; for display only, calls go where the profile says
    /// (okx-account.md 6.1).
    /// </summary>
    public static OkxSite? ShownFor(string? baseUrl) =>
        Uri.TryCreate(baseUrl?.Trim(), UriKind.Absolute, out var address) && address.AbsolutePath == "/"
            ? All.FirstOrDefault(site => address.Host == site.WebHost || address.Host == site.ApiAddress.Host)
            : null;

    private static OkxSite Site(string id, string region, string web, string api, string oauth) =>
        new(id, region, web, new Uri($"https://{api}"), new Uri($"https://{oauth}"));
}
