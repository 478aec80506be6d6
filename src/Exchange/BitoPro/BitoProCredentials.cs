using System.Security.Cryptography;
using Exchange.Cryptography;
using Exchange.Storage;

namespace Exchange.BitoPro;

/// <summary>An API key, its secret, and the e-mail of the account (bitopro.md 1.7). Shows them masked only.</summary>
public sealed class BitoProCredentials
{
    /// <summary>Environment variable of the API key.</summary>
    public const string KeyVariable = "BITOPRO_API_KEY";

    /// <summary>Environment variable of the API secret.</summary>
    public const string SecretVariable = "BITOPRO_API_SECRET";

    /// <summary>Environment variable of the account's e-mail.</summary>
    public const string EmailVariable = "BITOPRO_EMAIL";

    private BitoProCredentials(Secret key, Secret secret, string email)
    {
        Key = key;
        ApiSecret = secret;
        Email = email;
        MaskedKey = key.Use(utf8 => MaskKey(System.Text.Encoding.UTF8.GetString(utf8)));
        Signature = new KeyedHash(() => secret.Use(utf8 => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA384, utf8)));
    }

    internal Secret Key { get; }

    internal Secret ApiSecret { get; }

    internal string Email { get; }

    /// <summary>HMAC-SHA384 with the secret.</summary>
    internal KeyedHash Signature { get; }

    /// <summary>First five and last four characters of the key; <c>***</c> when it is shorter than 14 (bitopro.md section 5).</summary>
    public string MaskedKey { get; }

    /// <summary>First character and domain: <c>t***@example.com</c>.</summary>
    public string MaskedEmail => MaskEmail(Email);

    /// <summary>From values that the caller holds.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.CredentialsMissing</c> or <c>BitoPro.CredentialsInvalid</c></exception>
    public static BitoProCredentials From(Secret? key, Secret? secret, string? email)
    {
        var missing = new List<string>(3);
        AddIf(missing, key is null || key.IsBlank, KeyVariable);
        AddIf(missing, secret is null || secret.IsBlank, SecretVariable);
        AddIf(missing, string.IsNullOrWhiteSpace(email), EmailVariable);
        if (missing.Count > 0)
        {
            throw BitoProError.CredentialsMissing(missing);
        }

        RefuseBroken(key!, KeyVariable, asciiOnly: true);
        RefuseBroken(secret!, SecretVariable);
        RefuseBroken(Secret.From(email), EmailVariable);
        return new BitoProCredentials(key!, secret!, email!);
    }

    /// <summary>From the environment.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.CredentialsMissing</c>, naming the variables, or <c>BitoPro.CredentialsInvalid</c></exception>
    public static BitoProCredentials FromEnvironment(Func<string, string?> environment) =>
        From(SecretOf(environment(KeyVariable)), SecretOf(environment(SecretVariable)), environment(EmailVariable));

    /// <inheritdoc/>
    public override string ToString() => MaskedKey;

    internal static string MaskKey(string key) => key.Length < 14 ? Secret.Mask : $"{key[..5]}...{key[^4..]}";

    internal static string MaskEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 ? Secret.Mask : $"{email[0]}***{email[at..]}";
    }

    private static Secret? SecretOf(string? text) => text is null ? null : Secret.From(text);

    private static void AddIf(List<string> names, bool isMissing, string name)
    {
        if (isMissing)
        {
            names.Add(name);
        }
    }

    // The key travels in a header as it is, and a header is ASCII.
    private static void RefuseBroken(Secret value, string name, bool asciiOnly = false)
    {
        var isBroken = value.Use(utf8 =>
        {
            var text = System.Text.Encoding.UTF8.GetString(utf8);
            return text.Any(char.IsControl)
                || char.IsWhiteSpace(text[0])
                || char.IsWhiteSpace(text[^1])
                || (asciiOnly && !System.Text.Ascii.IsValid(text));
        });
        if (isBroken)
        {
            throw BitoProError.CredentialsInvalid(name);
        }
    }
}
