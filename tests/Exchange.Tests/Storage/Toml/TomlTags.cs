using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Exchange.Storage.Toml;

namespace Exchange.Tests.Storage.Toml;

/// <summary>Compares a document with the suite's JSON, where a value is <c>{"type": …, "value": …}</c>.</summary>
internal static partial class TomlTags
{
    public static void AssertSame(JsonElement expected, TomlNode actual, string path)
    {
        switch (actual)
        {
            case TomlTable table:
                Assert.Equal(
                    expected.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal),
                    table.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal)
                );
                foreach (var (key, child) in table.Entries)
                {
                    AssertSame(expected.GetProperty(key), child, $"{path}/{key}");
                }
                break;
            case TomlArray array:
                Assert.Equal(expected.GetArrayLength(), array.Items.Count);
                for (var i = 0; i < array.Items.Count; i++)
                {
                    AssertSame(expected[i], array.Items[i], $"{path}/{i}");
                }
                break;
            case TomlScalar scalar:
                var type = expected.GetProperty("type").GetString()!;
                var value = expected.GetProperty("value").GetString()!;
                Assert.Equal($"{path} {type}", $"{path} {TypeOf(scalar.Kind)}");
                Assert.Equal($"{path} {Normal(type, value)}", $"{path} {Normal(type, scalar.Text)}");
                break;
        }
    }

    private static string TypeOf(TomlKind kind) =>
        kind switch
        {
            TomlKind.String => "string",
            TomlKind.Integer => "integer",
            TomlKind.Float => "float",
            TomlKind.Boolean => "bool",
            TomlKind.OffsetDateTime => "datetime",
            TomlKind.LocalDateTime => "datetime-local",
            TomlKind.LocalDate => "date-local",
            TomlKind.LocalTime => "time-local",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static string Normal(string type, string text) =>
        type switch
        {
            "integer" => Integer(text.Replace("_", "", StringComparison.Ordinal)),
            "float" => Float(text.Replace("_", "", StringComparison.Ordinal)),
            "datetime" => Instant(text),
            "datetime-local" or "time-local" => Fraction().Replace(text.Replace('t', 'T').Replace(' ', 'T'), ""),
            _ => text,
        };

    private static string Integer(string text) =>
        text switch
        {
            ['0', 'x', ..] => BigInteger.Parse("0" + text[2..], NumberStyles.HexNumber, null).ToString(null, null),
            ['0', 'o', ..] => Convert.ToInt64(text[2..], 8).ToString(CultureInfo.InvariantCulture),
            ['0', 'b', ..] => Convert.ToInt64(text[2..], 2).ToString(CultureInfo.InvariantCulture),
            _ => BigInteger.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        };

    private static string Float(string text) =>
        text.TrimStart('+') is "inf" or "-inf" or "nan" or "-nan"
            ? text.TrimStart('+').Replace("-nan", "nan", StringComparison.Ordinal)
            : double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);

    private static string Instant(string text) =>
        DateTimeOffset
            .Parse(text.Replace(' ', 'T').ToUpperInvariant(), CultureInfo.InvariantCulture)
            .ToUniversalTime()
            .ToString("O", CultureInfo.InvariantCulture);

    // 07:32:00.500 is 07:32:00.5, and .000 is nothing.
    [GeneratedRegex(@"\.0+$|(?<=\.\d*[1-9])0+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fraction();
}
