using System.Management.Automation;

namespace Exchange.Engine.Binding;

/// <summary>Binds an input object: as it is before converted, by value before by name, the default set first.</summary>
internal sealed class PipelineBinder(BindingScope scope, ArgumentBinder binder)
{
    private static readonly (bool ByName, bool Convert)[] Attempts =
    [
        (ByName: false, Convert: false),
        (ByName: true, Convert: false),
        (ByName: false, Convert: true),
        (ByName: true, Convert: true),
    ];

    private readonly List<(CmdletParameter Parameter, object? Before)> _bound = [];

    /// <summary>Gives the parameters that the last object has set the values that they had before it.</summary>
    public void Restore()
    {
        foreach (var (parameter, before) in _bound)
        {
            parameter.Write(scope.Cmdlet, before);
            scope.MarkUnbound(parameter);
        }
        _bound.Clear();
    }

    /// <summary>Binds what the object has; null if that was anything at all.</summary>
    public BindingFault? Bind(object? input)
    {
        foreach (var (byName, convert) in Attempts)
        {
            if (Attempt(input, byName, convert) is { } fault)
            {
                return fault;
            }
        }
        return _bound.Count > 0 ? null : NotBound();
    }

    private BindingFault? Attempt(object? input, bool byName, bool convert)
    {
        var before = _bound.Count;
        var byDefault = scope.ValidSets & scope.Metadata.Sets.Default;
        if (byDefault != 0 && (BindIn(byDefault, input, byName, convert) is { } fault))
        {
            return fault;
        }
        return _bound.Count > before ? null : BindIn(scope.ValidSets & ~byDefault, input, byName, convert);
    }

    private BindingFault? BindIn(uint sets, object? input, bool byName, bool convert)
    {
        foreach (var parameter in scope.Unbound.ToList())
        {
            if (!Takes(parameter, sets & scope.ValidSets, byName) || !Offer(input, parameter, byName, out var value))
            {
                continue;
            }
            var before = parameter.Read(scope.Cmdlet);
            var fault = binder.Bind(parameter, Argument.Object(value), convert);
            if (fault is null)
            {
                _bound.Add((parameter, before));
                continue;
            }
            // An object that is of another type may be for another parameter; a property is for the one that it names.
            if (!fault.IsWrongType || (byName && convert))
            {
                return fault;
            }
        }
        return null;
    }

    private bool Takes(CmdletParameter parameter, uint sets, bool byName) =>
        scope
            .Metadata.Sets.In(sets & parameter.SetMask)
            .Any(set => parameter.In(set.Name) is { } inSet && (byName ? inSet.FromPropertyName : inSet.FromPipeline));

    private static bool Offer(object? input, CmdletParameter parameter, bool byName, out object? value)
    {
        value = input;
        if (!byName)
        {
            return true;
        }
        if (input is null)
        {
            return false;
        }
        var properties = PSObject.AsPSObject(input).Properties;
        var named =
            properties[parameter.Name]
            ?? parameter.Aliases.Select(alias => properties[alias]).FirstOrDefault(p => p is not null);
        value = named?.Value;
        return named is not null;
    }

    private BindingFault NotBound()
    {
        var taking = scope.Metadata.Parameters.Where(parameter =>
            parameter.Sets.Any(set => set.FromPipeline || set.FromPropertyName)
        );
        var names = string.Join(", ", taking.Select(parameter => "-" + parameter.Name));
        return new BindingFault(
            BindingErrorIds.InputObjectNotBound,
            names.Length == 0
                ? $"{scope.Metadata.Name} takes no input."
                : $"The input object fits none of the parameters that take input: {names}."
        );
    }
}
