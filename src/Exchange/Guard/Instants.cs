using System.Globalization;

namespace Exchange.Guard;

/// <summary>A moment in a session.</summary>
/// <param name="At">In UTC.</param>
/// <param name="HasOffset">False when the text named none, and UTC was taken.</param>
internal readonly record struct Instant(DateTimeOffset At, bool HasOffset);

/// <summary>ISO 8601 as sessions have it: a date, or a date and a time with or without an offset (trade-guard.md section 4).</summary>
internal static class Instants
{
    private const int LongestText = 64;
    private const string Date = "0000-00-00";
    private const string Minute = "00:00";

    public static Instant? Read(string? text)
    {
        if (text is null or { Length: > LongestText } || !Takes(text, out var rest, Date))
        {
            return null;
        }
        if (rest.IsEmpty)
        {
            return At(text, 0, 0, 0, 0, TimeSpan.Zero, hasOffset: true);
        }
        if (rest[0] != 'T' || !Takes(rest[1..], out var behind, Minute))
        {
            return null;
        }
        var (hour, minute) = (Number(rest[1..3]), Number(rest[4..6]));
        if (ReadSeconds(ref behind) is not { } seconds || ReadOffset(behind) is not { } offset)
        {
            return null;
        }
        return At(text, hour, minute, seconds.Whole, seconds.Ticks, offset, hasOffset: !behind.IsEmpty);
    }

    /// <summary>In UTC: <c>2026-03-01T09:00:00Z</c>.</summary>
    public static string Format(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static (int Whole, int Ticks)? ReadSeconds(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != ':')
        {
            return (0, 0);
        }
        if (!Takes(rest[1..], out var behind, "00"))
        {
            return null;
        }
        var whole = Number(rest[1..3]);
        rest = behind;
        if (rest.IsEmpty || rest[0] is not ('.' or ','))
        {
            return (whole, 0);
        }
        var digits = rest[1..];
        var count = digits.IndexOfAnyExceptInRange('0', '9');
        digits = count < 0 ? digits : digits[..count];
        rest = rest[(digits.Length + 1)..];
        // Digits beyond a tick are cut: a session then ends a moment early, never late.
        var ticks = 0;
        for (var i = 0; i < 7; i++)
        {
            ticks = (10 * ticks) + (i < digits.Length ? digits[i] - '0' : 0);
        }
        return digits.IsEmpty ? null : (whole, ticks);
    }

    private static TimeSpan? ReadOffset(ReadOnlySpan<char> text)
    {
        if (text is "" or "Z")
        {
            return TimeSpan.Zero;
        }
        if (text[0] is not ('+' or '-') || !Takes(text[1..], out var behind, Minute) || !behind.IsEmpty)
        {
            return null;
        }
        var minutes = (60 * Number(text[1..3])) + Number(text[4..6]);
        return Number(text[4..6]) < 60 && minutes <= 14 * 60
            ? TimeSpan.FromMinutes(text[0] == '-' ? -minutes : minutes)
            : null;
    }

    private static Instant? At(
        string text,
        int hour,
        int minute,
        int second,
        int ticks,
        TimeSpan offset,
        bool hasOffset
    )
    {
        var (year, month, day) = (Number(text.AsSpan(0, 4)), Number(text.AsSpan(5, 2)), Number(text.AsSpan(8, 2)));
        if (
            year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > 59
        )
        {
            return null;
        }
        var utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + ticks - offset.Ticks;
        return utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks
            ? new Instant(new DateTimeOffset(utc, TimeSpan.Zero), hasOffset)
            : null;
    }

    // 0 stands for any digit, everything else for itself.
    private static bool Takes(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest, string form)
    {
        rest = text;
        if (text.Length < form.Length)
        {
            return false;
        }
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != form[i])
            {
                return false;
            }
        }
        rest = text[form.Length..];
        return true;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (10 * number) + (digit - '0');
        }
        return number;
    }
}
