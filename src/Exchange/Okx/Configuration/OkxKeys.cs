using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>The keys of the file (okx-account.md 2.1).</summary>
internal static class OkxKeys
{
    public const string DefaultProfile = "default_profile";
    public const string Profiles = "profiles";
    public const string ApiKey = "api_key";
    public const string SecretKey = "secret_key";
    public const string Passphrase = "passphrase";
    public const string Site = "site";
    public const string Demo = "demo";
    public const string BaseUrl = "base_url";
    public const string Timeout = "timeout_ms";
    public const string ProxyUrl = "proxy_url";

    /// <summary>Keys whose form is checked as soon as the file is read; a site and a time limit are told by their values later.</summary>
    public static readonly (string Key, TomlKind Kind, string Type)[] Types =
    [
        (ApiKey, TomlKind.String, "string"),
        (SecretKey, TomlKind.String, "string"),
        (Passphrase, TomlKind.String, "string"),
        (Demo, TomlKind.Boolean, "boolean (true or false, without quotes)"),
        (BaseUrl, TomlKind.String, "string"),
        (ProxyUrl, TomlKind.String, "string"),
    ];
}
