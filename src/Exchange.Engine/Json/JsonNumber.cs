using System.Globalization;
using System.Numerics;
using Exchange.Engine.Binding;

namespace Exchange.Engine.Json;

/// <summary>JSON numbers as exact values: <c>long</c>, BigInteger or <c>decimal</c>, and text if none can hold it.</summary>
internal static class JsonNumber
{
    // Reading a whole number takes the square of its length.
    private const int LongestWhole = 1_000;

    public static object Read(string text)
    {
        if (text.AsSpan().ContainsAny('e', 'E'))
        {
            return ReadScientific(text);
        }
        if (text.Contains('.', StringComparison.Ordinal))
        {
            return ExactDecimal.TryParsePlain(text, out var number) ? number : text;
        }
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }
        return text.Length <= LongestWhole ? BigInteger.Parse(text, CultureInfo.InvariantCulture) : text;
    }

    // Moves the point in the text, so that the digits are read by the one exact reader.
    private static object ReadScientific(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        if (
            !int.TryParse(
                text.AsSpan(mark + 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var exponent
            )
            || Math.Abs(exponent) > 64
        )
        {
            return text;
        }
        var sign = text[0] == '-' ? "-" : "";
        var digits = text[sign.Length..mark];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : digits.Length - point - 1;
        digits = digits.Replace(".", "", StringComparison.Ordinal);
        var places = fraction - exponent;
        if (places <= 0)
        {
            return Read($"{sign}{digits}{new string('0', -places)}");
        }
        digits = digits.PadLeft(places + 1, '0');
        return ExactDecimal.TryParsePlain($"{sign}{digits[..^places]}.{digits[^places..]}", out var number)
            ? number
            : text;
    }
}
