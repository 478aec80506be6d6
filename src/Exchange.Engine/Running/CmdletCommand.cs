namespace Exchange.Engine;

/// <summary>A cmdlet and its arguments.</summary>
/// <param name="Cmdlet">The cmdlet.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record CmdletCommand(CmdletMetadata Cmdlet, CmdletArguments Arguments)
{
    /// <summary>A cmdlet class with the words of a command line.</summary>
    public static CmdletCommand Of(Type cmdlet, params string[] tokens) =>
        new(CmdletMetadata.Of(cmdlet), CmdletArguments.FromTokens(tokens));

    /// <summary>A cmdlet class with named objects, as in a splat.</summary>
    public static CmdletCommand With(Type cmdlet, params (string Name, object? Value)[] values) =>
        new(CmdletMetadata.Of(cmdlet), CmdletArguments.FromValues(values));
}
