using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>The configuration file at one moment (okx-account.md section 2). Shows no secret.</summary>
public sealed class OkxConfig
{
    /// <summary>The profile that is used when none is named anywhere.</summary>
    public const string UsualProfile = "default";

    internal OkxConfig(string path, TomlDocument document, bool exists)
    {
        Path = path;
        Document = document;
        Exists = exists;
        DefaultProfile = DefaultIn(document.Root);
        Profiles = [.. ProfilesIn(document.Root)];
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>False when there is no such file.</summary>
    public bool Exists { get; }

    /// <summary>What <c>default_profile</c> says; null when absent.</summary>
    public string? DefaultProfile { get; }

    /// <summary>The profiles in the order of the file.</summary>
    public IReadOnlyList<OkxProfile> Profiles { get; }

    /// <summary>True when some profile names a site (pre-flight check 0.1). An address that belongs to a site does not count.</summary>
    public bool HasSite => Profiles.Any(profile => profile.Site is not null);

    /// <summary>The first profile that holds an API key (pre-flight check 0.2, guard of the sign-in); null when none does.</summary>
    public OkxProfile? FirstWithKey => Profiles.FirstOrDefault(profile => profile.ApiKey is not null);

    internal TomlDocument Document { get; }

    /// <summary>The profile of that name; null when there is none.</summary>
    public OkxProfile? Find(string name) => Profiles.FirstOrDefault(profile => profile.Name == name);

    /// <summary>
    /// The profile that a call uses: the named one, else the default one. A default that the file does not have is a profile with nothing
    /// in it.
    /// </summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: there is no profile of that name.</exception>
    public OkxProfile Select(string? name) =>
        name is null
            ? Find(DefaultProfile ?? UsualProfile) ?? new OkxProfile(DefaultProfile ?? UsualProfile)
            : Named(name);

    /// <summary>The profile of a name that somebody gave.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: there is none, or no file at all.</exception>
    public OkxProfile Named(string name)
    {
        if (!Exists)
        {
            throw OkxError.Config(
                "No config found. Run okx config init first.",
                $"Run Initialize-OkxConfig or Add-OkxProfile; the file would be {Path}."
            );
        }
        return Find(name)
            ?? throw OkxError.Config(
                $"profile \"{OkxMasks.Shown(name)}\" does not exist.",
                Profiles.Count == 0
                    ? "There are no profiles; add one with Add-OkxProfile."
                    : $"Profiles: {string.Join(", ", Profiles.Select(profile => profile.Name))}.",
                name
            );
    }

    /// <summary>The path and nothing else.</summary>
    public override string ToString() => Path;

    private static string? DefaultIn(TomlTable root)
    {
        if (!root.TryGet(OkxKeys.DefaultProfile, out var value))
        {
            return null;
        }
        return value is TomlScalar { Kind: TomlKind.String, Text: var name }
            ? string.IsNullOrWhiteSpace(name)
                ? null
                : name
            : throw WrongType(OkxKeys.DefaultProfile, "string");
    }

    private static IEnumerable<OkxProfile> ProfilesIn(TomlTable root)
    {
        if (!root.TryGet(OkxKeys.Profiles, out var node))
        {
            yield break;
        }
        var profiles = node as TomlTable ?? throw WrongType(OkxKeys.Profiles, "table");
        foreach (var (name, value) in profiles.Entries)
        {
            var key = $"{OkxKeys.Profiles}.{OkxMasks.Shown(name)}";
            var table = value as TomlTable ?? throw WrongType(key, "table");
            foreach (var (item, kind, type) in OkxKeys.Types)
            {
                if (table.TryGet(item, out var present) && present.Kind != kind)
                {
                    throw WrongType($"{key}.{item}", type);
                }
            }
            yield return new OkxProfile(name, table);
        }
    }

    private static ExchangeException WrongType(string key, string type) =>
        OkxError.Config(
            $"{key} in the configuration must be a {type}.",
            "Mend it in the file; its value is not shown.",
            key
        );
}
