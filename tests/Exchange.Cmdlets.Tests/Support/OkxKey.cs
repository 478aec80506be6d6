namespace Exchange.Cmdlets.Tests.Support;

/// <summary>An invented API key (okx-account.md 8.1), and the ways in which tests hand it over.</summary>
internal static class OkxKey
{
    public const string ApiKey = "3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d";
    public const string SecretKey = "9D1C0F2B7E4A4C6FA3B85D6E7F809A1B";
    public const string Passphrase = "Str0ng#Pass\"phrase'1";

    /// <summary>Parameters that take it from <see cref="Variables"/>.</summary>
    public const string Parameters = "-ApiKey env:TEST_KEY -SecretKey env:TEST_SECRET -Passphrase env:TEST_PASSPHRASE";

    public static IEnumerable<KeyValuePair<string, string>> Variables =>
        [new("TEST_KEY", ApiKey), new("TEST_SECRET", SecretKey), new("TEST_PASSPHRASE", Passphrase)];
}
