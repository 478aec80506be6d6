using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx.OAuth;

/// <summary>Writes sign-in answers in the form that is in force.</summary>
internal static class OAuthAnswer
{
    public static void Write(
        Call call,
        OkxBehaviour behaviour,
        int status,
        params (string Name, object? Value)[] fields
    )
    {
        call.Status = status;
        call.ReplyHeaders.Add(new("Cache-Control", "no-store"));
        var json = call.Json;
        if (behaviour.Envelope)
        {
            json.WriteStartObject();
            json.WriteString("code", "0");
            json.WriteString("msg", "");
            json.WriteStartArray("data");
        }
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                json.WritePropertyName(behaviour.CamelCase ? Camel(name) : name);
                WriteValue(json, value, behaviour);
            }
        }
        json.WriteEndObject();
        if (behaviour.Envelope)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    public static void Refuse(Call call, string error, string description, int status)
    {
        call.Clear();
        call.Status = status;
        call.ReplyHeaders.Add(new("Cache-Control", "no-store"));
        call.Json.WriteStartObject();
        call.Json.WriteString("error", error);
        call.Json.WriteString("error_description", description);
        call.Json.WriteEndObject();
    }

    /// <summary>The granted scope in the form that is in force; null leaves it out.</summary>
    public static object? ScopeOf(IReadOnlyList<string> scopes, OkxBehaviour behaviour) =>
        behaviour.Scope switch
        {
            "none" => null,
            "array" => scopes,
            _ => string.Join(' ', scopes),
        };

    private static void WriteValue(Utf8JsonWriter json, object value, OkxBehaviour behaviour)
    {
        switch (value)
        {
            case long number when !behaviour.NumbersAsText:
                json.WriteNumberValue(number);
                return;
            case long number:
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                return;
            case IEnumerable<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                {
                    json.WriteStringValue(text);
                }
                json.WriteEndArray();
                return;
            default:
                json.WriteStringValue((string)value);
                return;
        }
    }

    private static string Camel(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
