using System.Text.Json;

namespace Exchange.Http;

/// <summary>Texts of strangers' JSON.</summary>
internal static class JsonWords
{
    /// <summary>The text of a string; as it stands in the JSON when it holds half of a surrogate pair; null when it is no string.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }

    /// <summary>The text of a member; null when there is none, or it is no string.</summary>
    public static string? Of(JsonElement parent, string name) => Find(parent, name, out var value) ? Of(value) : null;

    /// <summary>
    /// The member of a name; false when there is none, or the parent is no object. A neighbour whose name holds half of a surrogate pair is
    /// no member of any name: <see cref="JsonElement.TryGetProperty(string, out JsonElement)"/> throws when it comes upon one.
    /// </summary>
    public static bool Find(JsonElement parent, string name, out JsonElement value)
    {
        value = default;
        if (parent.ValueKind != JsonValueKind.Object)
        {
            return false;
        }
        try
        {
            return parent.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            var found = parent.EnumerateObject().LastOrDefault(member => IsNamed(member, name));
            value = found.Value;
            return value.ValueKind != JsonValueKind.Undefined;
        }
    }

    private static bool IsNamed(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
