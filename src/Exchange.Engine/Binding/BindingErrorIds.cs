namespace Exchange.Engine.Binding;

/// <summary>
/// The error ids of a <see cref="System.Management.Automation.ParameterBindingException"/>: PowerShell's own, and two
/// for secrets, which PowerShell leaves to its prompt.
/// </summary>
public static class BindingErrorIds
{
    /// <summary>No parameter has that name.</summary>
    public const string NamedParameterNotFound = "NamedParameterNotFound";

    /// <summary>Several parameters begin with that name.</summary>
    public const string AmbiguousParameter = "AmbiguousParameter";

    /// <summary>A parameter that needs a value has none.</summary>
    public const string MissingArgument = "MissingArgument";

    /// <summary>A parameter is given twice.</summary>
    public const string ParameterAlreadyBound = "ParameterAlreadyBound";

    /// <summary>No parameter takes an argument that has no name.</summary>
    public const string PositionalParameterNotFound = "PositionalParameterNotFound";

    /// <summary>The parameters belong to no one set, or to several.</summary>
    public const string AmbiguousParameterSet = "AmbiguousParameterSet";

    /// <summary>A mandatory parameter is not given.</summary>
    public const string MissingMandatoryParameter = "MissingMandatoryParameter";

    /// <summary>A value cannot become the type of the parameter.</summary>
    public const string CannotConvertArgument = "CannotConvertArgumentNoMessage";

    /// <summary>A transformation attribute cannot use the value.</summary>
    public const string TransformationError = "ParameterArgumentTransformationError";

    /// <summary>A validation attribute refuses the value.</summary>
    public const string ValidationError = "ParameterArgumentValidationError";

    /// <summary>A mandatory parameter is null.</summary>
    public const string NullNotAllowed = "ParameterArgumentValidationErrorNullNotAllowed";

    /// <summary>A mandatory parameter is an empty string.</summary>
    public const string EmptyStringNotAllowed = "ParameterArgumentValidationErrorEmptyStringNotAllowed";

    /// <summary>A mandatory parameter is an empty collection.</summary>
    public const string EmptyCollectionNotAllowed = "ParameterArgumentValidationErrorEmptyCollectionNotAllowed";

    /// <summary>The property behind the parameter refuses the value.</summary>
    public const string SetterFailed = "ParameterBindingFailed";

    /// <summary>No parameter takes the input object.</summary>
    public const string InputObjectNotBound = "InputObjectNotBound";

    /// <summary>The input object leaves a mandatory parameter without a value.</summary>
    public const string InputObjectMissingMandatory = "InputObjectMissingMandatory";

    /// <summary>A secret stands on the command line.</summary>
    public const string SecretAsLiteral = "SecretAsLiteral";

    /// <summary>A secret is not where the argument says: no such environment variable, nobody to ask.</summary>
    public const string SecretUnavailable = "SecretUnavailable";
}
