namespace Exchange.Engine.Binding;

/// <summary>Why an argument does not fit: the rule, and a sentence for the user.</summary>
internal sealed record BindingFault(string ErrorId, string Message)
{
    public string ParameterName { get; init; } = "";

    public Type? ParameterType { get; init; }

    public Type? TypeSpecified { get; init; }

    public Exception? Cause { get; init; }

    /// <summary>Whether another parameter might still take the value.</summary>
    public bool IsWrongType => string.Equals(ErrorId, BindingErrorIds.CannotConvertArgument, StringComparison.Ordinal);

    public static BindingFault About(
        CmdletParameter parameter,
        string errorId,
        string message,
        Exception? cause = null
    ) =>
        new(errorId, message)
        {
            ParameterName = parameter.Name,
            ParameterType = parameter.Type,
            Cause = cause,
        };
}
