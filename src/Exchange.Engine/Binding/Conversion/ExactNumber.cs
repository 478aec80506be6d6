using System.Globalization;
using System.Numerics;

namespace Exchange.Engine.Binding;

/// <summary>Changes the type of a number if the number stays the same.</summary>
internal static class ExactNumber
{
    public static bool IsNumericType(Type type) =>
        type == typeof(BigInteger)
        || (!type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal);

    public static Conversion Convert(object number, Type target)
    {
        try
        {
            var converted = To(number, target);
            return ExactOrder.Compare(converted, number) == 0 || IsBinary(number) || IsBinaryType(target)
                ? Conversion.Of(converted)
                : Refuse(number, target);
        }
        catch (OverflowException)
        {
            return Refuse(number, target);
        }
    }

    private static object To(object number, Type target)
    {
        if (IsBinary(number) && !IsBinaryType(target) && target != typeof(decimal))
        {
            return FromWhole(WholeOf(System.Convert.ToDouble(number, CultureInfo.InvariantCulture)), target);
        }
        return number is BigInteger or decimal && target != typeof(decimal) && !IsBinaryType(target)
            ? FromWhole(number is BigInteger big ? big : WholeOf((decimal)number), target)
            : FromAny(number, target);
    }

    private static object FromAny(object number, Type target) =>
        (number, target) switch
        {
            (BigInteger big, _) when target == typeof(decimal) => (decimal)big,
            (BigInteger big, _) when target == typeof(double) => (double)big,
            (BigInteger big, _) => (float)big,
            (_, _) when target == typeof(BigInteger) => new BigInteger(
                System.Convert.ToDecimal(number, CultureInfo.InvariantCulture)
            ),
            _ => System.Convert.ChangeType(number, target, CultureInfo.InvariantCulture),
        };

    // Without a cast to object every arm would become the type that all convert to, a BigInteger.
    private static object FromWhole(BigInteger whole, Type target) =>
        Type.GetTypeCode(target) switch
        {
            TypeCode.SByte => (object)(sbyte)whole,
            TypeCode.Byte => (byte)whole,
            TypeCode.Int16 => (short)whole,
            TypeCode.UInt16 => (ushort)whole,
            TypeCode.Int32 => (int)whole,
            TypeCode.UInt32 => (uint)whole,
            TypeCode.Int64 => (long)whole,
            TypeCode.UInt64 => (ulong)whole,
            _ => whole,
        };

    private static BigInteger WholeOf(decimal number) =>
        decimal.Truncate(number) == number ? new BigInteger(number) : throw new OverflowException();

    private static BigInteger WholeOf(double number) =>
        Math.Truncate(number).Equals(number) && double.IsFinite(number)
            ? new BigInteger(number)
            : throw new OverflowException();

    private static bool IsBinary(object number) => number is double or float;

    private static bool IsBinaryType(Type type) => type == typeof(double) || type == typeof(float);

    private static Conversion Refuse(object number, Type target) =>
        Conversion.Refuse($"{ValueText.Of(number)} does not fit {TypeNames.Article(target)}{Limits(target)}.");

    private static string Limits(Type target) =>
        target.GetField("MinValue")?.GetValue(null) is { } least
        && target.GetField("MaxValue")?.GetValue(null) is { } most
            ? $", which goes from {ValueText.Of(least)} to {ValueText.Of(most)}"
            : "";
}
