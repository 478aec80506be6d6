using System.Collections;
using System.Management.Automation;

namespace Exchange.Engine.Binding;

/// <summary>Makes one argument the value of one parameter: transform, convert, validate, set.</summary>
internal sealed class ArgumentBinder(BindingScope scope)
{
    /// <summary>Binds; null if that worked.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="argument">The argument as it was given.</param>
    /// <param name="convert">Whether a value of another type may be converted.</param>
    public BindingFault? Bind(CmdletParameter parameter, Argument argument, bool convert = true)
    {
        var value = argument.Value;
        if (argument is { IsText: true, Value: string text })
        {
            if (!convert && !TextArgument.IsNaturalFor(text, parameter))
            {
                return WrongType(parameter, value, "");
            }
            (value, var fault) = parameter.IsSecret
                ? SecretArgument.Read(text, parameter, scope)
                : (TextArgument.Read(text, parameter), null);
            if (fault is not null)
            {
                return fault;
            }
        }
        return Transform(parameter, ref value)
            ?? Convert(parameter, ref value, convert || argument.IsText)
            ?? RefuseEmpty(parameter, value)
            ?? Validate(parameter, value)
            ?? Set(parameter, value);
    }

    private BindingFault? Transform(CmdletParameter parameter, ref object? value)
    {
        foreach (var transformation in parameter.Transformations)
        {
            if (value is null && !transformation.TransformNullOptionalParameters && !IsMandatory(parameter))
            {
                continue;
            }
            try
            {
                value = transformation.Transform(scope.Engine, value!);
            }
#pragma warning disable CA1031 // Whatever a transformation throws, it means that it cannot use the argument.
            catch (Exception e) when (e is not PipelineStoppedException)
#pragma warning restore CA1031
            {
                return Refuse(parameter, BindingErrorIds.TransformationError, "Cannot use the argument of", e);
            }
        }
        return null;
    }

    private BindingFault? Convert(CmdletParameter parameter, ref object? value, bool convert)
    {
        if (!convert && !FitsAsItIs(parameter, value))
        {
            return WrongType(parameter, value, "");
        }
        var conversion = scope.Converter.Convert(value, parameter.Type);
        if (!conversion.Succeeded)
        {
            return WrongType(parameter, value, conversion.Problem);
        }
        value = conversion.Value;
        return null;
    }

    private static bool FitsAsItIs(CmdletParameter parameter, object? value)
    {
        var bare = PSObject.Unwrap(value);
        return bare is null
            || parameter.Type.IsInstanceOfType(bare)
            || (parameter.Type == typeof(object) || parameter.ElementType.IsInstanceOfType(bare));
    }

    private BindingFault? RefuseEmpty(CmdletParameter parameter, object? value)
    {
        if (!IsMandatory(parameter))
        {
            return null;
        }
        var elements = value is IEnumerable many and not (string or IDictionary) ? many.Cast<object?>().ToList() : null;
        if ((value is null || elements?.Contains(null) == true) && !parameter.Has<AllowNullAttribute>())
        {
            return Empty(parameter, BindingErrorIds.NullNotAllowed, "null");
        }
        if ((value is "" || elements?.Contains("") == true) && !parameter.Has<AllowEmptyStringAttribute>())
        {
            return Empty(parameter, BindingErrorIds.EmptyStringNotAllowed, "an empty string");
        }
        return elements?.Count == 0 && !parameter.Has<AllowEmptyCollectionAttribute>()
            ? Empty(parameter, BindingErrorIds.EmptyCollectionNotAllowed, "an empty collection")
            : null;
    }

    private BindingFault? Validate(CmdletParameter parameter, object? value)
    {
        foreach (var validation in parameter.Validations)
        {
            try
            {
                validation.Check(value!, scope.Engine);
            }
#pragma warning disable CA1031 // Whatever a validation throws, it means that it does not take the argument.
            catch (Exception e) when (e is not PipelineStoppedException)
#pragma warning restore CA1031
            {
                return Refuse(parameter, BindingErrorIds.ValidationError, "Cannot validate the argument of", e);
            }
        }
        return null;
    }

    private BindingFault? Set(CmdletParameter parameter, object? value)
    {
        try
        {
            parameter.Write(scope.Cmdlet, value);
        }
#pragma warning disable CA1031 // A setter that throws refuses the argument.
        catch (Exception e) when (e is not PipelineStoppedException)
#pragma warning restore CA1031
        {
            return Refuse(parameter, BindingErrorIds.SetterFailed, "Cannot set", e);
        }
        scope.MarkBound(parameter, value);
        return null;
    }

    private bool IsMandatory(CmdletParameter parameter) =>
        scope
            .Metadata.Sets.In(scope.ValidSets & parameter.SetMask)
            .Any(set => parameter.In(set.Name) is { Mandatory: true });

    private static BindingFault WrongType(CmdletParameter parameter, object? value, string problem) =>
        BindingFault.About(
            parameter,
            BindingErrorIds.CannotConvertArgument,
            $"Cannot bind parameter '{parameter.Name}' ({TypeNames.Short(parameter.Type)}). {problem}"
        ) with
        {
            TypeSpecified = value?.GetType(),
        };

    private static BindingFault Empty(CmdletParameter parameter, string errorId, string what) =>
        BindingFault.About(
            parameter,
            errorId,
            $"Cannot bind parameter '{parameter.Name}': it is mandatory and cannot be or hold {what}."
        );

    // The exception of a secret may have the secret in its message, and so is left behind with it.
    private static BindingFault Refuse(CmdletParameter parameter, string errorId, string what, Exception cause) =>
        parameter.IsSecret
            ? BindingFault.About(
                parameter,
                errorId,
                $"{what} parameter '{parameter.Name}'. Its secret is not as required."
            )
            : BindingFault.About(parameter, errorId, $"{what} parameter '{parameter.Name}'. {cause.Message}", cause);
}
