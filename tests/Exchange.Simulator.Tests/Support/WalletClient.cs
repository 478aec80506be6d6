using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Exchange.Simulator.Tests.Support;

/// <summary>A client of the simulated wallet: signs in, signs intents, places orders as strategy.md says.</summary>
internal sealed class WalletClient(ExchangeSimulator simulator) : IDisposable
{
    public const string Orders = "/api/v1/dex/strategy/agentic/limitOrder";
    public const string Agentic = "/priapi/v5/wallet/agentic";
    public const string Usdc = "0xaf88d065e77c8cc2239327c5edb3a432268e5831";
    public const string Arb = "0x912ce59144191c1204e64559fe8253a0e49e6548";
    public const string SolanaUsdc = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";
    public const string Sol = "11111111111111111111111111111111";

    public static readonly byte[] TemporaryKey = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
        }
    );

    public string AccessToken { get; set; } = "";

    public string RefreshToken { get; private set; } = "";

    public byte[] Seed { get; private set; } = [];

    public string SessionCert { get; private set; } = "";

    public string? TeeId { get; private set; }

    public string AccountId { get; set; } = "acc-7f21";

    public string EvmAddress { get; set; } = "0xc4a8cb22c9b39070faeffaf018de6e6309a706af";

    public string SolanaAddress { get; set; } = "GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD";

    public static string TemporaryPublicKey => Convert.ToBase64String(WalletKeys.PublicKey(TemporaryKey));

    public void Dispose() => _http.Dispose();

    public static string SignInPath(string id) =>
        $"/account/sociallogin?authSessionId={id}&tempPubKey={Uri.EscapeDataString(TemporaryPublicKey)}&clientType=agent-cli";

    /// <summary>Signs in as a browser would and keeps the session.</summary>
    public async Task SignIn(bool activate = true)
    {
        var id = Guid.NewGuid().ToString();
        await Look(SignInPath(id));
        simulator.Web3.DecideSignIn(id);
        var answer = await Poll(id);
        Assert.True(answer.Code == "0", answer.Text);
        Keep(answer.Data[0]);
        if (activate)
        {
            var registered = await Register();
            Assert.True(registered.Code == "0", registered.Text);
        }
    }

    public void Keep(JsonElement session)
    {
        AccessToken = session.GetProperty("accessToken").GetString()!;
        RefreshToken = session.GetProperty("refreshToken").GetString()!;
        SessionCert = session.GetProperty("sessionCert").GetString()!;
        TeeId = session.TryGetProperty("saTeeId", out var teeId) ? teeId.GetString() : null;
        Seed = WalletKeys.Open(TemporaryKey, session.GetProperty("encryptedSessionSk").GetString()!);
    }

    public Task<Answer> Poll(string id) => Public(Agentic + "/auth/session/result", $$"""{"authSessionId":"{{id}}"}""");

    public async Task<Answer> Register(Action<JsonObject>? change = null)
    {
        var document = (await Ask(Agentic + "/strategy/getAttestDocHex")).Data[0].GetString()!;
        var now = NowMs;
        var body = new JsonObject
        {
            ["accountId"] = AccountId,
            ["timestamp"] = now,
            ["expireTimestamp"] = now + 2_592_000_000,
            ["attestDocHex"] = document,
            ["sessionCert"] = SessionCert,
            ["sessionSig"] = WalletKeys.Sign(Seed, Convert.FromHexString(document)),
        };
        change?.Invoke(body);
        return await Post(Agentic + "/strategy/registerTeeInfo", body.ToJsonString());
    }

    public long NowMs => simulator.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The body of createOrder on Arbitrum: buys ARB with USDC when it falls to 0.10, unless told otherwise.</summary>
    public JsonObject Order(
        int type = 2,
        string amount = "10",
        string trigger = "0.10",
        string raw = "10000000",
        string chain = "42161",
        string from = Usdc,
        string to = Arb,
        long seconds = 604_800
    )
    {
        var isSolana = chain == "501";
        var isBuy = type is 2 or 5;
        var address = isSolana ? SolanaAddress : EvmAddress;
        var now = NowMs;
        var text = string.Join(
            '\n',
            "You will place an order which will be verified and auto-signed by the trusted execution environment.",
            "",
            $"Chain Index: {chain}",
            "Strategy Type: LimitOrderUbased",
            $"Recipient: {address}",
            $"Created At: {Iso(now)}",
            $"Expired At: {Iso(now + seconds * 1000)}",
            $"From Token: {from}",
            $"To Token: {to}",
            $"From Amount(precision adjusted): {raw}",
            $"Timestamp: {now.ToString(CultureInfo.InvariantCulture)}"
        );
        return new JsonObject
        {
            ["chainId"] = chain,
            ["userWalletAddress"] = address,
            ["rule"] = new JsonObject
            {
                ["fromTokenAddress"] = from,
                ["toTokenAddress"] = to,
                ["fromAmount"] = amount,
                ["triggerPrice"] = trigger,
            },
            ["preset"] = new JsonObject
            {
                ["presetType"] = 1,
                [isBuy ? "buyPreset" : "sellPreset"] = new JsonObject
                {
                    ["slippageType"] = 2,
                    ["slippageLevel"] = 4,
                    ["slippageValue"] = "0.15",
                    ["dynamicMaxSlippageValue"] = null,
                    ["routerModeType"] = 1,
                    ["limitOrderFeeLevel"] = 2,
                },
            },
            ["strategyType"] = type,
            ["strategyDirection"] = isBuy ? 0 : 1,
            ["expireTime"] = (now + seconds * 1000).ToString(CultureInfo.InvariantCulture),
            ["sourceType"] = 4,
            ["verifySignInfo"] = new JsonObject
            {
                ["accountId"] = AccountId,
                ["address"] = address,
                ["chainId"] = long.Parse(chain, CultureInfo.InvariantCulture),
                ["signMsg"] = text,
                ["signature"] = WalletKeys.SignText(Seed, text, isSolana),
                ["sessionCert"] = SessionCert,
                ["teeId"] = TeeId,
            },
        };
    }

    public Task<Answer> Create(JsonObject order) => Post(Orders + "/createOrder", order.ToJsonString());

    /// <summary>Places an order that must be accepted; its id.</summary>
    public async Task<string> Placed(JsonObject order)
    {
        var answer = await Create(order);
        Assert.True(answer.Code == "0", answer.Text);
        return answer.Data.GetProperty("orderId").GetString()!;
    }

    public async Task<JsonElement> Detail(string id)
    {
        var answer = await Ask($"{Orders}/openOrderDetail?accountId={AccountId}&orderId={id}&strategyMode=7");
        Assert.True(answer.Code == "0", answer.Text);
        return answer.Data;
    }

    public async Task<int> Status(string id) => (await Detail(id)).GetProperty("status").GetInt32();

    public Task<Answer> List(string filter = "") =>
        Post(
            Orders + "/getOpenOrder",
            $$"""{"accountId":"{{AccountId}}","walletAddressList":["{{EvmAddress}}","{{SolanaAddress}}"]{{filter}}}"""
        );

    public Task<Answer> Cancel(params string[] ids) =>
        Post(
            Orders + "/cancel",
            $$"""{"accountId":"{{AccountId}}","orderIds":["{{string.Join("\",\"", ids)}}"],"cancelAll":false}"""
        );

    public Task<Answer> Resume(params string[] ids) =>
        Post(
            Orders + "/reactivate",
            $$"""{"accountId":"{{AccountId}}","orderIds":["{{string.Join("\",\"", ids)}}"]}"""
        );

    public Task<Answer> Look(string path) => Send(new(HttpMethod.Get, simulator.Web3Address + path));

    public Task<Answer> Ask(string path) => Send(Private(HttpMethod.Get, path));

    public Task<Answer> Post(string path, string body)
    {
        var request = Private(HttpMethod.Post, path);
        request.Content = Json(body);
        return Send(request);
    }

    public Task<Answer> Public(string path, string body) =>
        Send(new(HttpMethod.Post, simulator.Web3Address + path) { Content = Json(body) });

    public Task<Answer> Form(string path, params (string Name, string Value)[] fields) =>
        Send(
            new(HttpMethod.Post, simulator.Web3Address + path)
            {
                Content = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value)),
            }
        );

    public Task<Answer> Control(string command, string body) =>
        Send(new(HttpMethod.Post, $"{simulator.Address}_simulator/web3/{command}") { Content = Json(body) });

    public HttpRequestMessage Private(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, simulator.Web3Address + path);
        request.Headers.Add("Authorization", "Bearer " + AccessToken);
        request.Headers.Add("X-Web3-Auth-Type", "1");
        return request;
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using (request)
        {
            return await Answer.ReadAsync(await _http.SendAsync(request, TestContext.Current.CancellationToken));
        }
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static string Iso(long ms) =>
        DateTimeOffset
            .FromUnixTimeMilliseconds(ms)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
