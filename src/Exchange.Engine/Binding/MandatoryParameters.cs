using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace Exchange.Engine.Binding;

/// <summary>Sees to it that what a set asks for is there: asks for it if somebody is there, else refuses.</summary>
internal sealed class MandatoryParameters(BindingScope scope, ArgumentBinder binder)
{
    /// <summary>Asks for what is missing, or throws.</summary>
    public void Complete(IReadOnlyList<CmdletParameter> missing)
    {
        if (missing.Count == 0)
        {
            return;
        }
        if (!scope.Host.IsInteractive)
        {
            throw scope.Error(Missing(missing));
        }
        foreach (var (parameter, argument) in Ask(missing))
        {
            if (binder.Bind(parameter, argument) is { } fault)
            {
                throw scope.Error(fault);
            }
        }
    }

    /// <summary>The input object leaves these without a value.</summary>
    public static BindingFault MissingFromInput(IReadOnlyList<CmdletParameter> missing) =>
        new(
            BindingErrorIds.InputObjectMissingMandatory,
            $"The input object has nothing for the mandatory {Names(missing)}."
        )
        {
            ParameterName = string.Join(", ", missing.Select(parameter => parameter.Name)),
        };

    private BindingFault Missing(IReadOnlyList<CmdletParameter> missing) =>
        new(
            BindingErrorIds.MissingMandatoryParameter,
            $"{scope.Metadata.Name} needs the mandatory {Names(missing)}.{SecretHint(missing)}"
        )
        {
            ParameterName = string.Join(", ", missing.Select(parameter => parameter.Name)),
            ParameterType = missing[0].Type,
        };

    private static string Names(IReadOnlyList<CmdletParameter> missing) =>
        (missing.Count == 1 ? "parameter " : "parameters ")
        + string.Join(", ", missing.Select(parameter => $"-{parameter.Name} <{TypeNames.Short(parameter.Type)}>"));

    private static string SecretHint(IReadOnlyList<CmdletParameter> missing) =>
        missing.Any(parameter => parameter.IsSecret) ? " A secret is given as env:NAME, never as it is." : "";

    private List<(CmdletParameter, Argument)> Ask(IReadOnlyList<CmdletParameter> missing)
    {
        var fields = new Collection<FieldDescription>([.. missing.Select(Field)]);
        try
        {
            var answers = scope.Engine.Host.UI.Prompt(
                $"cmdlet {scope.Metadata.Name} at command pipeline position {scope.Invocation.PipelinePosition}",
                "Supply values for the following parameters:",
                fields
            );
            return [.. missing.Select(parameter => (parameter, ToArgument(answers[parameter.Name].BaseObject)))];
        }
        catch (PSInvalidOperationException)
        {
            throw scope.Error(Missing(missing));
        }
    }

    private static FieldDescription Field(CmdletParameter parameter)
    {
        var field = new FieldDescription(parameter.Name) { HelpMessage = parameter.HelpMessage };
        field.SetParameterType(parameter.ElementType);
        return field;
    }

    private static Argument ToArgument(object answer) =>
        answer is string text ? Argument.Text(text) : Argument.Object(answer);
}
