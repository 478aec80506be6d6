using System.Globalization;

namespace Exchange.Engine.Binding;

/// <summary>Points in time as ISO 8601 writes them. Without an offset, a time is local.</summary>
internal static class TimeText
{
    private const string Form = "ISO 8601, such as 2026-03-01, 2026-03-01T09:30 or 2026-03-01T09:30:00+08:00";

    private static readonly string[] Local =
    [
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mm",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] WithOffset = [.. Local.Skip(1).Select(format => format + "zzz")];

    public static Conversion ToDateTimeOffset(string text, TimeZoneInfo zone)
    {
        if (IsBareNumber(text))
        {
            return Conversion.Refuse(
                $"\"{text}\" is a bare number, and could be seconds, milliseconds or a year. Write {Form}."
            );
        }
        var spelled = text.EndsWith('Z') || text.EndsWith('z') ? text[..^1] + "+00:00" : text;
        if (TryExact(spelled, WithOffset, out DateTimeOffset instant))
        {
            return Conversion.Of(instant);
        }
        return DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? AtOffset(moment, zone)
            : Conversion.RefuseText(text, $"a time: write {Form}");
    }

    public static Conversion ToDateTime(string text, TimeZoneInfo zone)
    {
        var read = ToDateTimeOffset(text, zone);
        return read.Succeeded ? Conversion.Of(OnClock((DateTimeOffset)read.Value!, zone)) : read;
    }

    /// <summary>What a clock in the zone shows at that time.</summary>
    public static DateTime OnClock(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(instant, zone).DateTime, DateTimeKind.Local);

    /// <summary>Adds the offset that a time of day has in a zone.</summary>
    public static Conversion AtOffset(DateTime moment, TimeZoneInfo zone)
    {
        if (moment.Kind == DateTimeKind.Utc)
        {
            return Conversion.Of(new DateTimeOffset(moment, TimeSpan.Zero));
        }
        var local = DateTime.SpecifyKind(moment, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            return Conversion.Refuse(
                $"{ValueText.Of(local)} does not exist here: clocks are put forward over it. Write the offset too."
            );
        }
        try
        {
            return Conversion.Of(new DateTimeOffset(local, zone.GetUtcOffset(local)));
        }
        catch (ArgumentOutOfRangeException)
        {
            return Conversion.Refuse($"{ValueText.Of(local)} is out of range.");
        }
    }

    private static bool TryExact(string text, string[] formats, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);

    private static bool IsBareNumber(string text) =>
        text.Length > 0 && text.TrimStart('-', '+').All(c => char.IsAsciiDigit(c) || c == '.');
}
