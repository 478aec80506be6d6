using Exchange.Http;

namespace Exchange.Okx;

/// <summary>What is known of one path of the service.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The whole path.</param>
/// <param name="Permits">Requests in two seconds, by the service's own reference.</param>
internal sealed record OkxEndpoint(HttpMethod Method, string Path, int Permits);

/// <summary>Which calls need credentials, and how often they may be made: a limit for each path, as the service counts.</summary>
internal static class OkxEndpoints
{
    public const string Time = "/api/v5/public/time";
    public const string Ticker = "/api/v5/market/ticker";
    public const string Balance = "/api/v5/account/balance";
    public const string Order = "/api/v5/trade/order";
    public const string BatchOrders = "/api/v5/trade/batch-orders";
    public const string CancelOrder = "/api/v5/trade/cancel-order";
    public const string CancelBatchOrders = "/api/v5/trade/cancel-batch-orders";

    // The least that the reference gives to any path; what is not in the table below counts as that.
    private const int LeastPermits = 5;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);

    private static readonly OkxEndpoint[] Known =
    [
        new(HttpMethod.Get, Time, 10),
        new(HttpMethod.Get, Ticker, 20),
        new(HttpMethod.Get, "/api/v5/market/tickers", 20),
        new(HttpMethod.Get, "/api/v5/market/candles", 40),
        new(HttpMethod.Get, "/api/v5/public/instruments", 20),
        new(HttpMethod.Get, Balance, 10),
        new(HttpMethod.Get, "/api/v5/account/positions", 10),
        new(HttpMethod.Post, Order, 60),
        new(HttpMethod.Get, Order, 60),
        new(HttpMethod.Post, BatchOrders, 20),
        new(HttpMethod.Post, CancelOrder, 60),
        new(HttpMethod.Post, CancelBatchOrders, 20),
        new(HttpMethod.Get, "/api/v5/trade/orders-pending", 60),
    ];

    private static readonly string[] PublicFolders = ["/api/v5/market/", "/api/v5/public/", "/api/v5/system/"];

    /// <summary>The paths of the table, each once.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [.. Known.Select(known => known.Path).Distinct(StringComparer.Ordinal)];

    /// <summary>A request as the corridors take it. Reads are repeated once when no answer came, writes never (okx-account.md section 8).</summary>
    public static ApiRequest Request(
        HttpMethod method,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        byte[]? body,
        TimeSpan timeLimit
    ) =>
        new()
        {
            Call = "OKX",
            Method = method,
            Path = path,
            Query = query,
            Body = body is null ? null : _ => body,
            IsPrivate = !IsPublic(method, path),
            Limits = [new RateLimit($"{method.Method} {path}", PermitsOf(method, path), Window)],
            Repeat = method == HttpMethod.Get ? Repeat.SafeOnce : Repeat.Never,
            TimeLimit = timeLimit,
        };

    /// <summary>True for what the service tells everybody.</summary>
    public static bool IsPublic(HttpMethod method, string path) =>
        method == HttpMethod.Get && PublicFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static int PermitsOf(HttpMethod method, string path) =>
        Array.Find(Known, known => known.Method == method && known.Path == path)?.Permits ?? LeastPermits;
}
