namespace Exchange.Storage.Toml;

/// <summary>Tells the kind of a time's text (TOML 1.0.0, the four kinds of dates and times); null when it is none.</summary>
internal static class TomlTimes
{
    private const int DateLength = 10; // 1979-05-27
    private const int TimeLength = 8; // 07:32:00

    public static TomlKind? KindOf(ReadOnlySpan<char> text)
    {
        if (text.Length >= TimeLength && text[2] == ':')
        {
            return TryTakeTime(ref text) && text.IsEmpty ? TomlKind.LocalTime : null;
        }
        if (!TryTakeDate(ref text))
        {
            return null;
        }
        if (text.IsEmpty)
        {
            return TomlKind.LocalDate;
        }
        if (text[0] is not ('T' or 't' or ' '))
        {
            return null;
        }
        text = text[1..];
        if (!TryTakeTime(ref text))
        {
            return null;
        }
        if (text.IsEmpty)
        {
            return TomlKind.LocalDateTime;
        }
        return IsOffset(text) ? TomlKind.OffsetDateTime : null;
    }

    /// <summary>True when a date stands at the beginning, so that a blank and a time may follow it.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => TryTakeDate(ref text) && text.IsEmpty;

    private static bool TryTakeDate(ref ReadOnlySpan<char> text)
    {
        if (
            text.Length < DateLength
            || text[4] != '-'
            || text[7] != '-'
            || !TryNumber(text[..4], out var year)
            || !TryNumber(text[5..7], out var month)
            || !TryNumber(text[8..10], out var day)
            || month is < 1 or > 12
            || day < 1
            || day > DaysIn(year, month)
        )
        {
            return false;
        }
        text = text[DateLength..];
        return true;
    }

    private static bool TryTakeTime(ref ReadOnlySpan<char> text)
    {
        // A leap second is written :60 (RFC 3339, 5.6).
        if (
            text.Length < TimeLength
            || text[5] != ':'
            || !IsHourAndMinute(text[..5])
            || !TryNumber(text[6..8], out var second)
            || second > 60
        )
        {
            return false;
        }
        text = text[TimeLength..];
        if (text is not ['.', ..])
        {
            return true;
        }
        var digits = 1;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }
        text = text[digits..];
        return digits > 1;
    }

    private static bool IsOffset(ReadOnlySpan<char> text) =>
        text is "Z" or "z" || (text is ['+' or '-', ..] && IsHourAndMinute(text[1..]));

    private static bool IsHourAndMinute(ReadOnlySpan<char> text) =>
        text.Length == 5
        && text[2] == ':'
        && TryNumber(text[..2], out var hour)
        && TryNumber(text[3..], out var minute)
        && hour < 24
        && minute < 60;

    // The year 0 is a leap year of the calendar that RFC 3339 uses, and .NET has none.
    private static int DaysIn(int year, int month) => DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }
            number = (number * 10) + (digit - '0');
        }
        return true;
    }
}
