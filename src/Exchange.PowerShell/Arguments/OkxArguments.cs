using System.Management.Automation;
using System.Text.Json;
using Exchange.Okx;

namespace Exchange.PowerShell;

/// <summary>Queries and bodies as people hand them over, and answers as they get them.</summary>
internal static class OkxArguments
{
    /// <summary>A hashtable, an object or JSON text as JSON; null for nothing.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c></exception>
    public static JsonElement? Json(object? value, string name)
    {
        if (value is null)
        {
            return null;
        }
        try
        {
            return PlainJson.Of(value);
        }
        catch (FormatException trouble)
        {
            throw OkxRules.NotUsable($"-{name} cannot be used. {trouble.Message}");
        }
    }

    /// <summary>The query in its order: lists joined by commas, nulls left out (okx-account.md section 8).</summary>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c></exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Query(object? value)
    {
        if (Json(value, nameof(Query)) is not { } json)
        {
            return [];
        }
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw OkxRules.NotUsable("-Query is a hashtable, such as @{ instId = 'BTC-USDT' }.");
        }
        return
        [
            .. json.EnumerateObject()
                .Where(member => member.Value.ValueKind != JsonValueKind.Null)
                .Select(member => KeyValuePair.Create(member.Name, Text(member.Value))),
        ];
    }

    /// <summary>An item of an answer: its texts as texts, its lists as arrays, its objects as objects.</summary>
    public static object? ObjectOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Bag(element),
            JsonValueKind.Array => element.EnumerateArray().Select(ObjectOf).ToArray(),
            JsonValueKind.String => element.GetString(),
            // Numbers keep every digit.
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole
            : element.TryGetDecimal(out var value) ? value
            : element.GetRawText(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static PSObject Bag(JsonElement element)
    {
        var bag = new PSObject();
        foreach (var member in element.EnumerateObject())
        {
            if (bag.Properties[member.Name] is null)
            {
                bag.Properties.Add(new PSNoteProperty(member.Name, ObjectOf(member.Value)));
            }
        }
        return bag;
    }

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Array => string.Join(
                ',',
                value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null).Select(Text)
            ),
            _ => throw OkxRules.NotUsable("A value of -Query is a text, a number, true, false, or a list of them."),
        };
}
