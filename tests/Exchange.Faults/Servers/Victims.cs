using System.Text;
using System.Text.Json;
using Exchange.BitoPro;
using Exchange.Codex;
using Exchange.Http;
using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Storage;
using Exchange.Strategy;
using Exchange.Strategy.Wallet;

namespace Exchange.Faults.Servers;

/// <summary>A call that a hostile server answers.</summary>
/// <param name="Name">Service and call.</param>
/// <param name="Call">Makes it, at an address.</param>
internal sealed record Victim(string Name, Func<Uri, ReadCorridor, Task> Call)
{
    /// <summary>What all credentials of the victims have in them.</summary>
    public const string Mark = "faults-5ecret";

    private static readonly CodexUsage Unknown = new()
    {
        ProfileId = "openai-codex:default",
        RemoteOk = false,
        ExpiryState = "ok",
    };

    /// <summary>Reads and writes of every service, signed or with tokens.</summary>
    public static IReadOnlyList<Victim> All(string home) =>
        [
            new("BitoPro read", (address, corridor) => BitoPro(address, corridor).GetBalancesAsync(default)),
            new("BitoPro write", (address, corridor) => PlaceAsync(BitoPro(address, corridor))),
            new("OKX read", (address, corridor) => Okx(address, corridor).GetBalancesAsync([], default)),
            new("OKX write", (address, corridor) => WriteAsync(Okx(address, corridor))),
            new(
                "OKX registration",
                (address, corridor) => AskAsync(OAuth(address, corridor).RegisterAsync("s", default))
            ),
            new(
                "OKX refresh",
                (address, corridor) =>
                    AskAsync(OAuth(address, corridor).RefreshAsync($"{Mark}-c", $"{Mark}-r", default))
            ),
            new(
                "OKX poll",
                (address, corridor) => AskAsync(OAuth(address, corridor).PollAsync($"{Mark}-c", $"{Mark}-d", default))
            ),
            new("strategy orders", (address, corridor) => StrategyAsync(address, corridor, home)),
            new(
                "Codex token",
                (address, corridor) =>
                    Codex(address, corridor).ExchangeAsync($"{Mark}-code", $"{Mark}-v", Unknown.ProfileId, default)
            ),
            new("Codex usage", (address, corridor) => UsageAsync(Codex(address, corridor))),
        ];

    /// <summary>Those that can be sent to an address of TLS; Codex knows its live hosts and this machine only.</summary>
    public static IReadOnlyList<Victim> OfTls(string home) =>
        [.. All(home).Where(victim => !victim.Name.StartsWith("Codex", StringComparison.Ordinal))];

    private static BitoProClient BitoPro(Uri address, ReadCorridor corridor) =>
        new(
            new BitoProConnection(
                address,
                BitoProCredentials.From(Secret.From($"{Mark}-key"), Secret.From($"{Mark}-secret"), "faults@example.com")
            ),
            corridor,
            new NonceSource(TimeProvider.System),
            new TradingPairCache(TimeProvider.System),
            ApiListener.Silent
        );

    private static Task PlaceAsync(BitoProClient client) =>
        client
            .Place(
                OrderRules.Check(
                    new OrderTicket
                    {
                        Pair = "btc_twd",
                        Side = BitoProSide.Buy,
                        Type = BitoProOrderType.Limit,
                        Amount = "0.001",
                        Price = "2800000",
                    }
                ),
                attemptId: null
            )
            .Send(default);

    private static OkxClient Okx(Uri address, ReadCorridor corridor) =>
        new(
            new OkxConnection
            {
                Address = address,
                Site = "global",
                WebHost = "www.okx.com",
                LiveAddress = address,
                Key = OkxApiKey.From(
                    Secret.From($"{Mark}-key"),
                    Secret.From($"{Mark}-secret"),
                    Secret.From($"{Mark}-pass")
                ),
            },
            corridor,
            new OkxClockOffsets(),
            ApiListener.Silent
        );

    private static async Task WriteAsync(OkxClient client)
    {
        using var body = JsonDocument.Parse("""{"instId":"BTC-USDT"}""");
        var answer = await client
            .Write(client.DraftWrite("/api/v5/trade/order", [], body.RootElement), attemptId: null)
            .Send(default);
        throw (Exception?)answer.Outcomes[0].Error ?? new InvalidOperationException("It was believed.");
    }

    private static OAuthClient OAuth(Uri address, ReadCorridor corridor) =>
        new(OAuthServer.Of("global", address, address), corridor, ApiListener.Silent);

    // What is no answer of the service is told apart here, and becomes an error where it is used.
    private static async Task AskAsync(Task<OAuthAnswer> asking)
    {
        var answer = await asking;
        if (answer is { Error: null, IsTrouble: false })
        {
            answer.Required("access_token");
        }
        throw new ExchangeException("Okx.Refused", ErrorKind.Service, answer.Error ?? "");
    }

    private static async Task StrategyAsync(Uri address, ReadCorridor corridor, string home)
    {
        var folder = new StateFolder(Path.Combine(home, Guid.NewGuid().ToString("N")));
        var ends = DateTimeOffset.UtcNow.AddDays(90).ToUnixTimeSeconds();
        var token = $"e30.{Convert.ToBase64String(Encoding.ASCII.GetBytes($"{{\"exp\":{ends}}}")).TrimEnd('=')}.{Mark}";
        await new WalletStore(folder, address).ReplaceAsync(
            new WalletRecord
            {
                AccessToken = token,
                RefreshToken = token,
                SessionKeyExpireAt = $"{ends}",
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
            default
        );
        var client = new StrategyClient(new StrategyConnection(address), folder, corridor, ApiListener.Silent);
        await client.GetPageAsync(new StrategyOrderQuery(), default);
    }

    private static CodexClient Codex(Uri address, ReadCorridor corridor) =>
        new(CodexEndpoint.Simulator(address), corridor, ApiListener.Silent);

    // The usage says in a field what went wrong. A simulator is asked with tokens of its own only.
    private static async Task UsageAsync(CodexClient client)
    {
        var token =
            $"e30.{Convert.ToBase64String(Encoding.ASCII.GetBytes($"{{\"iss\":\"{Rehearsal.Issuer}\"}}")).TrimEnd('=')}.{Mark}";
        var usage = await client.UsageAsync(token, $"{Mark}-a", Unknown, TimeSpan.FromSeconds(15), 0, default);
        throw usage.RemoteError is { } error
            ? new ExchangeException("Codex.Usage", ErrorKind.Service, error)
            : new InvalidOperationException("It was believed.");
    }
}
