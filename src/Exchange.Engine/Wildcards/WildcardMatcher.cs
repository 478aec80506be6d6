namespace Exchange.Engine.Wildcards;

/// <summary>Matches text against a wildcard pattern, in time of the product of their lengths at worst.</summary>
internal static class WildcardMatcher
{
    public static bool IsMatch(List<WildcardElement> elements, string input)
    {
        var (element, at) = (0, 0);
        var (lastAny, retryAt) = (-1, 0);
        while (at < input.Length)
        {
            if (element < elements.Count && elements[element].AnyText)
            {
                (lastAny, retryAt) = (element++, at);
                continue;
            }
            if (element < elements.Count && elements[element].Takes(input[at]))
            {
                element++;
                at++;
                continue;
            }
            if (lastAny < 0)
            {
                return false;
            }
            // Let the last "any text" take one character more, and go on behind it.
            (element, at) = (lastAny + 1, ++retryAt);
        }
        return elements.Skip(element).All(rest => rest.AnyText);
    }
}
