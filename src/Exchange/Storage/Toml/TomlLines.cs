namespace Exchange.Storage.Toml;

/// <summary>Where the lines of a text begin and end.</summary>
internal static class TomlLines
{
    /// <summary>Index of the first character of the line.</summary>
    public static int StartOf(string text, int index) => index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;

    /// <summary>Index after the line's end.</summary>
    public static int EndOf(string text, int index)
    {
        var end = text.IndexOf('\n', index);
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>Index of the first line of the comments directly above a line; that line's own when there are none.</summary>
    public static int StartWithComments(string text, int index)
    {
        var start = StartOf(text, index);
        while (start > 0)
        {
            var above = StartOf(text, start - 1);
            if (text.AsSpan(above, start - above).TrimStart(" \t") is not ['#', ..])
            {
                return start;
            }
            start = above;
        }
        return start;
    }

    /// <summary>The blanks that a line begins with.</summary>
    public static string Indentation(string text, int index)
    {
        var start = StartOf(text, index);
        var end = start;
        while (end < index && text[end] is ' ' or '\t')
        {
            end++;
        }
        return text[start..end];
    }

    /// <summary>What makes the text end with an empty line: nothing, one line end, or two.</summary>
    public static string UpToEmptyLine(string text, string lineEnd)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return text.Length == 0 || text[^1] == '\n' ? "" : lineEnd;
        }
        if (text[^1] != '\n')
        {
            return lineEnd + lineEnd;
        }
        var last = StartOf(text, text.Length - 1);
        return text.AsSpan(last).IsWhiteSpace() ? "" : lineEnd;
    }
}
