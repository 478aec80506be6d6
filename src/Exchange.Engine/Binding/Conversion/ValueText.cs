using System.Collections;
using System.Globalization;

namespace Exchange.Engine.Binding;

/// <summary>A value as text that reads the same everywhere.</summary>
internal static class ValueText
{
    public static string Of(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            IDictionary => value.ToString() ?? "",
            // As PowerShell: elements with a blank between.
            IEnumerable elements => string.Join(' ', elements.Cast<object?>().Select(Of)),
            _ => value.ToString() ?? "",
        };
}
