using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Exchange.Desk;
using Exchange.Http;
using Exchange.Storage;
using Exchange.Strategy;
using Exchange.Strategy.Wallet;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Strategy;

/// <summary>
/// A strategy client in front of a loopback server that answers as strategy.md says unless a test says otherwise, with the session,
/// the keys and the clock of its vectors.
/// </summary>
internal sealed class StrategyBench : IAsyncDisposable
{
    public const string Created =
        """{"code":0,"msg":"","data":{"orderId":"17262791359882690","status":2,"strategyType":2,"chainId":"42161","createTime":"1778135508011","expireTime":"1778740307340","estimatedWaitTime":12,"eventCursor":null}}""";

    public const string Detail =
        """{"code":0,"msg":"","data":{"orderId":"17262791359882690","status":1,"strategyType":2,"chainId":"42161","transactionInfo":{"txHash":"0xabc"}}}""";

    public const string Attestation = """{"code":0,"data":["deadbeef00112233445566778899aabbccddeeff"]}""";

    private readonly ReadCorridor _corridor;
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Answer>> _scripted = new(StringComparer.Ordinal);

    public StrategyBench(bool isSignedIn = true)
    {
        Server = new LoopbackServer(Respond);
        _corridor = new ReadCorridor(Clock, () => 0.5) { Transport = new ApiTransport(WireClock) };
        Connection = new StrategyConnection(Server.Address);
        Client = NewClient();
        Journal = new Journal(Folder);
        Desk = new WriteDesk(Journal, Clock, Warnings.Enqueue);
        if (isSignedIn)
        {
            SignIn();
        }
    }

    public LoopbackServer Server { get; }

    public ManualClock Clock { get; } = new(Vectors.Now);

    public ManualClock WireClock { get; } = new();

    public StrategyConnection Connection { get; init; }

    public StrategyClient Client { get; }

    public Journal Journal { get; }

    public WriteDesk Desk { get; }

    public StateFolder Folder => new(_folder["state"]);

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<string> Told { get; } = new();

    /// <summary>Prices in USD by lower-case address; null is a price that the service does not give.</summary>
    public ConcurrentDictionary<string, string?> Prices { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [Vectors.Arb] = "0.1523",
            ["11111111111111111111111111111111"] = "154.2",
        };

    /// <summary>Symbols and decimals by address; decimals as the service writes them.</summary>
    public ConcurrentDictionary<string, (string Symbol, string? Decimals)> Tokens { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [Vectors.ArbUsdc] = ("USDC", "6"),
            [Vectors.Arb] = ("ARB", "18"),
            [Vectors.SolUsdc] = ("USDC", "6"),
            ["11111111111111111111111111111111"] = ("SOL", "9"),
        };

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The example order of strategy.md 2.5-1.</summary>
    public static StrategyOrderTicket Ticket { get; } =
        new()
        {
            Chain = "arbitrum",
            FromToken = Vectors.ArbUsdc,
            ToToken = Vectors.Arb,
            Amount = "10",
            Direction = StrategyDirection.Buy,
            TriggerPrice = "0.10",
        };

    /// <summary>Another client of the same user, as another process would have.</summary>
    public StrategyClient NewClient() =>
        new(Connection, Folder, _corridor, new ApiListener(_ => { }, Warnings.Enqueue), Told.Enqueue);

    /// <summary>The next answers to a call, in this order; then the usual ones.</summary>
    public void Script(string call, params Answer[] answers)
    {
        var queue = _scripted.GetOrAdd(call, _ => new());
        Array.ForEach(answers, queue.Enqueue);
    }

    public static Answer Refused(long code, string? message = null) =>
        Answer.Json($$"""{"code":{{code}},"msg":{{JsonSerializer.Serialize(message ?? "")}},"data":null}""");

    /// <summary>Requests to a call.</summary>
    public IReadOnlyList<ReceivedRequest> To(string call) => [.. Server.Requests.Where(r => CallOf(r) == call)];

    /// <summary>The session that a sign-in would have left.</summary>
    public void SignIn(Action<WalletRecord>? change = null)
    {
        var record = new WalletRecord
        {
            AccessToken = Jwt(Vectors.Now.AddHours(1), "access"),
            RefreshToken = Jwt(Vectors.Now.AddDays(20), "refresh"),
            SessionKey = Convert.FromBase64String(Vectors.SessionKey),
            SaTeeId = "tee-sa-01",
            SessionCert = "BASE64CERT",
            EncryptedSessionSk = Vectors.EncryptedSessionSk,
            SessionKeyExpireAt = Vectors.Now.AddDays(20).ToUnixTimeSeconds().ToString(null, null),
            Email = "u@example.com",
            LoginType = "google",
            ProjectId = "p1",
            SelectedAccountId = "acc-7f21",
            Accounts =
            [
                Account("acc-7f21", Vectors.EvmAddress, Vectors.SolAddress),
                Account("acc-0002", "0x00000000000000000000000000000000000000a2", null),
            ],
        };
        change?.Invoke(record);
        Store().ReplaceAsync(record, Cancel).GetAwaiter().GetResult();
    }

    public WalletStore Store() => new(Folder, Connection.Address);

