using Exchange.Storage;
using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>
/// A profile as the file has it; what is empty or blank is absent. A site, an address or a number is checked when it is used, so that a
/// mistake in one profile does not lock the others.
/// </summary>
public sealed class OkxProfile
{
    internal OkxProfile(string name, TomlTable? table = null)
    {
        Name = name;
        Table = table ?? new TomlTable(TomlTableForm.Implicit, 0);
        ApiKey = SecretOf(OkxKeys.ApiKey);
        SecretKey = SecretOf(OkxKeys.SecretKey);
        Passphrase = SecretOf(OkxKeys.Passphrase);
        Site = TextOf(OkxKeys.Site);
        BaseUrl = TextOf(OkxKeys.BaseUrl);
        Demo = Table.TryGet(OkxKeys.Demo, out var demo) && demo is TomlScalar flag ? flag.Text == "true" : null;
    }

    /// <summary>Its name; case matters.</summary>
    public string Name { get; }

    /// <summary>The API key; null when absent.</summary>
    public Secret? ApiKey { get; }

    /// <summary>The secret key; null when absent.</summary>
    public Secret? SecretKey { get; }

    /// <summary>The passphrase; null when absent.</summary>
    public Secret? Passphrase { get; }

    /// <summary>The site as it is written, which need not be one that exists; null when absent.</summary>
    public string? Site { get; }

    /// <summary>Whether trading is simulated; null when the file does not say, which means it is not.</summary>
    public bool? Demo { get; }

    /// <summary>Another API address, as it is written; null when absent.</summary>
    public string? BaseUrl { get; }

    /// <summary>The site for display: its own, or the one that its address belongs to (okx-account.md 6.1).</summary>
    public string? ShownSite => Site is { } site ? OkxSites.Find(site)?.Id ?? site : OkxSites.ShownFor(BaseUrl)?.Id;

    internal TomlTable Table { get; }

    /// <summary>A proxy, as it is written, which may hold a password; null when absent.</summary>
    internal string? ProxyUrl => TextOf(OkxKeys.ProxyUrl);

    /// <summary>A time limit, as it is written; null when absent.</summary>
    internal TomlScalar? Timeout => Table.TryGet(OkxKeys.Timeout, out var value) ? value as TomlScalar : null;

    /// <summary>The name and nothing else.</summary>
    public override string ToString() => Name;

    private string? TextOf(string key) =>
        Table.TryGet(key, out var value) && value is TomlScalar { Text: var text } && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private Secret? SecretOf(string key) => TextOf(key) is { } text ? Secret.From(text) : null;
}
