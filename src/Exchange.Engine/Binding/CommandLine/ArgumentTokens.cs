namespace Exchange.Engine.Binding;

/// <summary>Tells names from values among the words of a command line.</summary>
internal static class ArgumentTokens
{
    private const string OnlyValuesFollow = "--";

    // The dashes that word processors put in the place of a hyphen count too, as they do in PowerShell.
    private const string Dashes = "-\u2013\u2014\u2015";

    public static IEnumerable<CommandLineItem> Read(IEnumerable<string> tokens)
    {
        var onlyValues = false;
        foreach (var token in tokens)
        {
            if (!onlyValues && string.Equals(token, OnlyValuesFollow, StringComparison.Ordinal))
            {
                onlyValues = true;
                continue;
            }
            yield return onlyValues || !IsName(token) ? Value(token) : Name(token);
        }
    }

    // -5 and -.5 are numbers; a dash alone is a value.
    private static bool IsName(string token) =>
        token.Length > 1
        && Dashes.Contains(token[0], StringComparison.Ordinal)
        && (char.IsLetter(token[1]) || token[1] is '_' or '?');

    private static CommandLineItem Value(string token) => new(Name: null, Argument.Text(token), HasColon: false);

    private static CommandLineItem Name(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new CommandLineItem(token[1..], Value: null, HasColon: false);
        }
        var attached = token[(colon + 1)..];
        return new CommandLineItem(
            token[1..colon],
            attached.Length == 0 ? null : Argument.Text(attached),
            HasColon: true
        );
    }
}
