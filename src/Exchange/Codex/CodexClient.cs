using System.Text;
using System.Text.Json;
using Exchange.Codex.Pending;
using Exchange.Codex.Wire;
using Exchange.Http;

namespace Exchange.Codex;

/// <summary>
/// The token endpoint (codex-auth.md 5.3 and section 11). A code or a refresh token works once, so nothing is ever sent twice; no body, token or
/// code is part of a message.
/// </summary>
internal sealed partial class CodexClient(CodexEndpoint endpoint, ReadCorridor corridor, ApiListener listener)
{
    private const int LargestReply = 1024 * 1024;

    /// <summary>Turns a code into tokens.</summary>
    public async Task<CodexTokens> ExchangeAsync(
        string code,
        string verifier,
        string profileId,
        CancellationToken cancel
    )
    {
        var reply = await AskAsync(
                "exchange",
                UrlPairs.Encode(
                    ("grant_type", "authorization_code"),
                    ("client_id", CodexConstants.ClientId),
                    ("code", code),
                    ("code_verifier", verifier),
                    ("redirect_uri", CodexConstants.RedirectUri)
                ),
                CodexConstants.ExchangeLimit,
                cancel
            )
            .ConfigureAwait(false);
        if (ExchangeError(reply, profileId) is { } error)
        {
            throw error;
        }
        var tokens = Tokens(reply);
        if (tokens?.Refresh is null)
        {
            throw Invalid(profileId, reply);
        }
        return tokens.AccountId is not null ? tokens : throw NoAccount(profileId);
    }

    /// <summary>
    /// Renews tokens. An answer without a refresh token keeps the one there was; the account is null when the answer names none.
    /// </summary>
    public async Task<CodexTokens> RefreshAsync(string refresh, string profileId, CancellationToken cancel)
    {
        Rehearsal.CheckRefresh(endpoint, refresh, profileId);
        ApiReply reply;
        try
        {
            reply = await AskAsync(
                    "refresh",
                    UrlPairs.Encode(
                        ("grant_type", "refresh_token"),
                        ("refresh_token", refresh),
                        ("client_id", CodexConstants.ClientId)
                    ),
                    CodexConstants.RefreshLimit,
                    cancel
                )
                .ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            throw CodexError.Of("refresh_unavailable", trouble.Message, trouble.Remedy, profileId, trouble);
        }
        if (RefreshError(reply, profileId) is { } error)
        {
            throw error;
        }
        return Tokens(reply)
            ?? throw CodexError.Of(
                "refresh_unavailable",
                "The answer to the refresh is not what it should be; whether the token was renewed is not known.",
                SignInAgain(profileId),
                profileId
            );
    }

    private async Task<ApiReply> AskAsync(string call, string form, TimeSpan limit, CancellationToken cancel)
    {
        var client = corridor.ClientOf(
            new ApiService(CodexError.Service, endpoint.SignIn, (_, _) => null),
            new CodexSigner(null, null),
            listener
        );
        var request = new ApiRequest
        {
            Call = call,
            Method = HttpMethod.Post,
            Path = "/oauth/token",
            Body = _ => Encoding.ASCII.GetBytes(form),
            IsPrivate = false,
            Limits = [],
            Repeat = Repeat.SafeNever,
            TimeLimit = limit,
            LargestReply = LargestReply,
        };
        try
        {
            return await client.SendForReplyAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble) when (trouble.Kind == ErrorKind.InvalidReply)
        {
            throw CodexError.Of("token_response_invalid", "The answer is too large or cannot be unpacked.");
        }
        catch (ExchangeException trouble)
        {
            // The name of the failure only: its text can hold addresses of the network.
            var innermost = trouble.GetBaseException();
            throw CodexError.Of(
                "network_error",
                $"No whole answer came from {endpoint.SignIn.Host} ({innermost.GetType().Name}).",
                "See what is in the way with Test-ExchangeConnection, then repeat."
            );
        }
    }

