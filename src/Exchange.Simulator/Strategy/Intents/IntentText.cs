using System.Globalization;

namespace Exchange.Simulator.Strategy.Intents;

/// <summary>The fields of a signed text, read back from it line by line (strategy.md 7.7).</summary>
internal sealed class IntentText
{
    private const string Header =
        "You will place an order which will be verified and auto-signed by the trusted execution environment.";

    private static readonly string[] Names =
    [
        "Chain Index",
        "Strategy Type",
        "Recipient",
        "Created At",
        "Expired At",
        "From Token",
        "To Token",
        "From Amount(precision adjusted)",
        "Timestamp",
    ];

    private readonly string[] _values;

    private IntentText(string[] values) => _values = values;

    public string ChainIndex => _values[0];

    public string StrategyType => _values[1];

    public string Recipient => _values[2];

    public string CreatedAt => _values[3];

    public string ExpiredAt => _values[4];

    public string FromToken => _values[5];

    public string ToToken => _values[6];

    public string FromAmount => _values[7];

    public string Timestamp => _values[8];

    /// <summary>The fields; null unless header, order, spelling and line ends are exact.</summary>
    public static IntentText? Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length != Names.Length + 2 || lines[0] != Header || lines[1].Length > 0)
        {
            return null;
        }
        var values = new string[Names.Length];
        for (var i = 0; i < Names.Length; i++)
        {
            var start = Names[i] + ": ";
            if (!lines[i + 2].StartsWith(start, StringComparison.Ordinal))
            {
                return null;
            }
            values[i] = lines[i + 2][start.Length..];
        }
        return new(values);
    }

    /// <summary>The form of an instant in the text.</summary>
    public static string Instant(long ms) =>
        DateTimeOffset
            .FromUnixTimeMilliseconds(ms)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
