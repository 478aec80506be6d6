using System.Text;
using System.Text.Json;
using Exchange.Okx.SignIn;
using Exchange.Storage;
using Exchange.Strategy.Wallet;

namespace Exchange.Faults.Secrets;

/// <summary>One user with every kind of secret in its place, whose services all repeat what they are sent.</summary>
internal sealed class SecretScene : IDisposable
{
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
        "Codex code",
        "Codex verifier",
        "Codex access token",
        "Codex refresh token",
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

    /// <summary>The folder with the files that hold a secret by contract, and are the user's own; the rest is searched.</summary>
    public string Vault => Path.Combine(Home, "okx");

    public Dictionary<string, string> Variables(bool withOkxKey) =>
        new(StringComparer.Ordinal)
        {
            ["EXCHANGE_HOME"] = Path.Combine(Home, "state"),
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
            ["OKX_API_KEY"] = withOkxKey ? Of("OKX API key") : "",
            ["OKX_SECRET_KEY"] = withOkxKey ? Of("OKX API secret") : "",
            ["OKX_PASSPHRASE"] = withOkxKey ? Of("OKX passphrase") : "",
            ["PLANTED_CALLBACK"] =
                $"http://localhost:1455/auth/callback?code={Uri.EscapeDataString(Of("Codex code"))}&state=0123456789abcdef",
        };

    /// <summary>Sessions as earlier sign-ins left them.</summary>
    public async Task PlantAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(Home, "home"));
        var ends = DateTimeOffset.UtcNow.AddDays(30);
        var payload = $"{{\"exp\":{ends.ToUnixTimeSeconds()},\"iss\":\"https://auth.simulator.invalid\"}}";
        var token = $"e30.{Convert.ToBase64String(Encoding.ASCII.GetBytes(payload)).TrimEnd('=')}.";
        var address = Server.Address.AbsoluteUri.TrimEnd('/');
        var state = new StateFolder(Path.Combine(Home, "state"));
        await new OkxSignInStore(state.File(OkxSignInStore.RehearsalFileName)).UpdateAsync(
            session =>
            {
                session.Session = new SignInSession
                {
                    Site = "global",
                    Authority = address,
                    ClientId = "client",
                    AccessToken = Of("OKX access token"),
                    RefreshToken = Of("OKX refresh token"),
                    ExpiresAt = ends,
                    ExpiresIn = (int)TimeSpan.FromDays(30).TotalSeconds,
                };
                return true;
            },
            cancel
        );
        await new WalletStore(state, new Uri(address)).ReplaceAsync(
            new WalletRecord
            {
                AccessToken = token + Of("wallet access token"),
                RefreshToken = token + Of("wallet refresh token"),
                SessionKey = Encoding.UTF8.GetBytes(Of("wallet session key"))[..32],
                SaTeeId = "tee",
                SessionKeyExpireAt = $"{ends.ToUnixTimeSeconds()}",
                Accounts =
                [
                    new WalletAccountRecord
                    {
                        AccountId = "acc",
                        IsDefault = true,
                        Addresses =
                        [
                            new WalletAddressRecord
                            {
                                Address = "0xc4a8cb22c9b39070faeffaf018de6e6309a706af",
                                ChainIndex = "1",
                            },
                        ],
                    },
                ],
            },
            cancel
        );
        await PlantCodexAsync(token, ends, cancel);
    }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Home, recursive: true);
    }

    private async Task PlantCodexAsync(string token, DateTimeOffset ends, CancellationToken cancel)
    {
        var rehearsal = Path.Combine(Home, "state", "codex-rehearsal");
        var agent = Path.Combine(rehearsal, "openclaw", "agents", "main", "agent");
        Directory.CreateDirectory(agent);
        var store = new
        {
            version = 1,
            profiles = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["openai-codex:default"] = new
                {
                    type = "oauth",
                    provider = "openai-codex",
                    access = token + Of("Codex access token"),
                    refresh = "rt_simulator_" + Of("Codex refresh token"),
                    expires = ends.ToUnixTimeMilliseconds(),
                    accountId = "acct",
                },
            },
        };
        await File.WriteAllTextAsync(
            Path.Combine(agent, "auth-profiles.json"),
            JsonSerializer.Serialize(store),
            cancel
        );
    }
}