    private CodexTokens? Tokens(ApiReply reply)
    {
        try
        {
            var wire = JsonSerializer.Deserialize(reply.Body.Span, CodexJson.Default.TokenWire);
            var now = corridor.Clock.GetUtcNow();
            if (
                wire is null
                || TokenWire.Text(wire.AccessToken) is not { } access
                || TokenWire.Milliseconds(wire.ExpiresIn, now) is not { } lifetime
            )
            {
                return null;
            }
            return new CodexTokens(
                access,
                TokenWire.Text(wire.RefreshToken),
                now.ToUnixTimeMilliseconds() + lifetime,
                CodexClaims.AccountOf(access, TokenWire.Text(wire.IdToken))
            );
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // The table of codex-auth.md 5.3.
    private static ExchangeException? ExchangeError(ApiReply reply, string profileId)
    {
        var code = reply.IsSuccess ? null : ErrorCode(reply);
        var told = $"status {reply.Status}{(code is null ? "" : $", {code}")}";
        return (reply.Status, code) switch
        {
            (>= 200 and < 300, _) => null,
            (_, "unsupported_country_region_territory") => Answered(
                reply,
                "unsupported_region",
                "The service does not serve the region that this connection seems to come from.",
                "Check by which proxy or route this machine reaches the service.",
                code,
                profileId
            ),
            (>= 300 and < 400, _) => Answered(
                reply,
                "unexpected_redirect",
                $"The token endpoint wants to send us elsewhere ({told}); that is never followed.",
                "Look for a proxy or a sign-in page of the network in between, then repeat with the same address.",
                code,
                profileId
            ),
            (429 or >= 500, _) => Answered(
                reply,
                "token_exchange_unavailable",
                $"The token endpoint has trouble of its own ({told}).",
                "Repeat in a moment with the same address.",
                code,
                profileId
            ),
            _ => Answered(
                reply,
                "token_exchange_rejected",
                $"The token endpoint did not accept the code ({told}).",
                $"A code works once and not for long. Begin anew: Start-CodexAuth -Profile {CodexSelector.Of(profileId)}",
                code,
                profileId
            ),
        };
    }

    // Section 11, item 6: what will not get better by waiting, and what may.
    private static ExchangeException? RefreshError(ApiReply reply, string profileId)
    {
        if (reply.IsSuccess)
        {
            return null;
        }
        var code = ErrorCode(reply);
        var told = $"status {reply.Status}{(code is null ? "" : $", {code}")}";
        var isFinal =
            reply.Status == 401
            || code is "refresh_token_expired" or "refresh_token_reused" or "refresh_token_invalidated";
        return isFinal
            ? Answered(
                reply,
                "refresh_rejected",
                $"The refresh token of {profileId} no longer works ({told}).",
                SignInAgain(profileId),
                code,
                profileId
            )
            : Answered(
                reply,
                "refresh_unavailable",
                $"The token endpoint has trouble of its own ({told}).",
                "Repeat in a moment.",
                code,
                profileId
            );
    }

    /// <summary>The code of an error answer when it is plainly one: at <c>error</c>, <c>error.code</c> or <c>code</c>.</summary>
    internal static string? ErrorCode(ApiReply reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply.Body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }
            var found = root.TryGetProperty("error", out var error) ? error : default;
            if (found.ValueKind == JsonValueKind.Object)
            {
                found = found.TryGetProperty("code", out var inner) ? inner : default;
            }
            if (found.ValueKind != JsonValueKind.String)
            {
                found = root.TryGetProperty("code", out var top) ? top : default;
            }
            return found.ValueKind == JsonValueKind.String ? CallbackJudgement.PlainCode(found.GetString()) : null;
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ExchangeException Answered(
        ApiReply reply,
        string id,
        string message,
        string remedy,
        string? code,
        string profileId
    )
    {
        var plain = CodexError.Of(id, message, remedy, profileId);
        return new ExchangeException(plain.ErrorId, plain.Kind, message)
        {
            Remedy = remedy,
            Target = profileId,
            HttpStatus = reply.Status,
            ServiceCode = code,
            RequestId = reply.RequestId,
        };
    }

    private static ExchangeException Invalid(string profileId, ApiReply reply) =>
        Answered(
            reply,
            "token_response_invalid",
            "The answer of the token endpoint is not what it should be: a token or its lifetime is missing or of another type.",
            $"Begin anew: Start-CodexAuth -Profile {CodexSelector.Of(profileId)}",
            null,
            profileId
        );

    private static ExchangeException NoAccount(string profileId) =>
        CodexError.Of(
            "missing_account_id",
            "The tokens name no account, so they cannot be used; nothing was written.",
            "Sign in with an account that has Codex.",
            profileId
        );

    private static string SignInAgain(string profileId) =>
        $"Sign in again: Start-CodexAuth -Profile {CodexSelector.Of(profileId)}";
}
