#nullable disable
using System.Text;
using Exchange.Engine.Wildcards;

namespace System.Management.Automation;

/// <summary>A pattern: <c>*</c> any text, <c>?</c> one character, <c>[a-z]</c> one of these; a backtick escapes.</summary>
public sealed class WildcardPattern
{
    private const string Special = "*?[]`";
    private readonly List<WildcardElement> _elements;

    public WildcardPattern(string pattern)
        : this(pattern, WildcardOptions.None) { }

    public WildcardPattern(string pattern, WildcardOptions options)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _elements = WildcardParser.Parse(pattern, options.HasFlag(WildcardOptions.IgnoreCase));
    }

    public static WildcardPattern Get(string pattern, WildcardOptions options) => new(pattern, options);

    public static bool ContainsWildcardCharacters(string pattern)
    {
        for (var i = 0; i < (pattern?.Length ?? 0); i++)
        {
            if (pattern[i] == '`')
            {
                i++;
                continue;
            }
            if (pattern[i] is '*' or '?' or '[')
            {
                return true;
            }
        }
        return false;
    }

    public static string Escape(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var escaped = new StringBuilder(pattern.Length);
        foreach (var c in pattern)
        {
            if (Special.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('`');
            }
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    public static string Unescape(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var plain = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (
                pattern[i] == '`'
                && i + 1 < pattern.Length
                && Special.Contains(pattern[i + 1], StringComparison.Ordinal)
            )
            {
                i++;
            }
            plain.Append(pattern[i]);
        }
        return plain.ToString();
    }

    public bool IsMatch(string input) => input is not null && WildcardMatcher.IsMatch(_elements, input);
}
