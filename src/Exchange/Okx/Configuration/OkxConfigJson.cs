using System.Text;
using System.Text.Json;
using Exchange.Http;
using Exchange.Storage.Toml;

namespace Exchange.Okx;

/// <summary>
/// The configuration as one line of JSON, masked: an absent or empty value is left out, a text of unknown meaning hidden
/// (okx-account.md 6.2).
/// </summary>
public static class OkxConfigJson
{
    private const int Deepest = 32;

    private static readonly string[] Order =
    [
        OkxKeys.ApiKey,
        OkxKeys.SecretKey,
        OkxKeys.Passphrase,
        OkxKeys.Site,
        OkxKeys.Demo,
        OkxKeys.BaseUrl,
        OkxKeys.Timeout,
        OkxKeys.ProxyUrl,
    ];

    /// <summary><c>{"default_profile":"…","profiles":{…}}</c>; a missing file is <c>{"profiles":{}}</c>.</summary>
    public static string Of(OkxConfig config) =>
        Encoding.UTF8.GetString(CompactJson.Write(json => Write(json, config)));

    private static void Write(Utf8JsonWriter json, OkxConfig config)
    {
        json.WriteStartObject();
        WriteText(json, OkxKeys.DefaultProfile, config.DefaultProfile);
        json.WriteStartObject(OkxKeys.Profiles);
        foreach (var profile in config.Profiles)
        {
            json.WriteStartObject(profile.Name);
            WriteProfile(json, profile);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        WriteUnknown(json, config.Document.Root, [OkxKeys.DefaultProfile, OkxKeys.Profiles]);
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json, OkxProfile profile)
    {
        WriteText(json, OkxKeys.ApiKey, OkxMasks.ApiKey(profile.ApiKey));
        WriteText(json, OkxKeys.SecretKey, OkxMasks.SecretText(profile.SecretKey));
        WriteText(json, OkxKeys.Passphrase, OkxMasks.SecretText(profile.Passphrase));
        WriteText(json, OkxKeys.Site, profile.Site);
        if (profile.Demo is { } demo)
        {
            json.WriteBoolean(OkxKeys.Demo, demo);
        }
        WriteText(json, OkxKeys.BaseUrl, OkxMasks.Address(profile.BaseUrl));
        if (profile.Timeout is { } timeout)
        {
            json.WritePropertyName(OkxKeys.Timeout);
            Write(json, timeout, 0);
        }
        WriteText(json, OkxKeys.ProxyUrl, OkxMasks.Address(profile.ProxyUrl));
        WriteUnknown(json, profile.Table, Order);
    }

    private static void WriteUnknown(Utf8JsonWriter json, TomlTable table, string[] known)
    {
        foreach (var (key, value) in table.Entries)
        {
            if (!known.Contains(key, StringComparer.Ordinal))
            {
                json.WritePropertyName(key);
                Write(json, value, 0);
            }
        }
    }

    private static void WriteText(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }

    private static void Write(Utf8JsonWriter json, TomlNode node, int depth)
    {
        switch (node)
        {
            case TomlTable or TomlArray when depth == Deepest:
                json.WriteStringValue(OkxMasks.Hidden);
                break;
            case TomlTable table:
                json.WriteStartObject();
                foreach (var (key, value) in table.Entries)
                {
                    json.WritePropertyName(key);
                    Write(json, value, depth + 1);
                }
                json.WriteEndObject();
                break;
            case TomlArray array:
                json.WriteStartArray();
                foreach (var item in array.Items)
                {
                    Write(json, item, depth + 1);
                }
                json.WriteEndArray();
                break;
            case TomlScalar scalar:
                WriteScalar(json, scalar);
                break;
        }
    }

    // Decimal digits of TOML are digits of JSON, but for underscores and a plus; other numbers, and times, are text.
    private static void WriteScalar(Utf8JsonWriter json, TomlScalar scalar)
    {
        var digits = scalar.Text.Replace("_", "", StringComparison.Ordinal).TrimStart('+');
        switch (scalar.Kind)
        {
            case TomlKind.String:
                json.WriteStringValue(OkxMasks.Hidden);
                break;
            case TomlKind.Boolean:
                json.WriteBooleanValue(scalar.Text == "true");
                break;
            case TomlKind.Integer or TomlKind.Float when char.IsAsciiDigit(digits[^1]) && !IsPrefixed(digits):
                json.WriteRawValue(digits);
                break;
            default:
                json.WriteStringValue(scalar.Text);
                break;
        }
    }

    private static bool IsPrefixed(string digits) => digits is ['0', 'x' or 'o' or 'b', ..];
}
