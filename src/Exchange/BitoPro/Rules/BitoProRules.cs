using System.Text.RegularExpressions;

namespace Exchange.BitoPro;

/// <summary>Rules of single values, checked before anything is sent (bitopro.md section 4).</summary>
internal static partial class BitoProRules
{
    /// <summary>Resolutions of T4, case-sensitive.</summary>
    public static readonly string[] Resolutions =
    [
        "1m",
        "5m",
        "15m",
        "30m",
        "1h",
        "3h",
        "4h",
        "6h",
        "12h",
        "1d",
        "1w",
        "1M",
    ];

    /// <summary>Depths of T2.</summary>
    public static readonly int[] BookLimits = [1, 5, 10, 20, 30, 50];

    /// <summary>Status codes that T9 takes.</summary>
    public static readonly int[] Statuses = [-1, 0, 1, 2, 3, 4, 6];

    /// <summary>Status kinds that T9 takes.</summary>
    public static readonly string[] StatusKinds = ["OPEN", "DONE", "ALL"];

    /// <summary>The one currency whose transfers go through a bank.</summary>
    public const string Twd = "twd";

    public static string Pair(string? pair)
    {
        if (pair is not null && PairForm().IsMatch(pair))
        {
            return pair;
        }
        var lower = pair?.Trim().ToLowerInvariant().Replace('-', '_').Replace('/', '_') ?? "";
        throw BitoProError.Input(
            "InvalidPair",
            $"'{Shown(pair)}' is not a pair: pairs are lower-case with an underscore, such as btc_twd.",
            PairForm().IsMatch(lower) ? $"Did you mean {lower}?" : "Get-BitoProTradingPair lists them.",
            pair
        );
    }

    public static string Currency(string? currency)
    {
        if (currency is not null && CurrencyForm().IsMatch(currency))
        {
            return currency;
        }
        throw BitoProError.Input(
            "InvalidCurrency",
            $"'{Shown(currency)}' is not a currency code: codes are lower-case without a network, such as usdt.",
            "Get-BitoProCurrency lists them.",
            currency
        );
    }

    public static string OrderId(string? id) => Id(id, "InvalidOrderId", "an order id");

    public static string TradeId(string? id) => Id(id, "InvalidTradeId", "a trade id");

    public static string TransferId(string? id) => Id(id, "InvalidTransferId", "the id of a deposit or withdrawal");

    public static string Serial(string? serial) => Id(serial, "InvalidSerial", "the serial of a withdrawal");

    public static string TxId(string? txId, string currency)
    {
        if (currency == Twd)
        {
            throw BitoProError.Input(
                "TxIdNotSupported",
                "TWD moves through banks, so it has no transaction id to look for.",
                "Leave it out, and look for the serial or the amount.",
                txId
            );
        }
        return txId is { Length: > 0 and <= 200 } && txId.All(c => c is > ' ' and <= '~')
            ? txId
            : throw BitoProError.Input(
                "InvalidTxId",
                $"'{Shown(txId)}' is not a transaction id: it is 1 to 200 printable ASCII characters without blanks.",
                target: txId
            );
    }

    public static int BookLimit(int limit) =>
        BookLimits.Contains(limit)
            ? limit
            : throw BitoProError.Input(
                "LimitOutOfRange",
                $"{limit} is not a depth of the order book: it is one of {string.Join(", ", BookLimits)}.",
                target: limit
            );

    public static int BookScale(int scale) =>
        scale is >= 0 and <= 20
            ? scale
            : throw BitoProError.Input("LimitOutOfRange", $"A scale of {scale} is outside 0 to 20.", target: scale);

    public static int Limit(int limit, int maximum) =>
        limit >= 1 && limit <= maximum
            ? limit
            : throw BitoProError.Input("LimitOutOfRange", $"{limit} is outside 1 to {maximum}.", target: limit);

    public static string Resolution(string? resolution) =>
        Resolutions.Contains(resolution, StringComparer.Ordinal)
            ? resolution!
            : throw BitoProError.Input(
                "InvalidResolution",
                $"'{Shown(resolution)}' is not a resolution: it is one of {string.Join(", ", Resolutions)}.",
                "Case matters: 1m is a minute, 1M a month.",
                resolution
            );

    public static int Status(int status) =>
        Statuses.Contains(status)
            ? status
            : throw BitoProError.Input(
                "InvalidStatus",
                $"{status} is not an order status: it is one of {string.Join(", ", Statuses)}.",
                target: status
            );

    public static string StatusKind(string? kind) =>
        StatusKinds.Contains(kind?.ToUpperInvariant(), StringComparer.Ordinal)
            ? kind!.ToUpperInvariant()
            : throw BitoProError.Input(
                "InvalidStatus",
                $"'{Shown(kind)}' is not a kind of status: it is one of {string.Join(", ", StatusKinds)}.",
                target: kind
            );

    /// <summary>What a message may show of a caller's text: short, and on one line.</summary>
    public static string Shown(string? text)
    {
        var plain = string.Concat((text ?? "").Select(c => char.IsControl(c) ? '?' : c));
        return plain.Length <= 60 ? plain : plain[..60] + "...";
    }

    private static string Id(string? id, string errorId, string what) =>
        id is not null && IdForm().IsMatch(id)
            ? id
            : throw BitoProError.Input(
                errorId,
                $"'{Shown(id)}' is not {what}: ids are 1 to 40 letters, digits and hyphens.",
                target: id
            );

    [GeneratedRegex(@"^[a-z0-9]{1,15}_[a-z0-9]{1,15}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PairForm();

    [GeneratedRegex(@"^[a-z0-9]{1,15}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CurrencyForm();

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdForm();
}
