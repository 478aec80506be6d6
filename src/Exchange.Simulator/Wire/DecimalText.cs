using System.Globalization;
using System.Text.Json;

namespace Exchange.Simulator.Wire;

/// <summary>The one place where a decimal becomes text: invariant, no exponent.</summary>
internal static class DecimalText
{
    /// <summary>A decimal in a JSON string, trailing zeros stripped.</summary>
    public static void WriteDecimal(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> text = stackalloc byte[48];
        json.WriteString(name, text[..Format(value, text)]);
    }

    /// <inheritdoc cref="WriteDecimal(Utf8JsonWriter, ReadOnlySpan{byte}, decimal)"/>
    public static void WriteDecimal(this Utf8JsonWriter json, string name, decimal value)
    {
        Span<byte> text = stackalloc byte[48];
        json.WriteString(name, text[..Format(value, text)]);
    }

    /// <summary>A decimal in a JSON string with exactly eight decimals, as tickers and public trades have it.</summary>
    public static void WriteEightDecimals(this Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal value)
    {
        Span<byte> text = stackalloc byte[48];
        value.TryFormat(text, out var length, "F8", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    /// <summary>A decimal as text, trailing zeros stripped.</summary>
    public static string Of(decimal value)
    {
        Span<byte> text = stackalloc byte[48];
        return System.Text.Encoding.ASCII.GetString(text[..Format(value, text)]);
    }

    private static int Format(decimal value, Span<byte> text)
    {
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (text[..length].IndexOf((byte)'.') < 0)
        {
            return length;
        }
        return text[..length].TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
    }
}
