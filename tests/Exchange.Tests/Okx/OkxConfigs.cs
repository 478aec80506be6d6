using Exchange.Okx;
using Exchange.Storage.Toml;

namespace Exchange.Tests.Okx;

/// <summary>Configurations of tests, and what no text about them may hold.</summary>
internal static class OkxConfigs
{
    // okx-account.md 8.1: invented.
    public const string ApiKey = "3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d";
    public const string SecretKey = "9D1C0F2B7E4A4C6FA3B85D6E7F809A1B";
    public const string Passphrase = "Str0ng#Pass\"phrase'1";

    /// <summary>okx-account.md 2.1.</summary>
    public const string Example = $""""
        # my comment stays
        default_profile = "okx-demo"
        knowledge_dir = "context-kg"        # reserved

        [profiles.okx-demo]
        site = "eea"
        demo = true
        api_key = "{ApiKey}"
        secret_key = "{SecretKey}"
        passphrase = '''{Passphrase}'''   # both quote kinds ⇒ triple literal
        timeout_ms = 20000
        proxy_url = "http://127.0.0.1:7890"

        [profiles."desk.2"]                 # name with a dot must be quoted
        site = "us"
        base_url = "https://us.okx.com"
        future_option = [1, 2]              # unknown: kept

        """";

    public static string[] Secrets { get; } = [ApiKey, SecretKey, Passphrase, "hidden-value"];

    public static OkxConfig Of(string toml, bool exists = true) =>
        new("/home/me/.okx/config.toml", TomlDocument.Parse(toml), exists);

    /// <summary>A profile with a key that works.</summary>
    public static string Profile(string name, string site = "eea") =>
        $"[profiles.{name}]\nsite = \"{site}\"\napi_key = \"{ApiKey}\"\nsecret_key = \"{SecretKey}\"\npassphrase = \"p\"\n";

    public static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;

    /// <summary>Fails when an error, whole, shows a secret.</summary>
    public static void AssertShowsNone(Exception error)
    {
        for (var each = error; each is not null; each = each.InnerException)
        {
            var text = $"{each} {(each as ExchangeException)?.Remedy} {(each as ExchangeException)?.Target}";
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
