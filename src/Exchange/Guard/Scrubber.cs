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

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Letters = SearchValues.Create(LetterText);
    private static readonly SearchValues<char> Alphanumeric = SearchValues.Create(LetterText + "0123456789");
    private static readonly SearchValues<char> Word = SearchValues.Create(LetterText + "0123456789_");
    private static readonly SearchValues<char> LocalPart = SearchValues.Create(LetterText + "0123456789._%+-");
    private static readonly SearchValues<char> Domain = SearchValues.Create(LetterText + "0123456789.-");
    private static readonly SearchValues<char> Base58 = SearchValues.Create(
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    );

    private const string LetterText = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The text without them; null and empty stay what they are. Amounts and currencies stay.</summary>
    public static string? Scrub(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }
        text = EvmAddresses(text);
        text = Words(text, IsSegwit, "<btc_addr>");
        text = Words(text, IsLegacy, "<btc_addr>");
        text = Emails(text);
        return Words(text, word => word.Length >= LongToken, "<long_token>");
    }

    private delegate bool WordTest(ReadOnlySpan<char> word);

    private static bool IsSegwit(ReadOnlySpan<char> word) =>
        word.Length is >= 9 and <= 65
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

    // What begins and ends at a word boundary and holds word characters only is a whole word.
    private static string Words(string text, WordTest isHit, string replacement)
    {
        var clean = new Pieces(text);
        var at = 0;
        while (text.AsSpan(at).IndexOfAny(Word) is >= 0 and var gap)
        {
            var start = at + gap;
            at = EndOf(text, start, Word);
            if (isHit(text.AsSpan(start, at - start)))
            {
                clean.Replace(start, at, replacement);
            }
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

    // The first word character of the run before the sign: where the earliest boundary is.
    private static int? LocalStart(string text, int from, int sign)
    {
        var before = text.AsSpan(from, sign - from);
        var run = before[(before.LastIndexOfAnyExcept(LocalPart) + 1)..];
        return run.IndexOfAny(Word) is >= 0 and var first ? sign - run.Length + first : null;
    }

    // The last point with two letters or more behind it that end at a boundary.
    private static int? DomainEnd(string text, int start)
    {
        var run = text.AsSpan(start, EndOf(text, start, Domain) - start);
        for (var point = run.LastIndexOf('.'); point > 0; point = run[..point].LastIndexOf('.'))
        {
            var end = EndOf(text, start + point + 1, Letters);
            if (end - (start + point + 1) >= 2 && (end == text.Length || !Word.Contains(text[end])))
            {
                return end;
            }
        }
        return null;
    }

    private static int EndOf(string text, int start, SearchValues<char> of) =>
        text.AsSpan(start).IndexOfAnyExcept(of) is >= 0 and var length ? start + length : text.Length;

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
