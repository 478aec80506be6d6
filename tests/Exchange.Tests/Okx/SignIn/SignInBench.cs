using System.Collections.Concurrent;
using System.Text.Json;
using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Okx.SignIn;

/// <summary>A sign-in service whose answers a test writes, and a client in front of it.</summary>
internal sealed class SignInBench : IAsyncDisposable
{
    public const string DeviceCode = "device-code-0001";
    public const string AccessToken = "access-token-0001";
    public const string RefreshToken = "refresh-token-0001";
    public const string ClientId = "client-id-0001";

    public static readonly string[] Secrets =
    [
        DeviceCode,
        AccessToken,
        RefreshToken,
        ClientId,
        "access-token-0002",
        "refresh-token-0002",
    ];

    private readonly ConcurrentQueue<Answer> _polls = new();
    private readonly ConcurrentQueue<Answer> _devices = new();

    public SignInBench() => Bench = new OkxBench(Respond);

    public OkxBench Bench { get; }

    public Func<ReceivedRequest, Answer> Api { get; set; } = _ => Answer.Json("""{"code":"0","data":[]}""");

    public Answer Registration { get; set; } =
        Answer.Json($$"""{"client_id":"{{ClientId}}","client_id_issued_at":1}""", 201);

    public int Registrations => Bench.Server.CountOf("POST", "/v3" + OAuthServer.RegisterPath);

    public int Devices => Bench.Server.CountOf("POST", "/v3" + OAuthServer.DevicePath);

    public int Polls => Bench.Server.CountOf("POST", "/v3" + OAuthServer.TokenPath);

    public static CancellationToken Cancel => OkxBench.Cancel;

    /// <summary>A good answer to a device code or a refresh token.</summary>
    public static Answer Granted(string access = AccessToken, string? refresh = RefreshToken, string? extra = null) =>
        Answer.Json(
            $$"""{"access_token":"{{access}}","token_type":"Bearer","expires_in":3600{{(refresh is null ? "" : $",\"refresh_token\":\"{refresh}\"")}}{{extra ?? ",\"scope\":\"live:read live:trade\""}}}"""
        );

    public static Answer Error(string word, int status = 400) => Answer.Json($$"""{"error":"{{word}}"}""", status);

    /// <summary>A device answer; fields replace those of the usual one, and null leaves one out.</summary>
    public Answer Device(params (string Name, object? Value)[] fields)
    {
        var answer = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["device_code"] = DeviceCode,
            ["user_code"] = "ABCD-EFGH",
            ["verification_uri"] = $"http://127.0.0.1:{Bench.Server.Address.Port}/activate",
            ["expires_in"] = 600,
            ["interval"] = 5,
        };
        foreach (var (name, value) in fields)
        {
            answer[name] = value;
        }
        return Answer.Json(
            JsonSerializer.Serialize(
                answer.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value)
            )
        );
    }

    public void WillPoll(params Answer[] answers) => Array.ForEach(answers, _polls.Enqueue);

    public void WillGive(params Answer[] answers) => Array.ForEach(answers, _devices.Enqueue);

    public Task<OkxDeviceCode> StartAsync(string site = "eea", bool force = false) =>
        Bench.PassTime(Bench.SignIn.StartAsync(site, OAuthServer.UsualScopes, force, Cancel));

    public Task<OkxAuthStatus> StatusAsync() => Bench.PassTime(Bench.SignIn.StatusAsync(Cancel));

    public async Task SignInAsync(string site = "eea")
    {
        WillPoll(Granted());
        await StartAsync(site, force: true);
        Pass(5);
        Assert.Equal(OkxAuthStatus.LoggedIn, (await StatusAsync()).Status);
    }

    public void Pass(double seconds) => Bench.Clock.Advance(TimeSpan.FromSeconds(seconds));

    public SignInState State() => Bench.Store.Read();

    /// <summary>What was said or written anywhere holds no secret of the sign-in.</summary>
    public void AssertNoSecrets(params object?[] shown)
    {
        var text = string.Join('\n', shown.Concat(Bench.Told).Concat(Bench.Warnings));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync()
    {
        AssertNoSecrets();
        foreach (
            var file in Directory.GetFiles(Path.GetDirectoryName(Bench.StorePath)!, "*", SearchOption.AllDirectories)
        )
        {
            var content = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
            Assert.All(Secrets, secret => Assert.DoesNotContain(secret, content, StringComparison.Ordinal));
        }
        return Bench.DisposeAsync();
    }

    private Answer Respond(ReceivedRequest request)
    {
        var path = request.Path["/v3".Length..];
        return path switch
        {
            OAuthServer.RegisterPath => Registration,
            OAuthServer.DevicePath => _devices.TryDequeue(out var device) ? device : Device(),
            OAuthServer.TokenPath => _polls.TryDequeue(out var poll) ? poll : Error("authorization_pending"),
            _ => Api(request),
        };
    }
}
