using Exchange.Engine.Binding;

namespace Exchange.Engine;

/// <summary>The arguments of a cmdlet: words of a command line, or names with real objects.</summary>
public sealed class CmdletArguments
{
    private CmdletArguments(IReadOnlyList<CommandLineItem> items) => Items = items;

    /// <summary>No arguments.</summary>
    public static CmdletArguments None { get; } = new([]);

    internal IReadOnlyList<CommandLineItem> Items { get; }

    /// <summary>
    /// Words as a shell passes them: <c>-Name</c>, <c>value</c>, <c>-Name:value</c>, <c>-Switch:$false</c>. A word that
    /// begins with a dash and a letter is a name; after <c>--</c> every word is a value. A list is one word,
    /// <c>a,b,c</c>, in which <c>\,</c> is a comma that belongs to a value; a parameter that takes one value takes the
    /// whole word.
    /// </summary>
    public static CmdletArguments FromTokens(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new CmdletArguments([.. ArgumentTokens.Read(tokens)]);
    }

    /// <summary>Names with real objects, as in a splat; an empty name is a positional argument.</summary>
    public static CmdletArguments FromValues(params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new CmdletArguments([.. values.Select(pair => Item(pair.Name, pair.Value))]);
    }

    /// <summary>Names with real objects, as in a splat; an empty name is a positional argument.</summary>
    public static CmdletArguments FromValues(IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new CmdletArguments([.. values.Select(pair => Item(pair.Key, pair.Value))]);
    }

    private static CommandLineItem Item(string name, object? value) =>
        new(string.IsNullOrEmpty(name) ? null : name, Argument.Object(value), HasColon: true);
}
