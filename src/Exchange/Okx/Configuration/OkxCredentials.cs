using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>Which API key a call is signed with: the environment's values over the profile's (okx-account.md 2.3, 2.4).</summary>
/// <param name="Profile">The selected profile; <c>env</c> when every part comes from the environment.</param>
/// <param name="Key">Key, secret and passphrase.</param>
public sealed record OkxCredentials(string Profile, OkxApiKey Key)
{
    /// <summary>The name of a key that comes from the environment alone.</summary>
    public const string EnvironmentProfile = "env";

    /// <summary>Environment variable of the API key.</summary>
    public const string KeyVariable = "OKX_API_KEY";

    /// <summary>Environment variable of the secret key.</summary>
    public const string SecretVariable = "OKX_SECRET_KEY";

    /// <summary>Environment variable of the passphrase.</summary>
    public const string PassphraseVariable = "OKX_PASSPHRASE";

    /// <summary>True when the environment alone holds a whole key, which the guard of the sign-in counts too.</summary>
    public static bool AreIn(Func<string, string?> environment) =>
        FromEnvironment(environment) is (not null, not null, not null);

    /// <summary>The credentials of a profile; null when it has none, and neither has the environment.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c>: one or two of the three, or one that no header can carry.</exception>
    public static OkxCredentials? Resolve(OkxProfile profile, Func<string, string?> environment)
    {
        var (key, secret, passphrase) = FromEnvironment(environment);
        var name = AreIn(environment) ? EnvironmentProfile : profile.Name;
        (key, secret, passphrase) = (
            key ?? profile.ApiKey,
            secret ?? profile.SecretKey,
            passphrase ?? profile.Passphrase
        );
        if (key is null && secret is null && passphrase is null)
        {
            return null;
        }
        if (key is null || secret is null || passphrase is null)
        {
            throw OkxError.Config(
                "Partial API credentials detected.",
                "Key, secret key and passphrase go together: complete the profile, or set OKX_API_KEY, OKX_SECRET_KEY and OKX_PASSPHRASE."
            );
        }
        return new OkxCredentials(name, OkxApiKey.From(key, secret, passphrase));
    }

    /// <summary>The profile and the masked key.</summary>
    public override string ToString() => $"{Profile} ({Key})";

    private static (Secret? Key, Secret? Secret, Secret? Passphrase) FromEnvironment(
        Func<string, string?> environment
    ) => (Value(environment, KeyVariable), Value(environment, SecretVariable), Value(environment, PassphraseVariable));

    private static Secret? Value(Func<string, string?> environment, string variable) =>
        environment(variable)?.Trim() is { Length: > 0 } text ? Secret.From(text) : null;
}
