using Exchange.Http;
using static System.Net.Http.HttpMethod;

namespace Exchange.Strategy;

/// <summary>How a call says who it is.</summary>
internal enum StrategyAuth
{
    /// <summary>Nobody: steps of a sign-in.</summary>
    None,

    /// <summary>The session's token.</summary>
    Session,

    /// <summary>The session's token, marked as the agentic wallet's (<c>X-Web3-Auth-Type: 1</c>).</summary>
    AgenticSession,

    /// <summary>The session's token, else the API key, else nobody.</summary>
    Market,
}

/// <summary>One row of the table of endpoints.</summary>
internal sealed record StrategyEndpoint(
    string Call,
    HttpMethod Method,
    string Path,
    StrategyAuth Auth,
    Repeat Repeat,
    TimeSpan TimeLimit
)
{
    public ApiRequest Request(byte[]? body = null, params KeyValuePair<string, string>[] query) =>
        new()
        {
            Call = Call,
            Method = Method,
            Path = Path,
            Query = query,
            Body = body is null ? null : _ => body,
            IsPrivate = Auth is StrategyAuth.Session or StrategyAuth.AgenticSession,
            Limits = [],
            Repeat = Repeat,
            TimeLimit = TimeLimit,
        };
}

/// <summary>The table of strategy.md 2.3 and 14, in its order.</summary>
internal sealed class StrategyEndpoints(string prefix)
{
    private const string Wallet = "/priapi/v5/wallet/agentic";
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly string _orders = prefix + "/dex/strategy/agentic/limitOrder";

    public StrategyEndpoint CreateOrder => Order("createOrder", Post, Repeat.Never);

    public StrategyEndpoint Cancel => Order("cancel", Post, Repeat.Never);

    public StrategyEndpoint OpenOrders => Order("getOpenOrder", Post, Repeat.SafeOnce);

    public StrategyEndpoint OrderDetail => Order("openOrderDetail", Get, Repeat.SafeOnce);

    public StrategyEndpoint Reactivate => Order("reactivate", Post, Repeat.Never);

    public static StrategyEndpoint AttestDoc { get; } =
        new(
            "getAttestDocHex",
            Get,
            Wallet + "/strategy/getAttestDocHex",
            StrategyAuth.AgenticSession,
            Repeat.SafeOnce,
            Short
        );

    public static StrategyEndpoint RegisterTee { get; } =
        new(
            "registerTeeInfo",
            Post,
            Wallet + "/strategy/registerTeeInfo",
            StrategyAuth.AgenticSession,
            Repeat.SafeNever,
            Short
        );

    public static StrategyEndpoint Price { get; } =
        new("price", Post, "/api/v6/dex/market/price", StrategyAuth.Market, Repeat.SafeOnce, Short);

    public static StrategyEndpoint TokenInfo { get; } =
        new("basic-info", Post, "/api/v6/dex/market/token/basic-info", StrategyAuth.Market, Repeat.SafeOnce, Short);

    public static StrategyEndpoint SessionResult { get; } =
        new("session/result", Post, Wallet + "/auth/session/result", StrategyAuth.None, Repeat.SafeNever, Long);

    public static StrategyEndpoint Refresh { get; } = SignIn("auth/refresh");

    public static StrategyEndpoint EmailInit { get; } = SignIn("auth/init");

    public static StrategyEndpoint EmailVerify { get; } = SignIn("auth/verify");

    public static StrategyEndpoint KeyInit { get; } = SignIn("auth/ak/init");

    public static StrategyEndpoint KeyVerify { get; } = SignIn("auth/ak/verify");

    public static StrategyEndpoint Accounts { get; } =
        new("account/list", Post, Wallet + "/account/list", StrategyAuth.Session, Repeat.SafeOnce, Long);

    public static StrategyEndpoint Addresses { get; } =
        new(
            "account/address/list",
            Post,
            Wallet + "/account/address/list",
            StrategyAuth.Session,
            Repeat.SafeOnce,
            Long
        );

    private static readonly Dictionary<string, StrategyAuth> AuthOfOthers = new StrategyEndpoint[]
    {
        AttestDoc,
        RegisterTee,
        Price,
        TokenInfo,
        SessionResult,
        Refresh,
        EmailInit,
        EmailVerify,
        KeyInit,
        KeyVerify,
        Accounts,
        Addresses,
    }.ToDictionary(endpoint => endpoint.Call, endpoint => endpoint.Auth, StringComparer.Ordinal);

    /// <summary>How a call says who it is; the five of limit orders all do it as the agentic wallet.</summary>
    public static StrategyAuth AuthOf(ApiRequest request) =>
        AuthOfOthers.GetValueOrDefault(request.Call, StrategyAuth.AgenticSession);

    private StrategyEndpoint Order(string call, HttpMethod method, Repeat repeat) =>
        new(call, method, $"{_orders}/{call}", StrategyAuth.AgenticSession, repeat, Short);

    private static StrategyEndpoint SignIn(string call) =>
        new(call, Post, $"{Wallet}/{call}", StrategyAuth.None, Repeat.SafeNever, Long);
}
