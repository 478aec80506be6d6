namespace Exchange.Storage.Toml;

/// <summary>Tells the kind of a number's text (TOML 1.0.0, "Integer" and "Float"); null when it is none.</summary>
internal static class TomlNumbers
{
    public static TomlKind? KindOf(ReadOnlySpan<char> text)
    {
        if (text is ['0', 'x' or 'o' or 'b', ..])
        {
            return IsPrefixed(text[1], text[2..]) ? TomlKind.Integer : null;
        }
        if (text is ['+' or '-', ..])
        {
            text = text[1..];
        }
        if (text is "inf" or "nan")
        {
            return TomlKind.Float;
        }
        if (text is ['0', >= '0' and <= '9' or '_', ..] || !TryTakeDigits(ref text))
        {
            return null;
        }
        return text.IsEmpty ? TomlKind.Integer : FloatAfterDigits(text);
    }

    private static TomlKind? FloatAfterDigits(ReadOnlySpan<char> text)
    {
        if (text[0] == '.')
        {
            text = text[1..];
            if (!TryTakeDigits(ref text))
            {
                return null;
            }
        }
        if (text is ['e' or 'E', ..])
        {
            text = text is [_, '+' or '-', ..] ? text[2..] : text[1..];
            if (!TryTakeDigits(ref text))
            {
                return null;
            }
        }
        return text.IsEmpty ? TomlKind.Float : null;
    }

    private static bool IsPrefixed(char prefix, ReadOnlySpan<char> digits) =>
        prefix switch
        {
            'x' => TryTake(ref digits, char.IsAsciiHexDigit),
            'o' => TryTake(ref digits, c => c is >= '0' and <= '7'),
            _ => TryTake(ref digits, c => c is '0' or '1'),
        } && digits.IsEmpty;

    private static bool TryTakeDigits(ref ReadOnlySpan<char> text) => TryTake(ref text, char.IsAsciiDigit);

    // Digits, between any two of which one underscore may stand.
    private static bool TryTake(ref ReadOnlySpan<char> text, Func<char, bool> isDigit)
    {
        var length = 0;
        while (length < text.Length && (isDigit(text[length]) || IsBetween(text, length, isDigit)))
        {
            length++;
        }
        text = text[length..];
        return length > 0;
    }

    private static bool IsBetween(ReadOnlySpan<char> text, int at, Func<char, bool> isDigit) =>
        text[at] == '_' && at > 0 && isDigit(text[at - 1]) && at + 1 < text.Length && isDigit(text[at + 1]);
}
