using System.Globalization;
using System.Security.Cryptography;

namespace Exchange.Desk;

/// <summary>Ids of attempts: the caller's own, or made from the time and chance.</summary>
public static class AttemptId
{
    private const int MaximumLength = 128;

    /// <summary>A new id that sorts by time: <c>20260302T040506.789Z-1a2b3c4d5e6f</c>.</summary>
    public static string New(TimeProvider clock) =>
        clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture)
        + "-"
        + Convert.ToHexString(RandomNumberGenerator.GetBytes(6)).ToLowerInvariant();

    /// <summary>The caller's id, when it can serve: 1 to 128 printable ASCII characters without blanks.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.InvalidAttemptId</c></exception>
    public static string Validate(string id)
    {
        if (id.Length is 0 or > MaximumLength || id.Any(c => c is <= ' ' or > '~'))
        {
            throw ExchangeException.BadInput(
                "Exchange.InvalidAttemptId",
                $"An attempt id is 1 to {MaximumLength} printable ASCII characters without blanks.",
                "Use one id for each logical order, such as my-session-step-7-1."
            );
        }
        return id;
    }
}
