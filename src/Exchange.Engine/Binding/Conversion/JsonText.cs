using Exchange.Engine.Json;

namespace Exchange.Engine.Binding;

/// <summary>JSON objects as arguments: <c>-Header '{"a":1}'</c>.</summary>
internal static class JsonText
{
    private const string Expected = "a JSON object such as {\"name\":\"value\"}";

    public static Conversion ToHashtable(string text)
    {
        var read = Parse(text);
        return read.Succeeded
            ? Conversion.Of(JsonTable.ToHashtable((System.Management.Automation.PSObject)read.Value!))
            : read;
    }

    /// <summary>The object that the text says; its text is not repeated if it says none.</summary>
    public static Conversion Parse(string text)
    {
        try
        {
            return JsonLine.Parse(text) is System.Management.Automation.PSObject parsed
                ? Conversion.Of(parsed)
                : Conversion.Refuse($"The value is not {Expected}.");
        }
        catch (JsonLineException e)
        {
            return Conversion.Refuse($"The value is not {Expected}: {e.Problem}");
        }
    }
}
