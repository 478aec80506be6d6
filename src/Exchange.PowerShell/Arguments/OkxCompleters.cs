using Exchange.Http;
using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>The sites of OKX.</summary>
public sealed class OkxSiteCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        OkxSites.All.Select(site => (site.Id, $"{site.Region} ({site.WebHost})"));
}

/// <summary>The profiles of config.toml.</summary>
public sealed class OkxProfileCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        ExchangeRuntime
            .Current.Okx.Config(ApiListener.Silent)
            .Read()
            .Profiles.Select(profile => (profile.Name, $"{profile.ShownSite ?? "no site"}"));
}

/// <summary>What a session can be asked for.</summary>
public sealed class OkxScopeCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        [
            ("market:read", "market data"),
            ("live:read", "live account, reading"),
            ("live:trade", "live account, orders"),
            ("demo:read", "simulated account, reading"),
            ("demo:trade", "simulated account, orders"),
        ];
}

/// <summary>The methods of OKX's API.</summary>
public sealed class OkxMethodCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        [("GET", "reads; nothing moves"), ("POST", "moves something: draft, confirmation, journal, one send")];
}

/// <summary>Paths of OKX's API that are often used; any other can be typed.</summary>
public sealed class OkxPathCompleter : ListCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tip)> Choices =>
        OkxRules.KnownPaths.Select(path => (path, OkxRules.IsPublic(path) ? "public" : "signed"));
}
