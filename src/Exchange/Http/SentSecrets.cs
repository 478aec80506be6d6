using System.Text;
using System.Text.RegularExpressions;
using Exchange.Storage;

namespace Exchange.Http;

/// <summary>
/// What a request took with it is taken out of the words that came back: a service, or whoever answers in its place, may repeat headers and
/// body in its error, and errors are printed and journalled.
/// </summary>
internal static partial class SentSecrets
{
    // Shorter ones are words of every day; no key, token or signature is.
    private const int Shortest = 8;

    /// <summary>The error without any header's value, and without the secret fields of the body.</summary>
    public static ServiceError Scrub(ServiceError error, SignedRequest? signed)
    {
        if (signed is not { } sent)
        {
            return error;
        }
        var values = Values(sent)
            .Where(value => value.Length >= Shortest)
            .OrderByDescending(value => value.Length)
            .ToList();
        return error with
        {
            Message = Without(values, error.Message),
            ServiceCode = error.ServiceCode is { } code ? Without(values, code) : null,
        };
    }

    private static string Without(List<string> values, string text) =>
        values.Aggregate(text, (kept, value) => kept.Replace(value, Secret.Mask, StringComparison.Ordinal));

    private static IEnumerable<string> Values(SignedRequest signed)
    {
        foreach (var (_, value) in signed.Headers)
        {
            yield return value;
            // Of "Bearer x" the x alone, too.
            yield return value[(value.LastIndexOf(' ') + 1)..];
        }
        if (signed.Body is null)
        {
            yield break;
        }
        foreach (Match field in SecretField().Matches(Encoding.UTF8.GetString(signed.Body)))
        {
            yield return field.Groups["value"].Value;
        }
    }

    // The fields of the wallet's sign-in and renewal (strategy.md 14.2).
    [GeneratedRegex(
        "\"(apiKey|passphrase|sign|otp|code|accessToken|refreshToken)\"\\s*:\\s*\"(?<value>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SecretField();
}
