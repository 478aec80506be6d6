using System.Globalization;
using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>
/// A moment in time from a date or ISO 8601 text. A bare number is refused, since it could be seconds or milliseconds
/// (bitopro.md T4); text is read by the invariant culture.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InstantAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            int or long or uint or ulong or short or byte or decimal or double => throw Bare(value),
            string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) =>
                throw Bare(text),
            string text => Read(text),
            DateTime time => new DateTimeOffset(time),
            _ => value,
        };
    }

    private static object? Read(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }
        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeLocal | DateTimeStyles.AllowWhiteSpaces,
            out var time
        )
            ? time
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is not a time: write it as 2026-03-01T09:00:00Z or 2026-03-01."
            );
    }

    // bitopro.md section 9, row 20: SecondsExpected.
    private static ArgumentTransformationMetadataException Bare(object value) =>
        new(
            $"BitoPro.SecondsExpected: {value} is a bare number, which could be seconds or milliseconds. "
                + "Write the time as 2026-03-01T09:00:00Z, or use [DateTimeOffset]::FromUnixTimeSeconds()."
        );
}
