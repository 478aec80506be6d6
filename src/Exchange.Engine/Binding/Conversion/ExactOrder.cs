using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace Exchange.Engine.Binding;

/// <summary>Which of two values is greater; numbers of different types compare by what they are worth.</summary>
internal static class ExactOrder
{
    public static bool IsNumber(object? value) =>
        value is BigInteger
        || (
            value is not (null or Enum)
            && Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal
        );

    /// <summary>Less than zero if <paramref name="value"/> is less than <paramref name="bound"/>.</summary>
    /// <exception cref="ValidationMetadataException">The two cannot be compared.</exception>
    public static int Compare(object? value, object bound)
    {
        if (IsNumber(value) && IsNumber(bound))
        {
            return CompareNumbers(value!, bound);
        }
        if (value is IComparable comparable)
        {
            var same = ValueConverter.Default.Convert(bound, value.GetType());
            if (same.Succeeded)
            {
                return comparable.CompareTo(same.Value);
            }
        }
        throw new ValidationMetadataException(
            $"{ValueText.Of(value)} cannot be compared with {ValueText.Of(bound)}: "
                + $"{TypeNames.Article(bound.GetType())} is expected."
        );
    }

    private static int CompareNumbers(object a, object b)
    {
        if (a is double or float || b is double or float)
        {
            return ToDouble(a).CompareTo(ToDouble(b));
        }
        if (a is decimal || b is decimal)
        {
            return CompareWithFraction(a, b);
        }
        return ToWhole(a).CompareTo(ToWhole(b));
    }

    // Whole parts first, as they may be beyond what a decimal holds; fractions only if those are equal.
    private static int CompareWithFraction(object a, object b)
    {
        var whole = ToWhole(a).CompareTo(ToWhole(b));
        return whole != 0 ? whole : Fraction(a).CompareTo(Fraction(b));
    }

    private static decimal Fraction(object number) => number is decimal d ? d - decimal.Floor(d) : 0;

    private static BigInteger ToWhole(object number) =>
        number switch
        {
            BigInteger big => big,
            decimal d => new BigInteger(decimal.Floor(d)),
            ulong u => u,
            _ => Convert.ToInt64(number, CultureInfo.InvariantCulture),
        };

    private static double ToDouble(object number) =>
        number is BigInteger big ? (double)big : Convert.ToDouble(number, CultureInfo.InvariantCulture);
}
