using System.Text;

namespace Exchange.Engine.Binding;

/// <summary>What a word of the command line means to the parameter that it is for.</summary>
internal static class TextArgument
{
    /// <summary>The word as a value or, for a parameter that takes several, as a list.</summary>
    public static object? Read(string text, CmdletParameter parameter)
    {
        if (!parameter.IsCollection || IsJsonObject(text, parameter))
        {
            return Literal(text);
        }
        var elements = Split(text);
        return elements.Count == 1 ? Literal(elements[0]) : elements.Select(Literal).ToArray();
    }

    /// <summary>Whether PowerShell would read the word as a value of the parameter's type without a conversion.</summary>
    public static bool IsNaturalFor(string text, CmdletParameter parameter)
    {
        var type = parameter.ElementType;
        if (type == typeof(object))
        {
            return true;
        }
        return ExactDecimal.TryParsePlain(text, out _) ? ExactNumber.IsNumericType(type) : type == typeof(string);
    }

    private static object? Literal(string text) =>
        text.ToUpperInvariant() switch
        {
            "$TRUE" => true,
            "$FALSE" => false,
            "$NULL" => null,
            _ => text,
        };

    private static List<string> Split(string text)
    {
        var elements = new List<string>();
        var element = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == ',')
            {
                element.Append(',');
                i++;
                continue;
            }
            if (text[i] == ',')
            {
                elements.Add(element.ToString());
                element.Clear();
                continue;
            }
            element.Append(text[i]);
        }
        elements.Add(element.ToString());
        return elements;
    }

    private static bool IsJsonObject(string text, CmdletParameter parameter) =>
        text.StartsWith('{') && parameter.ElementType != typeof(string) && parameter.ElementType != typeof(object);
}
