using System.Text.Json;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <summary>What the service's answers say is wrong (bitopro.md 6.1 to 6.3): classified by text first, by status second.</summary>
internal static class BitoProErrors
{
    private sealed record Row(string Id, ErrorKind Kind, string? Remedy);

    private const string PermissionRemedy =
        "The key lacks a permission: reading, trading and withdrawing are granted apart on the service's API page.";

    private static readonly (string Prefix, Row Row)[] Texts =
    [
        (
            "Invalid Signature",
            new(
                "AuthenticationFailed",
                ErrorKind.Authentication,
                "Check the key and the secret, and that this machine's clock is right."
            )
        ),
        (
            "Invalid body",
            new(
                "InvalidBody",
                ErrorKind.Service,
                "The service may not take a nonce inside bodies: try Connect-BitoProAccount -NoncePlacement Docs."
            )
        ),
        ("api token is not allowed", new("PermissionDenied", ErrorKind.Permission, PermissionRemedy)),
        ("Unsupported currency.", new("UnsupportedCurrency", ErrorKind.NotFound, "See Get-BitoProCurrency.")),
        ("Unsupported order type", new("UnsupportedOrderType", ErrorKind.Service, null)),
        (
            "Address not in whitelist.",
            new(
                "AddressNotRegistered",
                ErrorKind.Service,
                "Register the address at https://www.bitopro.com/address first."
            )
        ),
        ("Invalid amount", new("InvalidAmount", ErrorKind.Service, "See Get-BitoProTradingPair for the limits.")),
        ("Balance for ", new("InsufficientFunds", ErrorKind.Service, "See Get-BitoProBalance.")),
        ("Invalid ", new("InvalidParameter", ErrorKind.Service, null)),
        ("Wrong parameter", new("InvalidParameter", ErrorKind.Service, null)),
        ("Unsupported trading pair", new("UnknownPair", ErrorKind.NotFound, "See Get-BitoProTradingPair.")),
        (
            "Cannot list price",
            new("PriceUnavailable", ErrorKind.NotFound, "Check the currency's code, or repeat later.")
        ),
    ];

    private static readonly (int Status, Row Row)[] Statuses =
    [
        (400, new("InvalidParameter", ErrorKind.Service, null)),
        (
            401,
            new(
                "AuthenticationFailed",
                ErrorKind.Authentication,
                "Check the key and the secret, and that this machine's clock is right."
            )
        ),
        (403, new("PermissionDenied", ErrorKind.Permission, PermissionRemedy)),
        (404, new("NotFound", ErrorKind.NotFound, "Check the pair and the id; orders are kept for 90 days.")),
        (408, new("Timeout", ErrorKind.Timeout, "Repeat later.")),
        (
            409,
            new(
                "Conflict",
                ErrorKind.Conflict,
                "This machine's clock differs from the service's, or the same request arrived before."
            )
        ),
        (422, new("InvalidParameter", ErrorKind.Service, null)),
        (429, new("RateLimited", ErrorKind.RateLimited, "It was not taken. Wait a minute, then repeat it yourself.")),
    ];

    /// <summary>The error in an answer, or null when it is a success.</summary>
    public static ServiceError? In(ApiRequest request, ApiReply reply)
    {
        var text = TextOf(reply);
        if (reply.IsSuccess && text is null)
        {
            return ReplyDecoder.LooksLikeHtml(reply) ? ApiErrors.InvalidReply("it is an HTML page, not JSON") : null;
        }

        text ??= ReplyDecoder.LooksLikeHtml(reply) ? "an HTML page instead of JSON" : reply.Excerpt();
        var row = RowFor(reply.Status, text);
        var message =
            text.Length == 0
                ? $"{request.Endpoint} was answered {reply.Status}."
                : $"{request.Endpoint} was answered {reply.Status}: {text.TrimEnd('.')}.";
        if (request.IsWrite && row.Id is "Conflict")
        {
            // Its remedy gives way to the question what became of it, and a wrong clock would be found by nobody.
            message += $" {row.Remedy}";
        }
        return new ServiceError(row.Id, row.Kind, message, RemedyFor(row, request), text)
        {
            OutcomeUnknown = LeavesDoubt(reply.Status),
        };
    }

    private static Row RowFor(int status, string text)
    {
        foreach (var (prefix, row) in Texts)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return row;
            }
        }
        foreach (var (known, row) in Statuses)
        {
            if (known == status)
            {
                return row;
            }
        }
        return status >= 500
            ? new Row("ServerError", ErrorKind.Service, "The service has trouble of its own. Repeat later.")
            : new Row("UnexpectedReply", ErrorKind.InvalidReply, "Look for a proxy or a sign-in page in between.");
    }

    // bitopro.md 6.4; and whatever is not an answer of the service itself (a redirect, 1xx) proves nothing.
    private static bool LeavesDoubt(int status) => status is 408 or 409 or >= 500 or < 400;

    private static string? RemedyFor(Row row, ApiRequest request) =>
        (row.Id, request.Call) switch
        {
            ("RateLimited", _) when !request.IsWrite => "Wait a minute, then repeat.",
            ("InvalidAmount", "T22") => "See Get-BitoProFee -Withdrawal for the limits.",
            ("NotFound", "T19" or "T20" or "T21") => "Check the currency, and the serial or the id.",
            _ => row.Remedy,
        };

    // bitopro.md 6.2: error, then message. A body that is not JSON must not throw.
    private static string? TextOf(ApiReply reply)
    {
        if (reply.IsSuccess && !MayHoldError(reply.Body.Span))
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(
                reply.Body,
                new JsonDocumentOptions { MaxDepth = ReplyDecoder.MaximumDepth }
            );
            var root = json.RootElement;
            return JsonWords.Of(root, "error") ?? (reply.IsSuccess ? null : JsonWords.Of(root, "message"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Pages of thousands of orders need not be parsed twice to see that they hold no error.
    private static bool MayHoldError(ReadOnlySpan<byte> body) =>
        body[..Math.Min(body.Length, 512)].IndexOf("\"error\""u8) >= 0;
}
