using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Exchange.Simulator.Okx;

namespace Exchange.Simulator.Tests.Support;

/// <summary>A client of the simulated OKX, who signs as okx-account.md 8 says and signs in as 5.1 says.</summary>
internal sealed class OkxClient(ExchangeSimulator simulator) : IDisposable
{
    public const string DeviceGrantType = "urn:ietf:params:oauth:grant-type:device_code";

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
        }
    );

    public OkxSimulatorKey Key { get; init; } = OkxSimulatorAccount.Default.Live;

    public bool IsDemo { get; init; }

    public string Resource => simulator.OkxAddress + "/api/v1/mcp";

    public void Dispose() => _http.Dispose();

    public static string Sign(string secret, string prehash) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(prehash)));

    public Task<Answer> Look(string path) => Send(Request(HttpMethod.Get, path));

    /// <summary>A signed GET.</summary>
    public Task<Answer> Ask(string path) => Send(Signed(HttpMethod.Get, path));

    /// <summary>A signed POST.</summary>
    public Task<Answer> Post(string path, string body) => Send(Signed(HttpMethod.Post, path, body));

    public Task<Answer> Bearer(string token, string path, bool isDemo = false)
    {
        var request = Request(HttpMethod.Get, path);
        request.Headers.Add("Authorization", "Bearer " + token);
        if (isDemo)
        {
            request.Headers.Add("x-simulated-trading", "1");
        }
        return Send(request);
    }

    public HttpRequestMessage Signed(HttpMethod method, string path, string? body = null)
    {
        var time = simulator.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return Signed(method, path, body, time, Sign(Key.Secret, time + method.Method + path + body));
    }

    public HttpRequestMessage Signed(HttpMethod method, string path, string? body, string time, string signature)
    {
        var request = Request(method, path, body);
        request.Headers.Add("OK-ACCESS-KEY", Key.Key);
        request.Headers.Add("OK-ACCESS-SIGN", signature);
        request.Headers.Add("OK-ACCESS-TIMESTAMP", time);
        request.Headers.Add("OK-ACCESS-PASSPHRASE", Key.Passphrase);
        if (IsDemo)
        {
            request.Headers.Add("x-simulated-trading", "1");
        }
        return request;
    }

    public HttpRequestMessage Request(HttpMethod method, string path, string? body = null)
    {
        var request = new HttpRequestMessage(method, simulator.OkxAddress + path);
        request.Headers.Add("User-Agent", "exchange-tests/1");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        return request;
    }

    /// <summary>A form, as the token endpoint takes it and as a browser sends it.</summary>
    public Task<Answer> Form(string path, params (string Name, string Value)[] fields)
    {
        var request = Request(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        return Send(request);
    }

    public async Task<string> Register()
    {
        var answer = await Send(
            Request(
                HttpMethod.Post,
                "/api/v5/mcp/auth/register",
                """{"client_name":"Tests","redirect_uris":["http://127.0.0.1/cb"],"scope":"live:read","token_endpoint_auth_method":"none"}"""
            )
        );
        Assert.True(answer.Status == 201, answer.Text);
        return answer.Json.GetProperty("client_id").GetString()!;
    }

    public async Task<JsonElement> StartDevice(string clientId, string scope = "live:read live:trade demo:read")
    {
        var answer = await Form(
            "/api/v5/mcp/auth/device/authorize",
            ("client_id", clientId),
            ("scope", scope),
            ("resource", Resource)
        );
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    public Task<Answer> Poll(string clientId, string deviceCode) =>
        Form(
            "/api/v5/mcp/auth/token",
            ("grant_type", DeviceGrantType),
            ("device_code", deviceCode),
            ("client_id", clientId),
            ("resource", Resource)
        );

    public Task<Answer> Refresh(string clientId, string refreshToken) =>
        Form(
            "/api/v5/mcp/auth/token",
            ("grant_type", "refresh_token"),
            ("refresh_token", refreshToken),
            ("client_id", clientId),
            ("resource", Resource)
        );

    /// <summary>Signs in whole, and gives the token answer.</summary>
    public async Task<JsonElement> SignIn(string clientId, string scope = "live:read live:trade demo:read")
    {
        var device = await StartDevice(clientId, scope);
        simulator.Okx.Decide(device.GetProperty("user_code").GetString(), isApproved: true);
        var answer = await Poll(clientId, device.GetProperty("device_code").GetString()!);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    /// <summary>A command of the control plane.</summary>
    public Task<Answer> Control(string command, string body) =>
        Send(
            new(HttpMethod.Post, $"{simulator.Address}_simulator/okx/{command}")
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            }
        );

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using (request)
        {
            return await Answer.ReadAsync(await _http.SendAsync(request, TestContext.Current.CancellationToken));
        }
    }
}
