using System.Globalization;

namespace Exchange.Engine.Binding;

/// <summary>Decimals from text, digit for digit: never through a double, never rounded.</summary>
internal static class ExactDecimal
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // Up to here any digits and any point fit; beyond, it depends on the digits.
    private const int SafeLength = 28;

    /// <summary>Reads a number without an exponent; false if it is none or would have to be rounded.</summary>
    public static bool TryParsePlain(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out number)
        && (text.Length <= SafeLength || IsSameNumber(text, number));

    private static bool IsSameNumber(ReadOnlySpan<char> text, decimal number)
    {
        Span<char> back = stackalloc char[32];
        return number.TryFormat(back, out var written, default, CultureInfo.InvariantCulture)
            && Core(text).SequenceEqual(Core(back[..written]));
    }

    // The digits that make the value: no sign, no zeros before the number, none after its point.
    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> number)
    {
        var digits = number.TrimStart("+-").TrimStart('0');
        return digits.Contains('.') ? digits.TrimEnd('0').TrimEnd('.') : digits;
    }
}
