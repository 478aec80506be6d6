using System.Text;

namespace Exchange.Codex;

/// <summary>
/// A pasted callback URL, read by the letter (codex-auth.md 5.1): <see cref="Uri"/> is not asked, since it mends what must be refused. Its
/// parts are secrets and never part of a message.
/// </summary>
internal sealed class CallbackUrl
{
    private const int Longest = 8192;
    private const string Origin = "http://localhost:1455";

    // Zero-width characters that chat programs leave around what is copied.
    private static readonly char[] Invisible = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'];

    private static readonly (char Open, char Close)[] Wrappers =
    [
        ('"', '"'),
        ('\'', '\''),
        ('`', '`'),
        ('<', '>'),
        ('(', ')'),
        ('\u201C', '\u201D'),
        ('\u2018', '\u2019'),
    ];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private CallbackUrl() { }

    public string? Code { get; private set; }

    public string? State { get; private set; }

    public string? Error { get; private set; }

    public string? ErrorDescription { get; private set; }

    /// <summary>True when a code sat behind the <c>#</c>, where it does not count.</summary>
    public bool HadCodeInFragment { get; private init; }

    /// <exception cref="ExchangeException"><c>CodexAuth.bad_callback_url</c>, <c>CodexAuth.ambiguous_callback</c></exception>
    public static CallbackUrl Parse(string pasted)
    {
        var text = Unwrap(pasted);
        if (text.Length is 0 or > Longest || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            throw Bad();
        }
        var rest = BehindThePath(text) ?? throw Bad(IsLoginUrl(text));
        var (query, fragment) = Cut(rest, '#');
        var url = new CallbackUrl { HadCodeInFragment = fragment.Contains("code=", StringComparison.Ordinal) };
        url.Read(query.Length > 0 ? query[1..] : "");
        return url;
    }

    /// <summary>The same without a complaint: for looking whose state it is.</summary>
    public static CallbackUrl? TryParse(string pasted)
    {
        try
        {
            return Parse(pasted);
        }
        catch (ExchangeException)
        {
            return null;
        }
    }

    private static string Unwrap(string pasted)
    {
        var text = Trim(pasted);
        if (text.Length > 1 && Wrappers.Contains((text[0], text[^1])))
        {
            text = Trim(text[1..^1]);
        }
        return text.Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal)
            .Replace("\t", "", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsAround(text[start]))
        {
            start++;
        }
        while (end > start && IsAround(text[end - 1]))
        {
            end--;
        }
        return text[start..end];
    }

    private static bool IsAround(char c) => char.IsWhiteSpace(c) || Array.IndexOf(Invisible, c) >= 0;

    // Scheme, host and port in any case, the path in its own; then the end, a query or a fragment.
    private static string? BehindThePath(string text)
    {
        if (
            !text.StartsWith(Origin, StringComparison.OrdinalIgnoreCase)
            || !text.AsSpan(Origin.Length).StartsWith(CodexConstants.CallbackPath, StringComparison.Ordinal)
        )
        {
            return null;
        }
        var rest = text[(Origin.Length + CodexConstants.CallbackPath.Length)..];
        return rest.Length == 0 || rest[0] is '?' or '#' ? rest : null;
    }

    private static bool IsLoginUrl(string text) =>
        text.Contains("/oauth/authorize?", StringComparison.OrdinalIgnoreCase);

    private void Read(string query)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (rawName, rawValue) = Cut(pair, '=');
            var name = Decode(rawName);
            var value = Decode(rawValue.Length > 0 ? rawValue[1..] : "");
            switch (name)
            {
                case "code":
                    Code = Once(Code, value);
                    break;
                case "state":
                    State = Once(State, value);
                    break;
                case "error":
                    Error = Once(Error, value);
                    break;
                case "error_description":
                    ErrorDescription = value;
                    break;
            }
        }
    }

    private static string Once(string? before, string value) =>
        before is null
            ? value
            : throw CodexError.Of(
                "ambiguous_callback",
                "The address has code, state or error twice.",
                "Copy it again from the browser's address bar, whole and unchanged."
            );

    private static (string Before, string From) Cut(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[at..]);
    }

    private static string Decode(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i] == '+' ? " " : Whole(text, ref i)));
                continue;
            }
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                throw Bad();
            }
            bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
            i += 2;
        }
        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            throw Bad();
        }
    }

    // A character beyond the first plane is two chars, and only together are they UTF-8.
    private static string Whole(string text, ref int i)
    {
        if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            return text.Substring(i++, 2);
        }
        return char.IsSurrogate(text[i]) ? throw Bad() : text[i].ToString();
    }

    private static ExchangeException Bad(bool isLoginUrl = false) =>
        CodexError.Of(
            "bad_callback_url",
            isLoginUrl
                ? "This is the address of the sign-in page, not the one that the browser shows after the sign-in."
                : $"This is not a whole callback address: one begins with {CodexConstants.RedirectUri}? and has code and state.",
            isLoginUrl
                ? "Sign in there first, then paste the address that the browser shows afterwards, even if its page cannot be opened."
                : "Copy the whole address from the browser after the sign-in, even if its page cannot be opened."
        );
}
