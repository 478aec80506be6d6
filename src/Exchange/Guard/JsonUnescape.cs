using System.Globalization;
using System.Text;

namespace Exchange.Guard;

/// <summary>Reads the inside of a JSON string that may hold halves of surrogate pairs, which the reader of the runtime refuses.</summary>
internal static class JsonUnescape
{
    private const int CodeLength = 4;

    /// <summary>The text, every half as it stands.</summary>
    /// <param name="escaped">What stands between the quotes of a string that is valid JSON.</param>
    public static string Text(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != '\\')
            {
                text.Append(escaped[at]);
                continue;
            }
            var mark = escaped[++at];
            if (mark == 'u')
            {
                text.Append((char)int.Parse(escaped.Slice(at + 1, CodeLength), NumberStyles.AllowHexSpecifier, null));
                at += CodeLength;
                continue;
            }
            text.Append(Plain(mark));
        }
        return text.ToString();
    }

    private static char Plain(char mark) =>
        mark switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => mark,
        };
}
