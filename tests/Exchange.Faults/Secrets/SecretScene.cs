using System.Text.Json;
using Exchange.Okx.SignIn;

namespace Exchange.Faults.Secrets;

/// <summary>One user with every kind of secret in its place, whose services all repeat what they are sent.</summary>
internal sealed partial class SecretScene : IDisposable
{
    /// <summary>State folder of a user who is signed in everywhere.</summary>
    public const string SignedIn = "state";

    /// <summary>That of one who has begun to sign in at OKX.</summary>
    public const string Begun = "begun";

    /// <summary>That of one who has done nothing yet.</summary>
    public const string New = "new";

    /// <summary>Codex profile whose sign-in was begun and will be refused.</summary>
    public const string Refused = "refused";

    /// <summary>One whose sign-in will be given.</summary>
    public const string Given = "given";

    /// <summary>One whose sign-in will be given and written by a process of its own.</summary>
    public const string Queued = "queued";

    private static readonly string[] Kinds =
    [
        "BitoPro API key",
        "BitoPro API secret",
        "OKX API key",
        "OKX API secret",
        "OKX passphrase",
        "OKX access token",
        "OKX refresh token",
        "OKX device code",
        "wallet access token",
        "wallet refresh token",
        "wallet session key",
        "wallet signing seed",
        "Codex code",
        "Codex state",
        "Codex verifier",
        "Codex access token",
        "Codex refresh token",
        "Codex id token",
    ];

    private readonly Dictionary<string, PlantedSecret> _secrets = Kinds.ToDictionary(
        kind => kind,
        kind => new PlantedSecret(kind, $"Zq7{Convert.ToHexString(Guid.NewGuid().ToByteArray())}+x/{kind.Length}"),
        StringComparer.Ordinal
    );

    public EchoServer Server { get; } = new();

    public string Home { get; } = Directory.CreateTempSubdirectory("exchange-secrets-").FullName;

    public IReadOnlyCollection<PlantedSecret> Secrets => _secrets.Values;

    public string Of(string kind) => _secrets[kind].Value;

    /// <summary>What is found of the secrets in a text.</summary>
    public IEnumerable<string> In(string text) => Secrets.Select(secret => secret.In(text)).OfType<string>();

    /// <summary>The folder with the files that hold a secret by contract, and are the user's own; the rest is searched.</summary>
    public string Vault => Path.Combine(Home, "okx");

    /// <summary>What a person pasted after a sign-in, as an object on standard input.</summary>
    public string Callback =>
        JsonSerializer.Serialize(
            new
            {
                callbackUrl = $"http://localhost:1455/auth/callback?code={Uri.EscapeDataString(Of("Codex code"))}&state={Uri.EscapeDataString(Of("Codex state"))}",
            }
        );

    /// <summary>The environment of a trial's user.</summary>
    public Dictionary<string, string> Variables(SecretTrial trial) =>
        new(StringComparer.Ordinal)
        {
            ["EXCHANGE_HOME"] = Path.Combine(Home, trial.State),
            ["EXCHANGE_SIMULATOR"] = trial.IsRehearsal ? Server.Address.AbsoluteUri : "",
            ["OKX_AUTH_BIN"] = Path.Combine(Programs, "okx-auth"),
            ["PATH"] = $"{Programs}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = Path.Combine(Home, "home"),
            ["OKX_CONFIG_DIR"] = Vault,
            ["EXCHANGE_NO_BROWSER"] = "1",
            ["BITOPRO_BASE_URL"] = Server.Address + "v3",
            ["BITOPRO_STREAM_URL"] = $"ws://{Server.Address.Authority}/ws",
            ["BITOPRO_API_KEY"] = Of("BitoPro API key"),
            ["BITOPRO_API_SECRET"] = Of("BitoPro API secret"),
            ["BITOPRO_EMAIL"] = "planted@example.com",
            ["OKX_API_BASE_URL"] = Server.Address.AbsoluteUri.TrimEnd('/'),
            ["OKX_OAUTH_BASE_URL"] = Server.Address.AbsoluteUri.TrimEnd('/'),
            ["OKX_BASE_URL"] = Server.Address.AbsoluteUri.TrimEnd('/'),
            ["OKX_API_KEY"] = trial.HasOkxKey ? Of("OKX API key") : "",
            ["OKX_SECRET_KEY"] = trial.HasOkxKey ? Of("OKX API secret") : "",
            ["OKX_PASSPHRASE"] = trial.HasOkxKey ? Of("OKX passphrase") : "",
        };

    /// <summary>The answers of services that give what they are asked for.</summary>
    public IReadOnlyDictionary<string, string> Answers =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [OAuthServer.RegisterPath] = """{"client_id":"client"}""",
            [OAuthServer.DevicePath] = JsonSerializer.Serialize(
                new
                {
                    device_code = Of("OKX device code"),
                    user_code = "WDJB-MJHT",
                    verification_uri = Server.Address + "activate",
                    expires_in = 600,
                    interval = 1,
                }
            ),
            [OAuthServer.TokenPath] = JsonSerializer.Serialize(
                new
                {
                    access_token = Of("OKX access token"),
                    refresh_token = Of("OKX refresh token"),
                    token_type = "Bearer",
                    expires_in = 3600,
                    scope = "live:read",
                }
            ),
            ["/oauth/token"] = JsonSerializer.Serialize(
                new
                {
                    access_token = Claims + Of("Codex access token"),
                    refresh_token = CodexRefreshToken,
                    id_token = Claims + Of("Codex id token"),
                    token_type = "Bearer",
                    expires_in = 864_000,
                }
            ),
        };

    private string Programs => Path.Combine(Home, "programs");

    private string CodexRefreshToken => "rt_simulator_" + Of("Codex refresh token");

    private DateTimeOffset Ends { get; } = DateTimeOffset.UtcNow.AddDays(30);

    // The first two parts of a token; a secret is its third.
    private string Claims
    {
        get
        {
            var claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["exp"] = Ends.ToUnixTimeSeconds(),
                ["iss"] = "https://auth.simulator.invalid",
                ["https://api.openai.com/auth"] = new { chatgpt_account_id = "acct" },
            };
            return $"e30.{Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(claims)).TrimEnd('=')}.";
        }
    }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Home, recursive: true);
    }
}
