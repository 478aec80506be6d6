using System.Text.Json;
using Exchange.Codex.Wire;
using Exchange.Http;

namespace Exchange.Codex;

/// <content>The usage endpoint: the one place besides the token endpoint that ever sees a token, and it sees the access token only.</content>
internal sealed partial class CodexClient
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Asks for the usage. Whatever the service says is an answer and never an error: it may refuse a login that is good elsewhere.
    /// </summary>
    /// <param name="access">The access token; null or empty sends nothing.</param>
    /// <param name="accountId">The account, when it is known.</param>
    /// <param name="local">What the store says of the profile.</param>
    /// <param name="limit">How long one request may take.</param>
    /// <param name="retries">How often it is asked again, after 5xx, time-outs and broken connections.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<CodexUsage> UsageAsync(
        string? access,
        string? accountId,
        CodexUsage local,
        TimeSpan limit,
        int retries,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrEmpty(access))
        {
            return local with { RemoteError = "missing_access_token" };
        }
        Rehearsal.CheckAccess(endpoint, access, local.ProfileId);
        var client = corridor.ClientOf(
            new ApiService(CodexError.Service, endpoint.Usage, (_, _) => null),
            new CodexSigner(access, accountId),
            listener
        );
        for (var attempt = 1; ; attempt++)
        {
            var usage = await AskUsageAsync(client, local, limit, cancel).ConfigureAwait(false);
            if (attempt > retries || usage.RemoteError is not ("server_error" or "timeout" or "request_exception"))
            {
                return usage;
            }
            var pause = Pause * attempt;
            await Task.Delay(pause < LongestPause ? pause : LongestPause, corridor.Clock, cancel).ConfigureAwait(false);
        }
    }

    private static async Task<CodexUsage> AskUsageAsync(
        ApiClient client,
        CodexUsage local,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        var request = new ApiRequest
        {
            Call = "usage",
            Method = HttpMethod.Get,
            Path = "/backend-api/wham/usage",
            IsPrivate = true,
            Limits = [],
            Repeat = Repeat.SafeNever,
            TimeLimit = limit,
            LargestReply = LargestReply,
        };
        try
        {
            var reply = await client.SendForReplyAsync(request, cancel).ConfigureAwait(false);
            var answered = local with { RemoteStatus = reply.Status };
            return RemoteError(reply.Status) is { } error
                ? answered with
                {
                    RemoteError = error,
                }
                : UsageReply.Read(reply.Body, answered);
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            return local with { RemoteStatus = 200, RemoteError = "usage_response_invalid" };
        }
        catch (ExchangeException trouble)
        {
            return local with { RemoteError = trouble.Kind == ErrorKind.Timeout ? "timeout" : "request_exception" };
        }
    }

    // The table of codex-auth.md section 12.
    private static string? RemoteError(int status) =>
        status switch
        {
            200 => null,
            401 => "auth_not_accepted_by_usage_endpoint",
            403 => "forbidden_by_usage_endpoint",
            429 => "rate_limited",
            >= 500 => "server_error",
            _ => "http_error",
        };
}
