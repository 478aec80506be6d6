using System.Globalization;
using System.Text.RegularExpressions;

namespace Exchange.Engine.Binding;

/// <summary>Lengths of time: <c>[d.]hh:mm[:ss[.fff]]</c>, or ISO 8601 in weeks, days, hours, minutes, seconds.</summary>
internal static partial class DurationText
{
    private const string Expected = "a duration: write 00:01:30 or PT90S";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("w", 7 * TimeSpan.TicksPerDay),
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
    ];

    public static Conversion Read(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return Conversion.Refuse(
                $"\"{text}\" is a bare number, and could be seconds or days. Write 00:01:30 or PT90S."
            );
        }
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var clock)
                ? Conversion.Of(clock)
                : Conversion.RefuseText(text, Expected);
        }
        return ReadIso(text) is { } duration ? Conversion.Of(duration) : Conversion.RefuseText(text, Expected);
    }

    // Years and months have no fixed length and are not taken.
    [GeneratedRegex(
        @"^(?<minus>-)?P(?=[0-9T])((?<w>[0-9]{1,9})W)?((?<d>[0-9]{1,9})D)?"
            + @"(T(?=[0-9])((?<h>[0-9]{1,9})H)?((?<m>[0-9]{1,9})M)?((?<s>[0-9]{1,12}(\.[0-9]{1,7})?)S)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Iso();

    private static TimeSpan? ReadIso(string text)
    {
        var match = Iso().Match(text);
        if (!match.Success)
        {
            return null;
        }
        var ticks = Units.Sum(unit => Amount(match.Groups[unit.Unit]) * unit.Ticks);
        if (ticks > TimeSpan.MaxValue.Ticks)
        {
            return null;
        }
        return new TimeSpan((long)(match.Groups["minus"].Success ? -ticks : ticks));
    }

    private static decimal Amount(Group digits) =>
        digits.Success ? decimal.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;
}
