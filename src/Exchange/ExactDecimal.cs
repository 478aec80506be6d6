using System.Globalization;

namespace Exchange;

/// <content>Money, prices and amounts as <see cref="decimal"/>: read and written as text, exactly. The only place where one is formatted.</content>
public readonly partial struct ExactDecimal
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Reads plain decimal text (<c>-1.50</c>): no exponent, no grouping, no blanks, no infinity, nothing rounded away.</summary>
    public static bool TryParse(string? text, out decimal value)
    {
        if (
            text is { Length: > 0 }
            && IsPlain(text)
            && decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out value)
            && KeepsEveryDigit(text, value)
        )
        {
            return true;
        }
        value = 0;
        return false;
    }

    /// <summary>Plain invariant text: no exponent, no grouping, no trailing zeros after the point (bitopro.md 1.5).</summary>
    public static string Format(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The same with exactly so many digits after the point, rounded: for columns and axes, never for what is sent.</summary>
    public static string Format(decimal value, int decimals) =>
        value.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>The same value without trailing zeros after the point.</summary>
    public static decimal Trim(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;

    /// <summary>Digits after the point, trailing zeros not counted.</summary>
    public static int DecimalPlaces(decimal value) => Trim(value).Scale;

    private static bool IsPlain(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (!char.IsAsciiDigit(c) && c is not ('.' or '-' or '+'))
            {
                return false;
            }
        }
        return digits > 0;
    }

    // decimal.Parse rounds silently past 28 digits; an amount must not change on the way in.
    private static bool KeepsEveryDigit(string text, decimal value)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            return true;
        }
        return text.AsSpan(point + 1).TrimEnd('0').Length <= DecimalPlaces(value);
    }
}
