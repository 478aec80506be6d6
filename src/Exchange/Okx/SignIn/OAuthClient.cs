using System.Text;
using System.Text.Json;
using Exchange.Http;

namespace Exchange.Okx.SignIn;

/// <summary>The four requests of okx-account.md 5.1, each sent once. What an answer means is decided elsewhere.</summary>
internal sealed class OAuthClient(OAuthServer server, ReadCorridor corridor, ApiListener listener) : IRequestSigner
{
    // The service allows about five requests a second (okx-account.md 5.6).
    private static readonly RateLimit[] Limits = [RateLimit.PerSecond("okx sign-in", 4)];

    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(15);

    // A status read makes one poll, and nobody waits longer than this for it (okx-account.md 5.4).
    private static readonly TimeSpan PollLimit = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Scope => "sign-in";

    /// <summary>The redirection that a device never uses, for registrations that ask for one.</summary>
    public static string[] RedirectUris { get; } = ["http://127.0.0.1/callback"];

    public Task<OAuthAnswer> RegisterAsync(string scope, CancellationToken cancel) =>
        SendAsync(
            OAuthServer.RegisterPath,
            UsualLimit,
            "application/json",
            CompactJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("client_name", "Exchange for PowerShell");
                WriteList(json, "redirect_uris", RedirectUris);
                json.WriteString("scope", scope);
                WriteList(json, "grant_types", [OAuthServer.DeviceGrant, "refresh_token"]);
                json.WriteString("token_endpoint_auth_method", "none");
                json.WriteEndObject();
            }),
            cancel
        );

    public Task<OAuthAnswer> AuthorizeDeviceAsync(string clientId, string scope, CancellationToken cancel) =>
        SendFormAsync(
            OAuthServer.DevicePath,
            UsualLimit,
            [("client_id", clientId), ("scope", scope), ("resource", server.Resource)],
            cancel
        );

    public Task<OAuthAnswer> PollAsync(string clientId, string deviceCode, CancellationToken cancel) =>
        SendFormAsync(
            OAuthServer.TokenPath,
            PollLimit,
            [
                ("grant_type", OAuthServer.DeviceGrant),
                ("device_code", deviceCode),
                ("client_id", clientId),
                ("resource", server.Resource),
            ],
            cancel
        );

    public Task<OAuthAnswer> RefreshAsync(string clientId, string refreshToken, CancellationToken cancel) =>
        SendFormAsync(
            OAuthServer.TokenPath,
            UsualLimit,
            [
                ("grant_type", "refresh_token"),
                ("refresh_token", refreshToken),
                ("client_id", clientId),
                ("resource", server.Resource),
            ],
            cancel
        );

    /// <inheritdoc/>
    public SignedRequest Sign(ApiRequest request) =>
        new([new("User-Agent", OkxSigner.UserAgent)], request.Body?.Invoke(0)) { ContentType = request.Call };

    // okx-account.md 5.1: form first; where the service wants another type, once more as JSON.
    private async Task<OAuthAnswer> SendFormAsync(
        string path,
        TimeSpan limit,
        (string Name, string Value)[] fields,
        CancellationToken cancel
    )
    {
        var form = string.Join(
            '&',
            fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")
        );
        var answer = await SendAsync(
                path,
                limit,
                "application/x-www-form-urlencoded",
                Encoding.ASCII.GetBytes(form),
                cancel
            )
            .ConfigureAwait(false);
        return WantsAnotherType(answer)
            ? await SendAsync(path, limit, "application/json", Json(fields), cancel).ConfigureAwait(false)
            : answer;
    }

    private async Task<OAuthAnswer> SendAsync(
        string path,
        TimeSpan limit,
        string contentType,
        byte[] body,
        CancellationToken cancel
    )
    {
        var request = new ApiRequest
        {
            Call = contentType,
            Method = HttpMethod.Post,
            Path = path,
            Body = _ => body,
            IsPrivate = false,
            Limits = Limits,
            Repeat = Repeat.SafeNever,
            TimeLimit = limit,
        };
        var service = new ApiService("Okx", server.Address, (_, _) => null)
        {
            ErrorWithoutAnswer = Without,
            Patience = (TimeSpan.FromSeconds(60), TooSoon),
        };
        var reply = await corridor
            .ClientOf(service, this, listener)
            .SendForReplyAsync(request, cancel)
            .ConfigureAwait(false);
        return OAuthAnswer.Read(reply);
    }

    private static bool WantsAnotherType(OAuthAnswer answer) =>
        answer.Status == 415
        || (
            answer.Status == 400
            && $"{answer.Error} {answer.Description}" is var said
            && (
                said.Contains("content-type", StringComparison.OrdinalIgnoreCase)
                || said.Contains("content type", StringComparison.OrdinalIgnoreCase)
                || said.Contains("50006", StringComparison.Ordinal)
            )
        );

    private static ServiceError Without(ApiRequest request, UnusableAnswer answer) =>
        new(
            nameof(OkxErrorType.NetworkError),
            answer.Failure == TransportFailure.TimedOut ? ErrorKind.Timeout : ErrorKind.Connection,
            $"Network error: {request.Endpoint} ({answer.Reason}).",
            "Check the network, then repeat.",
            null
        );

    private static ServiceError TooSoon(ApiRequest request, TimeSpan wait) =>
        new(
            nameof(OkxErrorType.RateLimitError),
            ErrorKind.RateLimited,
            FormattableString.Invariant(
                $"The sign-in service asked for a pause of {Math.Ceiling(wait.TotalSeconds):0} more seconds; nothing was sent."
            ),
            "Repeat then.",
            null
        );

    private static byte[] Json((string Name, string Value)[] fields) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                json.WriteString(name, value);
            }
            json.WriteEndObject();
        });

    private static void WriteList(Utf8JsonWriter json, string name, string[] values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }
}
