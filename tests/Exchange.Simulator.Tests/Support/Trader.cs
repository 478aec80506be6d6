using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Exchange.Simulator.Tests.Support;

/// <summary>A customer with a key, who signs as bitopro.md 1.3 says.</summary>
internal sealed class Trader(ExchangeSimulator simulator, SimulatorAccount account) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private long _lastNonce;

    public Trader(ExchangeSimulator simulator)
        : this(simulator, SimulatorAccount.Default) { }

    public static string Sign(string secret, string payload) =>
        Convert
            .ToHexString(HMACSHA384.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(payload)))
            .ToLowerInvariant();

    public void Dispose() => _http.Dispose();

    public long NextNonce() =>
        _lastNonce = Math.Max(simulator.Clock.GetUtcNow().ToUnixTimeMilliseconds(), _lastNonce + 1);

    /// <summary>A public request.</summary>
    public Task<Answer> Look(string path) => Send(new(HttpMethod.Get, simulator.BitoProAddress + path));

    /// <summary>A signed GET.</summary>
    public Task<Answer> Ask(string path) => Signed(HttpMethod.Get, path);

    /// <summary>A signed DELETE.</summary>
    public Task<Answer> Delete(string path) => Signed(HttpMethod.Delete, path);

    /// <summary>A signed POST; <c>NONCE</c> in the body becomes the nonce.</summary>
    public Task<Answer> Post(string path, string body) => Signed(HttpMethod.Post, path, body);

    /// <summary>A signed PUT; <c>NONCE</c> in the body becomes the nonce.</summary>
    public Task<Answer> Put(string path, string body) => Signed(HttpMethod.Put, path, body);

    /// <summary>A LIMIT order; the id of the order as text.</summary>
    public async Task<string> Limit(string pair, string action, string amount, string price, string timeInForce = "GTC")
    {
        var answer = await Post($"/orders/{pair}", OrderBody(action, "LIMIT", amount, price, timeInForce: timeInForce));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json.GetProperty("orderId").ToString();
    }

    /// <summary>A MARKET order; the id of the order as text.</summary>
    public async Task<string> Market(string pair, string action, string amount)
    {
        var answer = await Post($"/orders/{pair}", OrderBody(action, "MARKET", amount));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json.GetProperty("orderId").ToString();
    }

    public async Task<Answer> Order(string pair, string id) => await Ask($"/orders/{pair}/{id}");

    public static string OrderBody(
        string action,
        string type,
        string amount,
        string? price = null,
        string? stopPrice = null,
        string? condition = null,
        string? timeInForce = null
    )
    {
        string?[] members =
        [
            Member("action", action),
            Member("amount", amount),
            Member("price", price),
            "\"timestamp\":NONCE",
            Member("type", type),
            Member("stopPrice", stopPrice),
            Member("condition", condition),
            Member("timeInForce", timeInForce),
            "\"clientId\":2147483647",
            "\"nonce\":NONCE",
        ];
        return "{" + string.Join(',', members.Where(member => member is not null)) + "}";
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using (request)
        {
            return await Answer.ReadAsync(await _http.SendAsync(request, TestContext.Current.CancellationToken));
        }
    }

    public HttpRequestMessage Request(HttpMethod method, string path, string? body = null)
    {
        var nonce = NextNonce().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var payload =
            body?.Replace("NONCE", nonce, StringComparison.Ordinal)
            ?? $$"""{"identity":"{{account.Email}}","nonce":{{nonce}}}""";
        return Request(method, path, Encoding.UTF8.GetBytes(payload), hasBody: body is not null);
    }

    public HttpRequestMessage Request(HttpMethod method, string path, byte[] payload, bool hasBody)
    {
        var base64 = Convert.ToBase64String(payload);
        var request = new HttpRequestMessage(method, simulator.BitoProAddress + path);
        request.Headers.Add("X-BITOPRO-APIKEY", account.ApiKey);
        request.Headers.Add("X-BITOPRO-PAYLOAD", base64);
        request.Headers.Add("X-BITOPRO-SIGNATURE", Sign(account.ApiSecret, base64));
        if (hasBody)
        {
            request.Content = new ByteArrayContent(payload);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return request;
    }

    private static string? Member(string name, string? value) => value is null ? null : $"\"{name}\":\"{value}\"";

    private Task<Answer> Signed(HttpMethod method, string path, string? body = null) =>
        Send(Request(method, path, body));
}
