using System.Globalization;
using System.Text.Json;
using Exchange.Http;

namespace Exchange.Strategy;

/// <summary>What the service's answers say is wrong (strategy.md 2.2, 12): by the envelope's integer, never by its message.</summary>
internal static class StrategyErrors
{
    private static readonly string[] MessageFields = ["msg", "errorMessage", "error_message", "message", "detailMsg"];

    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["RateLimited"] = "Http.RateLimited",
        ["Server"] = "Http.Server",
        ["Empty"] = "Http.Empty",
        ["NotJson"] = "Http.NotJson",
        ["InvalidReply"] = "Http.NotJson",
        ["PaymentRequired"] = "Http.PaymentRequired",
        ["Unreachable"] = "Http.Network",
        ["Timeout"] = "Http.Network",
        ["ConnectionLost"] = "Http.Network",
        ["NotLoggedIn"] = "Wallet.NotLoggedIn",
    };

    /// <summary>The contract's id of an error.</summary>
    public static string IdOf(string name) => Ids.GetValueOrDefault(name, $"Strategy.{name}");

    /// <summary>The error in an answer, or null when it is a success.</summary>
    public static ServiceError? In(ApiRequest request, ApiReply reply) =>
        ByStatus(request, reply) ?? ByEnvelope(request, reply);

    private static ServiceError? ByStatus(ApiRequest request, ApiReply reply) =>
        reply.Status switch
        {
            429 => new(
                "RateLimited",
                ErrorKind.RateLimited,
                $"{request.Endpoint} was refused: too many requests.",
                "Wait a minute, then repeat it yourself.",
                null
            ),
            402 => new(
                "PaymentRequired",
                ErrorKind.Permission,
                $"{request.Endpoint} must be paid for.",
                "The free quota of look-ups is used up; sign in, or wait.",
                null
            ),
            >= 500 => new(
                "Server",
                ErrorKind.Service,
                $"{request.Endpoint} was answered {reply.Status}.",
                "The service has trouble of its own. Repeat later.",
                null
            )
            {
                OutcomeUnknown = true,
            },
            < 200 or (>= 300 and < 400) => NotTheService($"{request.Endpoint} was answered {reply.Status}"),
            _ => null,
        };

    private static ServiceError? ByEnvelope(ApiRequest request, ApiReply reply)
    {
        if (reply.Body.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return NotTheService($"{request.Endpoint} was answered {reply.Status} with nothing in it") with
            {
                ErrorId = "Empty",
            };
        }
        try
        {
            using var json = JsonDocument.Parse(
                reply.Body,
                new JsonDocumentOptions { MaxDepth = ReplyDecoder.MaximumDepth }
            );
            return InJson(request, reply, json.RootElement);
        }
        catch (JsonException)
        {
            var what = ReplyDecoder.LooksLikeHtml(reply) ? "an HTML page" : "something else";
            return NotTheService($"{request.Endpoint} was answered with {what} instead of JSON");
        }
    }

    private static ServiceError? InJson(ApiRequest request, ApiReply reply, JsonElement root)
    {
        // strategy.md 2.2: look-ups of the market may answer with the bare list.
        if (root.ValueKind == JsonValueKind.Array && StrategyEndpoints.AuthOf(request) == StrategyAuth.Market)
        {
            return null;
        }
        if (root.ValueKind != JsonValueKind.Object || CodeOf(root) is not { } code)
        {
            return NotTheService($"{request.Endpoint} was answered without a code");
        }
        if (code == 0)
        {
            return reply.IsSuccess
                ? null
                : NotTheService($"{request.Endpoint} was answered {reply.Status}, yet with a code of success");
        }
        var message = MessageFields.Select(name => Text(root, name)).FirstOrDefault(text => text is not null);
        return Refusal(code, message);
    }

    private static ServiceError Refusal(long code, string? message)
    {
        var number = code.ToString(CultureInfo.InvariantCulture);
        if (code == BackendCodes.NotSignedIn)
        {
            return new(
                "NotLoggedIn",
                ErrorKind.Authentication,
                message is null ? "The service knows no session." : $"The service knows no session: {message}.",
                "Run Connect-AgenticWallet.",
                number
            );
        }
        var row = BackendCodes.Find(code);
        var isTokenRefused = BackendCodes.TokenRefused.Contains(code) || SaysTokenIsInvalid(message);
        return new(
            $"Backend.{number}",
            row?.Kind ?? (isTokenRefused ? ErrorKind.Authentication : ErrorKind.Service),
            $"{row?.Name ?? "Unknown"} ({number}): {message ?? row?.Fallback ?? "no message"}",
            row?.Remedy ?? (isTokenRefused ? "Run Connect-AgenticWallet, then repeat." : "See the message."),
            number
        );
    }

    /// <summary>True when the access token was not taken: another one may be (strategy.md 2.2).</summary>
    public static bool IsTokenRefused(ExchangeException trouble) =>
        !trouble.OutcomeUnknown
        && BackendCodes.Of(trouble) is { } code
        && (BackendCodes.TokenRefused.Contains(code) || SaysTokenIsInvalid(trouble.Message));

    private static bool SaysTokenIsInvalid(string? message) =>
        message is not null
        && (
            message.Contains("invalid access token", StringComparison.OrdinalIgnoreCase)
            || message.Contains("access token invalid", StringComparison.OrdinalIgnoreCase)
        );

    private static ServiceError NotTheService(string what) =>
        new(
            "NotJson",
            ErrorKind.InvalidReply,
            $"{what}.",
            "Repeat later; if it stays, look for a proxy, a sign-in page or a maintenance notice in between.",
            null
        )
        {
            OutcomeUnknown = true,
        };

    // The code may be a number or a string (strategy.md 2.2).
    private static long? CodeOf(JsonElement root)
    {
        if (!JsonWords.Find(root, "code", out var code))
        {
            return null;
        }
        var text = code.ValueKind == JsonValueKind.Number ? code.GetRawText() : JsonWords.Of(code)?.Trim();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string? Text(JsonElement root, string name) =>
        JsonWords.Of(root, name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
