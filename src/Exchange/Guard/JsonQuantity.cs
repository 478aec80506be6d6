using System.Globalization;
using System.Text.Json;

namespace Exchange.Guard;

/// <summary>
/// A number as a caller's JSON has it: missing, a number, or something that is none. Text is none, and so is what a decimal
/// cannot hold exactly (trade-guard.md section 11, row 12).
/// </summary>
/// <param name="IsGiven">False when it is missing or null.</param>
/// <param name="Value">Null when it is missing or no number.</param>
internal readonly record struct JsonQuantity(bool IsGiven, decimal? Value)
{
    private const int LargestExponent = 64;

    /// <summary>The number; 0 when it is missing; null when it is no number.</summary>
    public decimal? OrZero => IsGiven ? Value : 0;

    public static JsonQuantity Of(JsonElement? element) =>
        element switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => default,
            { ValueKind: JsonValueKind.Number } number => new(true, Exactly(number.GetRawText())),
            _ => new(true, null),
        };

    /// <summary>The decimal that a JSON number means, or null when none means exactly that.</summary>
    internal static decimal? Exactly(string number)
    {
        if (ExactDecimal.TryParse(number, out var plain))
        {
            return plain;
        }
        var mark = number.AsSpan().IndexOfAny('e', 'E');
        return
            mark > 0
            && int.TryParse(
                number.AsSpan(mark + 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var exponent
            )
            && Math.Abs(exponent) <= LargestExponent
            ? Shifted(number[..mark], exponent)
            : null;
    }

    // Moves the point in the text, so that the digits are read by the one exact reader.
    private static decimal? Shifted(string number, int exponent)
    {
        var sign = number.StartsWith('-') ? "-" : "";
        var digits = number[sign.Length..];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var places = (point < 0 ? 0 : digits.Length - point - 1) - exponent;
        digits = digits.Replace(".", "", StringComparison.Ordinal);
        digits = places <= 0 ? digits + new string('0', -places) : digits.PadLeft(places + 1, '0');
        var text = places <= 0 ? digits : $"{digits[..^places]}.{digits[^places..]}";
        return ExactDecimal.TryParse(sign + text, out var value) ? value : null;
    }
}
