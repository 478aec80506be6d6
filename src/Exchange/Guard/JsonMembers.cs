using System.Text.Json;

namespace Exchange.Guard;

/// <summary>Reads a caller's JSON, whatever it holds. Never throws.</summary>
internal static class JsonMembers
{
    /// <summary>A member that is there and not null; the last one where a name stands twice.</summary>
    public static JsonElement? Find(JsonElement? owner, string name)
    {
        if (owner is not { ValueKind: JsonValueKind.Object } parent)
        {
            return null;
        }
        try
        {
            return parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
                ? member
                : null;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is no Unicode.
            return null;
        }
    }

    /// <summary>The object of that name; null when there is none or it is something else.</summary>
    public static JsonElement? Object(JsonElement? owner, string name) =>
        Find(owner, name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>The number of that name.</summary>
    public static JsonQuantity Number(JsonElement? owner, string name) => JsonQuantity.Of(Find(owner, name));

    /// <summary>The text of that name; null when there is none or it is something else.</summary>
    public static string? Text(JsonElement? owner, string name) => TextOf(Find(owner, name));

    /// <summary>The text; null when it is something else.</summary>
    public static string? TextOf(JsonElement? element)
    {
        try
        {
            return element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What counts as given: not null, false, 0 or empty text, as where the rules come from.</summary>
    public static bool IsGiven(JsonElement? element) =>
        element switch
        {
            null or { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.String } text => TextOf(text) is not "",
            { ValueKind: JsonValueKind.Number } number => JsonQuantity.Of(number).Value is not 0,
            _ => true,
        };
}
