using System.Globalization;
using System.Numerics;

namespace Exchange.Engine.Binding;

/// <summary>Reads numbers as people write them down plainly: digits, a sign, one point.</summary>
internal static class NumberText
{
    private const NumberStyles Integer = NumberStyles.AllowLeadingSign;

    public static Conversion ToDecimal(string text) =>
        ExactDecimal.TryParsePlain(text, out var number)
            ? Conversion.Of(number)
            : Conversion.RefuseText(
                text,
                "a decimal number: write digits with at most one point, such as 1234.5, without an exponent or "
                    + "thousands separators, and no more than 28 digits"
            );

    public static Conversion ToInteger(string text, Type type)
    {
        if (!BigInteger.TryParse(text, Integer, CultureInfo.InvariantCulture, out var number))
        {
            return Conversion.RefuseText(text, $"a whole number ({TypeNames.Short(type)}): write digits only");
        }
        return ExactNumber.Convert(number, type);
    }

    public static Conversion ToDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? Conversion.Of(number)
            : Conversion.RefuseText(text, "a number such as 1234.5");

    public static Conversion ToFloat(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
            ? Conversion.Of(number)
            : Conversion.RefuseText(text, "a number such as 1234.5");
}
