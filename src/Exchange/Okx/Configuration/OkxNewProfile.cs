using System.Text;
using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>A profile that is complete and may be written: an API key of a site (okx-account.md 6.1).</summary>
public sealed class OkxNewProfile
{
    // The OAuth session is profile "oauth", a key from the environment is profile "env" (okx-account.md 2.4).
    private static readonly string[] Reserved = ["oauth", "env"];

    private OkxNewProfile(string name, OkxSite site, bool isDemo, OkxApiKey key)
    {
        Name = name;
        Site = site;
        IsDemo = isDemo;
        Key = key;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its site.</summary>
    public OkxSite Site { get; }

    /// <summary>Whether trading is simulated.</summary>
    public bool IsDemo { get; }

    internal OkxApiKey Key { get; }

    /// <summary>Checks everything before a file is touched. Blanks around a value are cut.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c> naming the field, or <c>Okx.ConfigError</c>.</exception>
    public static OkxNewProfile From(
        string name,
        OkxSite site,
        bool isDemo,
        Secret? apiKey,
        Secret? secretKey,
        Secret? passphrase
    ) =>
        new(
            CheckedName(name),
            site,
            isDemo,
            OkxApiKey.From(
                Present(apiKey, "API Key"),
                Present(secretKey, "Secret Key"),
                Present(passphrase, "Passphrase")
            )
        );

    /// <summary>The name without blanks around it.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c>: empty, reserved, or with control characters.</exception>
    public static string CheckedName(string? name)
    {
        var plain = name?.Trim() ?? "";
        if (plain.Length == 0)
        {
            throw OkxError.Validation("profile name is required", "Give -Name.");
        }
        if (plain.Any(char.IsControl))
        {
            throw OkxError.Validation("A profile name holds no control characters.");
        }
        if (Reserved.Contains(plain, StringComparer.OrdinalIgnoreCase))
        {
            throw OkxError.Validation(
                $"The profile name \"{plain}\" is reserved.",
                "oauth is the signed-in session, env a key from the environment. Choose another name."
            );
        }
        return plain;
    }

    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c> naming the field.</exception>
    public static Secret Present(Secret? value, string field) =>
        value is null || value.IsBlank
            ? throw OkxError.Validation($"{field} must not be empty.", "Nothing was written.", field)
            : value.Use(utf8 => Secret.From(Encoding.UTF8.GetString(utf8).Trim()));
}
