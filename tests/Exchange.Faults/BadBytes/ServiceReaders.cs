using System.Text.Json;
using Exchange.BitoPro;
using Exchange.Codex;
using Exchange.Codex.Wire;
using Exchange.Http;
using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Storage;
using Exchange.Strategy;
using Exchange.Strategy.Signing;
using Exchange.Strategy.Wallet;
using Exchange.Strategy.Wire;

namespace Exchange.Faults.BadBytes;

/// <summary>Answers of the four services, each through its own client from the bytes to what goes down the pipeline.</summary>
internal static class ServiceReaders
{
    private const string Pair = "btc_twd";
    private static readonly Uri Address = new("http://127.0.0.1/");
    private static readonly NonceSource Nonces = new(TimeProvider.System);
    private static readonly OAuthServer SignIn = OAuthServer.Of("global", Address, Address);
    private static readonly byte[] SessionKey = Enumerable.Range(1, 32).Select(i => (byte)i).ToArray();
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_778_135_507_340);

    private static readonly BitoProConnection BitoProAccount = new(
        Address,
        BitoProCredentials.From(Secret.From("faults-key-0001"), Secret.From("faults-secret-0001"), "faults@example.com")
    );

    private static readonly OkxConnection OkxAccount = new()
    {
        Address = Address,
        Site = "global",
        WebHost = "www.okx.com",
        LiveAddress = Address,
        Key = OkxApiKey.From(Secret.From("faults-key"), Secret.From("faults-secret"), Secret.From("faults-pass")),
    };

    // The calls take turns by the input's length, so that each meets the answers of all.
    private static readonly Func<BitoProClient, Task>[] BitoProCalls =
    [
        client => client.GetTickersAsync(Pair, default),
        client => client.GetTickersAsync(null, default),
        client => client.GetOrderBookAsync(Pair, null, null, default),
        client => client.GetTradesAsync(Pair, default),
        client => client.GetCandlesticksAsync(Pair, "1h", Now, Now.AddHours(1), default),
        client => client.GetTradingPairsAsync(default),
        client => client.GetCurrenciesAsync(default),
        client => client.GetFeesAsync(default),
        client => client.GetOtcPriceAsync("usdt", default),
        client => client.GetBalancesAsync(default),
        client => client.GetOpenOrdersAsync(Pair, default),
        client => client.GetOrderAsync(Pair, "5550001112", default),
        client => WalkAsync(client.GetOrderHistoryAsync(new OrderHistoryQuery { Pair = Pair }, default)),
        client => WalkAsync(client.GetFillsAsync(new FillQuery { Pair = Pair }, default)),
        client => WalkAsync(client.GetDepositsAsync(new TransferQuery { Currency = "usdt" }, default)),
        client => WalkAsync(client.GetWithdrawalsAsync(new TransferQuery { Currency = "usdt" }, default)),
    ];

    private static readonly JsonElement OkxBody = JsonDocument.Parse("""{"instId":"BTC-USDT"}""").RootElement;

    private static readonly Func<OkxClient, Task>[] OkxCalls =
    [
        client => client.GetBalancesAsync([], default),
        client => client.GetTickerAsync("BTC-USDT", default),
        client => client.GetAsync("/api/v5/trade/order", [], default),
        client => client.Write(client.DraftWrite("/api/v5/trade/order", [], OkxBody), attemptId: null).Send(default),
    ];

    private static readonly Action<ApiRequest, ApiReply>[] StrategyAnswers =
    [
        Decode(StrategyJson.Default.Order, answer => (answer.Data ?? throw new JsonException()).ToModel("acc")),
        Decode(
            StrategyJson.Default.OrderPage,
            answer => (answer.Data?.DataList ?? []).OfType<OrderWire>().Select(order => order.ToModel("acc")).ToList()
        ),
        Decode(StrategyJson.Default.Cancelled, answer => OrderMapping.Fitted(answer.Data?.EstimatedWaitTime)),
        Decode(StrategyJson.Default.Reactivated, answer => answer.Data),
        Decode(StrategyJson.Default.Texts, answer => answer.Data),
        Decode(StrategyJson.Default.Prices, answer => answer.Items.Select(row => LenientTime.Of(row?.Time)).ToList()),
        Decode(StrategyJson.Default.TokenInfos, answer => answer.Items.Length),
        Decode(
            StrategyJson.Default.SignIn,
            answer => AccountWire.ToRecords(answer.Data?.FirstOrDefault()?.AllAccountAddressList)
        ),
        Decode(StrategyJson.Default.Refreshed, answer => answer.Data?.FirstOrDefault()),
        Decode(StrategyJson.Default.Accounts, answer => AccountWire.ToRecords(answer.Data)),
        Decode(
            StrategyJson.Default.Addresses,
            answer => AccountWire.ToRecords(answer.Data?.FirstOrDefault()?.Accounts)
        ),
        Decode(StrategyJson.Default.Flow, answer => answer.Data?.FirstOrDefault()),
    ];

    private static readonly ApiService Strategy = new("Strategy", Address, StrategyErrors.In)
    {
        IdOf = StrategyErrors.IdOf,
    };

    private static readonly ApiRequest StrategyRequest = new()
    {
        Call = "faults",
        Method = HttpMethod.Post,
        Path = "/faults",
        IsPrivate = false,
        Limits = [],
        Repeat = Repeat.SafeNever,
    };

    private static readonly CodexUsage NoUsage = new()
    {
        ProfileId = "openai-codex:default",
        RemoteOk = false,
        ExpiryState = default!,
    };

    public static IReadOnlyList<Reader> All { get; } =
    [
        Own("BitoPro replies", ServiceSamples.BitoPro, BitoPro, 30),
        Own("OKX replies", ServiceSamples.Okx, Okx, 15),
        Own("OKX sign-in answers", ServiceSamples.OAuth, OAuth, 50),
        Own("strategy and wallet replies", ServiceSamples.Strategy, ReadStrategy, 60),
        Own(
            "sealed session keys",
            ServiceSamples.SealedKeys,
            bytes => SessionSeed.Open(SessionKey, Text(bytes)).Dispose(),
            2
        ),
        Own("tokens (JWT)", ServiceSamples.Tokens, Tokens, 120),
        Own("Codex token replies", ServiceSamples.CodexTokens, CodexTokens, 12),
        Own("Codex usage replies", ServiceSamples.CodexUsage, CodexUsage, 12),
    ];

    private static Reader Own(string name, IReadOnlyList<string> seeds, Action<byte[]> read, int share) =>
        new(
            name,
            [.. seeds.Select(System.Text.Encoding.UTF8.GetBytes)],
            read,
            error => error is ExchangeException,
            share
        );

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static void BitoPro(byte[] bytes)
    {
        var client = new BitoProClient(
            BitoProAccount,
            CannedWire.Answering(bytes).Corridor,
            Nonces,
            new TradingPairCache(TimeProvider.System),
            ApiListener.Silent
        );
        Wait(BitoProCalls[Turn(bytes, BitoProCalls.Length)](client));
    }

    private static void Okx(byte[] bytes)
    {
        var client = new OkxClient(
            OkxAccount,
            CannedWire.Answering(bytes).Corridor,
            new OkxClockOffsets(),
            ApiListener.Silent
        );
        Wait(OkxCalls[Turn(bytes, OkxCalls.Length)](client));
    }

    private static void OAuth(byte[] bytes)
    {
        var answer = OAuthAnswer.Read(new ApiReply(bytes.Length % 8 == 0 ? 400 : 200, "application/json", bytes));
        _ = (
            answer.Seconds("expires_in"),
            answer.Seconds("interval"),
            answer.List("scope"),
            answer.Text("refresh_token")
        );
        OkxSignInErrors.WantsSignIn(answer.Description ?? "");
        DeviceCodeRules.CheckUserCode(answer.Text("user_code") ?? "");
        DeviceCodeRules.CheckPage(answer.Text("verification_uri") ?? "https://www.okx.com/", SignIn);
        answer.Required("access_token");
    }

    private static void ReadStrategy(byte[] bytes)
    {
        var reply = new ApiReply(bytes.Length % 8 == 0 ? 400 : 200, "application/json", bytes);
        if (StrategyErrors.In(StrategyRequest, reply) is null)
        {
            StrategyAnswers[Turn(bytes, StrategyAnswers.Length)](StrategyRequest, reply);
        }
    }

    // Both the token as it is and one with these bytes for its payload.
    private static void Tokens(byte[] bytes)
    {
        var payload = Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        foreach (var token in (string[])[Text(bytes), $"e30.{payload}.c2ln"])
        {
            CodexClaims.Read(token);
            JwtExpiry.Of(token);
        }
    }

    private static void CodexTokens(byte[] bytes)
    {
        var client = new CodexClient(
            CodexEndpoint.Simulator(Address),
            CannedWire.Answering(bytes).Corridor,
            ApiListener.Silent
        );
        Wait(client.ExchangeAsync("code", "verifier", "openai-codex:default", default));
    }

    private static void CodexUsage(byte[] bytes)
    {
        var client = new CodexClient(CodexEndpoint.Live, CannedWire.Answering(bytes).Corridor, ApiListener.Silent);
        Wait(client.UsageAsync("access", "account", NoUsage, TimeSpan.FromSeconds(10), 0, default));
        CodexClient.ErrorCode(new ApiReply(400, "application/json", bytes));
    }

    private static Action<ApiRequest, ApiReply> Decode<TWire, T>(
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<TWire> type,
        Func<TWire, T> map
    )
        where TWire : class => (request, reply) => ReplyDecoder.Decode(Strategy, request, reply, type, map);

    private static int Turn(byte[] bytes, int calls) => (bytes.Length + (bytes.Length > 0 ? bytes[^1] : 0)) % calls;

    private static void Wait(Task call) => call.GetAwaiter().GetResult();

    private static async Task WalkAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            _ = item;
        }
    }
}
