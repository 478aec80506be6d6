using System.Globalization;
using System.Text.RegularExpressions;

namespace Exchange.Guard;

/// <summary>A moment in a session.</summary>
/// <param name="At">In UTC.</param>
/// <param name="HasOffset">False when the text named none, and UTC was taken.</param>
internal readonly record struct Instant(DateTimeOffset At, bool HasOffset);

/// <summary>ISO 8601 as sessions have it: a date, or a date and a time with or without an offset (trade-guard.md section 4).</summary>
internal static partial class Instants
{
    private const int LongestText = 64;

    public static Instant? Read(string? text)
    {
        if (text is null or { Length: > LongestText } || Form().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var offset = match.Groups["offset"].Value;
        var isDate = !match.Groups["hour"].Success;
        // Digits beyond a tick are cut: a session then ends a moment early, never late.
        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        var plain =
            $"{match.Groups["date"].Value}T{Or(match.Groups["hour"], "00:00")}:{Or(match.Groups["second"], "00")}.{fraction}";
        var zone = offset is "" or "Z" ? "+00:00" : offset;
        return DateTimeOffset.TryParseExact(
            plain + zone,
            "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        )
            ? new Instant(at.ToUniversalTime(), isDate || offset.Length > 0)
            : null;
    }

    /// <summary>In UTC: <c>2026-03-01T09:00:00Z</c>.</summary>
    public static string Format(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Or(Group group, string missing) => group.Success ? group.Value : missing;

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(T(?<hour>[0-9]{2}:[0-9]{2})(:(?<second>[0-9]{2})([.,](?<fraction>[0-9]+))?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