    public static WalletAccountRecord Account(string id, string? evm, string? sol) =>
        new()
        {
            AccountId = id,
            AccountName = "Wallet " + id,
            Addresses =
            [
                .. new[] { ("1", evm), ("501", sol) }
                    .Where(pair => pair.Item2 is not null)
                    .Select(pair => new WalletAddressRecord { ChainIndex = pair.Item1, Address = pair.Item2! }),
            ],
        };

    public static string Jwt(DateTimeOffset expiry, string tag)
    {
        var payload = $$"""{"exp":{{expiry.ToUnixTimeSeconds()}},"tag":"{{tag}}"}""";
        var middle = Convert
            .ToBase64String(Encoding.UTF8.GetBytes(payload))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
        return $"eyJhbGciOiJIUzI1NiJ9.{middle}.c2ln";
    }

    /// <summary>Drafts and sends without a question.</summary>
    public async Task<StrategyPlacement> PlaceAsync(StrategyOrderTicket? ticket = null)
    {
        var drafted = await Client.DraftOrderAsync(ticket ?? Ticket, Cancel);
        return drafted.Draft is { } draft
            ? (await PassTime(Desk.SubmitAsync(Client.Place(draft, null), Yes, Cancel)))!.Answer
            : new StrategyPlacement(null, drafted.TooSmall);
    }

    public static Task<bool> Yes(IDraft draft, CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Waits for a call, moving the clock whenever the call waits.</summary>
    public async Task<T> PassTime<T>(Task<T> call)
    {
        await Clock.LeapUntilDone(call.ContinueWith(_ => { }, TaskScheduler.Default));
        return await call;
    }

    public async Task<ExchangeException> FailsAsync(Func<Task> act) => await Assert.ThrowsAsync<ExchangeException>(act);

    public async Task<Attempt> OnlyAttemptAsync() => Assert.Single((await Journal.ReadAsync(Cancel)).Attempts);

    public async ValueTask DisposeAsync()
    {
        _corridor.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private static string CallOf(ReceivedRequest request) =>
        request.Path.EndsWith("/auth/session/result", StringComparison.Ordinal) ? "session/result"
        : request.Path.EndsWith("/address/list", StringComparison.Ordinal) ? "address/list"
        : request.Path.EndsWith("/account/list", StringComparison.Ordinal) ? "account/list"
        : request.Path[(request.Path.LastIndexOf('/') + 1)..];

    private Answer Respond(ReceivedRequest request)
    {
        var call = CallOf(request);
        if (_scripted.TryGetValue(call, out var queue) && queue.TryDequeue(out var scripted))
        {
            return scripted;
        }
        return call switch
        {
            "price" => Answer.Json(Market(request, PriceRow)),
            "basic-info" => Answer.Json(Market(request, InfoRow)),
            "createOrder" => Answer.Json(Created),
            "cancel" => Answer.Json("""{"code":0,"msg":"","data":{"updateNum":1,"estimatedWaitTime":null}}"""),
            "getOpenOrder" => Answer.Json("""{"code":0,"msg":"","data":{"hasNext":false,"cursor":"","dataList":[]}}"""),
            "openOrderDetail" => Answer.Json(Detail),
            "reactivate" => Answer.Json("""{"code":0,"data":{"successIds":["1"],"failIds":[]}}"""),
            "getAttestDocHex" => Answer.Json(Attestation),
            "registerTeeInfo" => Answer.Json("""{"code":0,"msg":"","data":null}"""),
            "refresh" => Answer.Json(RefreshedPair("1")),
            _ => Answer.Json("""{"code":1,"msg":"no such call"}"""),
        };
    }

    public static string RefreshedPair(string tag) =>
        $$"""{"code":0,"data":[{"accessToken":"{{Jwt(Vectors.Now.AddHours(2), "access" + tag)}}","refreshToken":"{{Jwt(Vectors.Now.AddDays(21), "refresh" + tag)}}","chainUpdated":false,"allAccountAddressList":null}]}""";

    private static string Market(ReceivedRequest request, Func<string, string, string?> row)
    {
        using var body = JsonDocument.Parse(request.Body);
        var rows = body
            .RootElement.EnumerateArray()
            .Select(token =>
                row(
                    token.GetProperty("chainIndex").GetString()!,
                    token.GetProperty("tokenContractAddress").GetString()!
                )
            )
            .OfType<string>();
        return $$"""{"code":"0","msg":"","data":[{{string.Join(',', rows)}}]}""";
    }

    private string? PriceRow(string chain, string address) =>
        Prices.TryGetValue(address, out var price)
            ? price is null
                ? $$"""{"chainIndex":"{{chain}}","tokenContractAddress":"{{address}}"}"""
                : $$"""{"chainIndex":"{{chain}}","tokenContractAddress":"{{address}}","time":"1778135500000","price":"{{price}}"}"""
            : null;

    private string? InfoRow(string chain, string address) =>
        Tokens.TryGetValue(address, out var token)
            ? $$"""{"chainIndex":"{{chain}}","tokenContractAddress":"{{address}}","tokenName":"{{token.Symbol}} Coin","tokenSymbol":"{{token.Symbol}}","tokenLogoUrl":"https://x","decimal":{{(token.Decimals is null ? "null" : $"\"{token.Decimals}\"")}},"tagList":{"communityRecognized":true} }"""
            : null;
}
