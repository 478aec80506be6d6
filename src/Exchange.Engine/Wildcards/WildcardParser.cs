using System.Management.Automation;

namespace Exchange.Engine.Wildcards;

/// <summary>Reads a wildcard pattern into its steps.</summary>
internal static class WildcardParser
{
    public static List<WildcardElement> Parse(string pattern, bool ignoreCase)
    {
        var elements = new List<WildcardElement>();
        var at = 0;
        while (at < pattern.Length)
        {
            elements.Add(Next(pattern, ref at, ignoreCase));
        }
        return elements;
    }

    private static WildcardElement Next(string pattern, ref int at, bool ignoreCase)
    {
        var c = pattern[at++];
        switch (c)
        {
            case '*':
                return WildcardElement.Any;
            case '?':
                return WildcardElement.One(_ => true);
            case '[':
                return Set(pattern, ref at, ignoreCase);
            case '`' when at < pattern.Length:
                return Literal(pattern[at++], ignoreCase);
            default:
                return Literal(c, ignoreCase);
        }
    }

    private static WildcardElement Literal(char expected, bool ignoreCase)
    {
        var folded = Fold(expected, ignoreCase);
        return WildcardElement.One(c => Fold(c, ignoreCase) == folded);
    }

    private static WildcardElement Set(string pattern, ref int at, bool ignoreCase)
    {
        var ranges = new List<(char From, char To)>();
        // A closing bracket that comes first is a member of the set.
        for (var first = true; at < pattern.Length && (first || pattern[at] != ']'); first = false)
        {
            var from = Member(pattern, ref at);
            var isRange = at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']';
            if (isRange)
            {
                at++;
            }
            ranges.Add((Fold(from, ignoreCase), Fold(isRange ? Member(pattern, ref at) : from, ignoreCase)));
        }
        if (at >= pattern.Length)
        {
            throw new WildcardPatternException($"The wildcard pattern {pattern} has a [ without its ].");
        }
        at++;
        return WildcardElement.One(c => Holds(ranges, Fold(c, ignoreCase)));
    }

    private static char Member(string pattern, ref int at)
    {
        if (pattern[at] == '`' && at + 1 < pattern.Length)
        {
            at++;
        }
        return pattern[at++];
    }

    private static bool Holds(List<(char From, char To)> ranges, char c) =>
        ranges.Exists(range => c >= range.From && c <= range.To);

    private static char Fold(char c, bool ignoreCase) => ignoreCase ? char.ToUpperInvariant(c) : c;
}
