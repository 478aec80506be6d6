using System.Globalization;
using System.Text.Json;

namespace Exchange.Faults.Orders;

/// <summary>Numbers as marks: alike however many zeros they end in.</summary>
internal static class Mark
{
    public static string Of(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    public static string Of(string digits) => Of(decimal.Parse(digits, CultureInfo.InvariantCulture));

    /// <summary>The mark in a member of a JSON object, which may be text or a number.</summary>
    public static string In(JsonElement item, string member)
    {
        var value = item.GetProperty(member);
        return Of(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
    }
}
