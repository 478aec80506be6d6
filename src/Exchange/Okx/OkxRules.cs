using System.Text.RegularExpressions;

namespace Exchange.Okx;

/// <summary>What can be known of a request's parts before it is sent.</summary>
public static partial class OkxRules
{
    private const string Folder = "/api/v5/";

    /// <summary>The service's own word for a currency, upper case; case is ours to mend.</summary>
    public static string Currency(string text) =>
        Word().IsMatch(text.Trim())
            ? text.Trim().ToUpperInvariant()
            : throw OkxError.Validation("A currency is letters and digits, such as BTC.");

    /// <summary>The service's own word for an instrument.</summary>
    public static string InstrumentId(string text) =>
        Instrument().IsMatch(text.Trim())
            ? text.Trim().ToUpperInvariant()
            : throw OkxError.Validation("An instrument is written like BTC-USDT or BTC-USD-SWAP.");

    /// <summary>GET or POST: the service has no other.</summary>
    public static HttpMethod Method(string text) =>
        text.Trim().ToUpperInvariant() switch
        {
            "GET" => HttpMethod.Get,
            "POST" => HttpMethod.Post,
            _ => throw OkxError.Validation("A method is GET or POST.", "Other methods are not used by the service."),
        };

    /// <summary>A path below <c>/api/v5/</c> that means what it says: without query, and without anything that an address would change.</summary>
    public static string Path(string text)
    {
        if (text.Contains('?', StringComparison.Ordinal))
        {
            throw OkxError.Validation("The path holds a query.", "Give the query with -Query @{ name = 'value' }.");
        }
        return PlainPath().IsMatch(text) && text.StartsWith(Folder, StringComparison.Ordinal)
            ? text
            : throw OkxError.Validation($"A path begins with {Folder} and is made of letters, digits, - and _.");
    }

    /// <summary>True for paths that the service tells everybody.</summary>
    public static bool IsPublic(string path) => OkxEndpoints.IsPublic(HttpMethod.Get, path);

    /// <summary>Paths that are known here, for a prompt.</summary>
    public static IReadOnlyList<string> KnownPaths => OkxEndpoints.Paths;

    /// <summary>What to ask for at a sign-in: words of RFC 6749, each once.</summary>
    public static IReadOnlyList<string> Scopes(IEnumerable<string> texts)
    {
        var words = texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return words.Count > 0 && words.TrueForAll(word => Scope().IsMatch(word))
            ? [.. words.Distinct(StringComparer.Ordinal)]
            : throw OkxError.Validation("A scope is a word such as live:read.");
    }

    /// <summary>A GET has no body.</summary>
    public static ExchangeException NoBody() =>
        OkxError.Validation("A GET has no body.", "Give -Method POST, or use -Query.");

    /// <summary>An argument that is not what it should be.</summary>
    public static ExchangeException NotUsable(string message) => OkxError.Validation(message);

    [GeneratedRegex("^[!#-\\[\\]-~]{1,100}$", RegexOptions.None, 1000)]
    private static partial Regex Scope();

    [GeneratedRegex("^[A-Za-z0-9]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instrument();

    [GeneratedRegex("^(/[A-Za-z0-9_-]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainPath();
}
