#nullable disable
using System.Collections;
using System.Globalization;
using Exchange.Engine.Binding;

namespace System.Management.Automation;

/// <summary>Conversions as the binder makes them.</summary>
public static class LanguagePrimitives
{
    public static T ConvertTo<T>(object valueToConvert) =>
        (T)ConvertTo(valueToConvert, typeof(T), CultureInfo.InvariantCulture);

    public static object ConvertTo(object valueToConvert, Type resultType) =>
        ConvertTo(valueToConvert, resultType, CultureInfo.InvariantCulture);

    /// <summary>Converts; <paramref name="formatProvider"/> is not asked, for text is read by the invariant culture.</summary>
    /// <exception cref="PSInvalidCastException">The value cannot become that type.</exception>
    public static object ConvertTo(object valueToConvert, Type resultType, IFormatProvider formatProvider)
    {
        ArgumentNullException.ThrowIfNull(resultType);
        var conversion = ValueConverter.Default.Convert(valueToConvert, resultType);
        return conversion.Succeeded ? conversion.Value : throw new PSInvalidCastException(conversion.Problem);
    }

    public static bool TryConvertTo<T>(object valueToConvert, out T result) =>
        TryConvertTo(valueToConvert, CultureInfo.InvariantCulture, out result);

    public static bool TryConvertTo<T>(object valueToConvert, IFormatProvider formatProvider, out T result)
    {
        var succeeded = TryConvertTo(valueToConvert, typeof(T), formatProvider, out var converted);
        result = succeeded ? (T)converted : default;
        return succeeded;
    }

    public static bool TryConvertTo(object valueToConvert, Type resultType, out object result) =>
        TryConvertTo(valueToConvert, resultType, CultureInfo.InvariantCulture, out result);

    public static bool TryConvertTo(
        object valueToConvert,
        Type resultType,
        IFormatProvider formatProvider,
        out object result
    )
    {
        ArgumentNullException.ThrowIfNull(resultType);
        var conversion = ValueConverter.Default.Convert(valueToConvert, resultType);
        result = conversion.Value;
        return conversion.Succeeded;
    }

    /// <summary>The object to enumerate in the place of <paramref name="obj"/>, or null if it stands for itself.</summary>
    public static IEnumerable GetEnumerable(object obj) =>
        PSObject.Unwrap(obj) is IEnumerable elements and not (string or IDictionary) ? elements : null;

    /// <summary>Whether a value counts as true: not null, zero, empty or false.</summary>
    public static bool IsTrue(object obj) =>
        PSObject.Unwrap(obj) switch
        {
            null or false or "" => false,
            bool => true,
            SwitchParameter given => given.IsPresent,
            IConvertible number when ExactOrder.IsNumber(number) => ExactOrder.Compare(number, 0) != 0,
            ICollection { Count: 0 } => false,
            IList { Count: 1 } list => IsTrue(list[0]),
            _ => true,
        };
}
