using System.Globalization;

namespace Exchange.Simulator.Http;

/// <summary>The query of a request, decoded. Names are matched exactly.</summary>
internal sealed class QueryValues
{
    public static readonly QueryValues Empty = new([]);

    private readonly List<KeyValuePair<string, string>> _values;

    private QueryValues(List<KeyValuePair<string, string>> values) => _values = values;

    public static QueryValues Parse(string text)
    {
        if (text.Length == 0)
        {
            return Empty;
        }
        var values = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var split = part.IndexOf('=', StringComparison.Ordinal);
            var name = split < 0 ? part : part[..split];
            var value = split < 0 ? "" : part[(split + 1)..];
            values.Add(new(Decode(name), Decode(value)));
        }
        return new(values);
    }

    /// <summary>The value, or null when the name is absent or its value empty.</summary>
    public string? Text(string name)
    {
        foreach (var (key, value) in _values)
        {
            if (string.Equals(key, name, StringComparison.Ordinal) && value.Length > 0)
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>An integer, or null when absent.</summary>
    /// <exception cref="Refusal">The value is not an integer.</exception>
    public long? Integer(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new Refusal(400, $"Wrong parameter: {name}");
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
