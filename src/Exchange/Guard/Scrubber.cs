using System.Buffers;
using System.Text;

namespace Exchange.Guard;

/// <summary>
/// Takes addresses, e-mails and long tokens out of a text before it is kept (trade-guard.md 9.3). The contract's five patterns,
/// in its order, each in one pass: the time grows with the length of the text and with nothing else. Boundaries are ASCII's, so
/// that Chinese text right beside an address does not hide it.
/// </summary>
public static class Scrubber
{
    private const int EvmDigits = 40;
    private const int LongToken = 30;
    private const int ShortestHit = 9;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Alphanumeric = SearchValues.Create(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );
    private static readonly SearchValues<char> Base58 = SearchValues.Create(
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    );

    /// <summary>The text without them; null and empty stay what they are. Amounts and currencies stay.</summary>
    public static string? Scrub(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }
        text = EvmAddresses(text);
        if (!HasWordOf(ShortestHit, text))
        {
            return Emails(text);
        }
        text = Words(text, IsSegwit, "<btc_addr>");
        text = Words(text, IsLegacy, "<btc_addr>");
        text = Emails(text);
        return Words(text, word => word.Length >= LongToken, "<long_token>");
    }

    private delegate bool WordTest(ReadOnlySpan<char> word);

    private static bool IsSegwit(ReadOnlySpan<char> word) =>
        word.Length is >= ShortestHit and <= 65
        && word.StartsWith("bc1", StringComparison.Ordinal)
        && !word.ContainsAnyExcept(Alphanumeric);

    private static bool IsLegacy(ReadOnlySpan<char> word) =>
        word.Length is >= 26 and <= 35 && word[0] is '1' or '3' && !word[1..].ContainsAnyExcept(Base58);

    private static string EvmAddresses(string text)
    {
        var clean = new Pieces(text);
        for (var at = 0; (at = text.IndexOf("0x", at, StringComparison.Ordinal)) >= 0; )
        {
            var end = at + 2 + EvmDigits;
            var isAddress = end <= text.Length && !text.AsSpan(at + 2, EvmDigits).ContainsAnyExcept(Hex);
            if (isAddress)
            {
                clean.Replace(at, end, "<evm_addr>");
            }
            at = isAddress ? end : at + 1;
        }
        return clean.ToString();
    }

    private static bool HasWordOf(int length, string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = IsWord(c) ? run + 1 : 0;
            if (run >= length)
            {
                return true;
            }
        }
        return false;
    }

    // What begins and ends at a word boundary and holds word characters only is a whole word.
    private static string Words(string text, WordTest isHit, string replacement)
    {
        var clean = new Pieces(text);
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && IsWord(text[at]))
            {
                continue;
            }
            if (at - start >= ShortestHit && isHit(text.AsSpan(start, at - start)))
            {
                clean.Replace(start, at, replacement);
            }
            start = at + 1;
        }
        return clean.ToString();
    }

    private static string Emails(string text)
    {
        var clean = new Pieces(text);
        for (var sign = -1; (sign = text.IndexOf('@', sign + 1)) >= 0; )
        {
            if (LocalStart(text, clean.Done, sign) is { } start && DomainEnd(text, sign + 1) is { } end)
            {
                clean.Replace(start, end, "<email>");
                sign = end - 1;
            }
        }
        return clean.ToString();
    }

    // The earliest boundary in the run before the sign.
    private static int? LocalStart(string text, int from, int sign)
    {
        var run = sign;
        while (run > from && IsLocalPart(text[run - 1]))
        {
            run--;
        }
        for (var at = run; at < sign; at++)
        {
            if (IsWord(text[at]) != (at > 0 && IsWord(text[at - 1])))
            {
                return at;
            }
        }
        return null;
    }

    // The last point with two letters or more behind it that end at a boundary.
    private static int? DomainEnd(string text, int start)
    {
        var run = start;
        while (run < text.Length && IsDomain(text[run]))
        {
            run++;
        }
        for (var point = run - 1; point > start; point--)
        {
            if (text[point] == '.' && TopLevelEnd(text, point + 1) is { } end)
            {
                return end;
            }
        }
        return null;
    }

    private static int? TopLevelEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }
        return end - start >= 2 && (end == text.Length || !IsWord(text[end])) ? end : null;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool IsLocalPart(char c) => IsWord(c) || c is '.' or '%' or '+' or '-';

    private static bool IsDomain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-';

    private sealed class Pieces(string text)
    {
        private StringBuilder? _clean;

        public int Done { get; private set; }

        public void Replace(int start, int end, string replacement)
        {
            (_clean ??= new StringBuilder(text.Length)).Append(text, Done, start - Done).Append(replacement);
            Done = end;
        }

        public override string ToString() => _clean?.Append(text, Done, text.Length - Done).ToString() ?? text;
    }
}
