using System.Globalization;
using System.Numerics;

namespace Exchange.Strategy.Signing;

/// <summary>What an order's intent says; all times come from one reading of the clock.</summary>
/// <param name="Chain">Where.</param>
/// <param name="Recipient">The wallet's address on that chain.</param>
/// <param name="FromToken">As in the order's rule.</param>
/// <param name="ToToken">As in the order's rule.</param>
/// <param name="RawAmount">In the smallest units.</param>
/// <param name="CreatedAt">To the millisecond.</param>
/// <param name="ExpiresAt">To the millisecond.</param>
internal sealed record OrderIntent(
    StrategyChain Chain,
    string Recipient,
    string FromToken,
    string ToToken,
    BigInteger RawAmount,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt
);

/// <summary>The text that is signed (strategy.md 7.7): changing a byte of it breaks the verification.</summary>
internal static class IntentText
{
    private const string Header =
        "You will place an order which will be verified and auto-signed by the trusted execution environment.";

    public static string Of(OrderIntent intent) =>
        string.Join(
            '\n',
            Header,
            "",
            $"Chain Index: {intent.Chain.Id}",
            "Strategy Type: LimitOrderUbased",
            $"Recipient: {intent.Recipient}",
            $"Created At: {Iso(intent.CreatedAt)}",
            $"Expired At: {Iso(intent.ExpiresAt)}",
            $"From Token: {intent.FromToken}",
            $"To Token: {intent.ToToken}",
            $"From Amount(precision adjusted): {intent.RawAmount.ToString(CultureInfo.InvariantCulture)}",
            $"Timestamp: {intent.CreatedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}"
        );

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
