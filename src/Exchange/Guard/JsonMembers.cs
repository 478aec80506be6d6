using System.Text.Json;

namespace Exchange.Guard;

/// <summary>Reads a caller's JSON, whatever it holds. Never throws.</summary>
internal static class JsonMembers
{
    /// <summary>A member that is there and not null; the last one where a name stands twice.</summary>
    public static JsonElement? Find(JsonElement? owner, string name) =>
        TryFind(owner, name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    /// <summary>True when there is a member of that name, be it null; the last one where it stands twice.</summary>
    public static bool TryFind(JsonElement? owner, string name, out JsonElement found)
    {
        found = default;
        if (owner is not { ValueKind: JsonValueKind.Object } parent)
        {
            return false;
        }
        try
        {
            return parent.TryGetProperty(name, out found);
        }
        catch (InvalidOperationException)
        {
            // A name beside it is no Unicode, and must not hide the one that is asked for.
            return TryFindBeside(parent, name, out found);
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
        if (element is not { ValueKind: JsonValueKind.String } text)
        {
            return null;
        }
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // A half of a pair of surrogates: the rest of the words is judged all the same.
            return JsonUnescape.Text(text.GetRawText().AsSpan()[1..^1]);
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

    private static bool TryFindBeside(JsonElement parent, string name, out JsonElement found)
    {
        JsonElement? last = null;
        foreach (var member in parent.EnumerateObject())
        {
            try
            {
                last = member.NameEquals(name) ? member.Value : last;
            }
            catch (InvalidOperationException)
            {
                // This is the one that is no Unicode, and so not the one that is asked for.
                continue;
            }
        }
        found = last ?? default;
        return last is not null;
    }
}
