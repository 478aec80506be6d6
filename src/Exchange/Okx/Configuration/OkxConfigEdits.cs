using System.Text;
using Exchange.Storage;
using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>The changes that the cmdlets make to the configuration (okx-account.md 2.2, 6.1, 6.3).</summary>
public static class OkxConfigEdits
{
    /// <summary>Writes a profile and makes it the default one. Over an old profile its keys this module does not know stay.</summary>
    /// <param name="file">The file.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="mayReplace">Whether a profile of that name may be there.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>; nothing was written.</exception>
    public static Task<OkxConfig> PutAsync(
        OkxConfigFile file,
        OkxNewProfile profile,
        bool mayReplace,
        CancellationToken cancel
    ) =>
        file.ChangeAsync(
            config =>
            {
                if (!mayReplace)
                {
                    RefuseOld(config, profile.Name);
                }
                var document = config.Document;
                foreach (var (key, value) in Values(profile))
                {
                    document = TomlEditor.Set(document, [OkxKeys.Profiles, profile.Name, key], value);
                }
                document = TomlEditor.Remove(document, [OkxKeys.Profiles, profile.Name, OkxKeys.BaseUrl]);
                return TomlEditor.Set(document, [OkxKeys.DefaultProfile], TomlToken.Of(profile.Name));
            },
            cancel
        );

    /// <summary>Makes a profile the default one. One that is it already is not written again.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: there is no such profile, or the file cannot be written.</exception>
    public static Task<OkxConfig> UseAsync(OkxConfigFile file, string name, CancellationToken cancel) =>
        file.ChangeAsync(
            config => TomlEditor.Set(config.Document, [OkxKeys.DefaultProfile], TomlToken.Of(config.Named(name).Name)),
            cancel
        );

    /// <summary>Takes a profile out, and <c>default_profile</c> when it names that profile.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: there is no such profile, or the file cannot be written.</exception>
    public static Task<OkxConfig> RemoveAsync(OkxConfigFile file, string name, CancellationToken cancel) =>
        file.ChangeAsync(
            config =>
            {
                var document = TomlEditor.Remove(config.Document, [OkxKeys.Profiles, config.Named(name).Name]);
                return config.DefaultProfile == name ? TomlEditor.Remove(document, [OkxKeys.DefaultProfile]) : document;
            },
            cancel
        );

    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: there is a profile of that name.</exception>
    public static void RefuseOld(OkxConfig config, string name)
    {
        if (config.Find(name) is not null)
        {
            throw OkxError.Config(
                $"profile \"{name}\" already exists.",
                "Use -Force to replace its keys, or choose another name.",
                name
            );
        }
    }

    private static IEnumerable<(string Key, TomlToken Value)> Values(OkxNewProfile profile) =>
        [
            (OkxKeys.Site, TomlToken.Of(profile.Site.Id)),
            (OkxKeys.Demo, TomlToken.Of(profile.IsDemo)),
            (OkxKeys.ApiKey, Token(profile.Key.Key)),
            (OkxKeys.SecretKey, Token(profile.Key.SecretKey)),
            (OkxKeys.Passphrase, Token(profile.Key.Passphrase)),
        ];

    private static TomlToken Token(Secret secret) => TomlToken.Of(secret.Reveal());
}
