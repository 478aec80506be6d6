using System.Management.Automation;

namespace Exchange.Engine.Binding;

/// <summary>Binds an input object: as it is before converted, by value before by name, the default set first (decision 20).</summary>
internal sealed class PipelineBinder(BindingScope scope, ArgumentBinder binder, ParameterSetResolver resolver)
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
    /// <param name="input">The object.</param>
    /// <param name="before">The set that is tried alone before the others; 0 if there is none.</param>
    public BindingFault? Bind(object? input, uint before)
    {
        if (before != 0)
        {
            if (BindRound(input, before, settle: false) is { } fault)
            {
                return fault;
            }
            if (scope.ValidSets == before)
            {
                return null;
            }
        }
        return BindRound(input, scope.ValidSets & ~before, settle: true);
    }

    /// <summary>The fault of an object that has nothing for any parameter; null if it had something.</summary>
    public BindingFault? RefuseUnbound() => _bound.Count > 0 ? null : NotBound();

    private BindingFault? BindRound(object? input, uint sets, bool settle)
    {
        foreach (var (byName, convert) in Attempts)
        {
            var already = _bound.Count;
            if (Attempt(input, sets, byName, convert) is { } fault)
            {
                return fault;
            }
            if (_bound.Count == already || !settle)
            {
                continue;
            }
            // What was bound ends the choice, as PowerShell does: the default set, if it still holds, is the one from here on.
            if (resolver.Decide(inputMayDecide: true, takeDefault: true) is { } undecided)
            {
                return undecided;
            }
            sets = scope.ValidSets;
        }
        return null;
    }

    // The default set's parameters alone; only when it takes nothing, those of the others.
    private BindingFault? Attempt(object? input, uint sets, bool byName, bool convert)
    {
        var byDefault = sets & scope.Metadata.Sets.Default;
        if (byDefault == 0)
        {
            return BindIn(sets, input, byName, convert);
        }
        var already = _bound.Count;
        var fault = BindIn(byDefault, input, byName, convert);
        return fault is not null || _bound.Count > already ? fault : BindIn(sets & ~byDefault, input, byName, convert);
    }

    private BindingFault? BindIn(uint sets, object? input, bool byName, bool convert)
    {
        foreach (var parameter in scope.Unbound.ToList())
        {
            if (!Takes(parameter, sets, byName) || !Offer(input, parameter, byName, out var value))
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
            // An object that is of another type may be for another parameter. A property is for the one that it names: where
            // PowerShell passes it over and goes on without it, what somebody wrote would be lost.
            if (!fault.IsWrongType || (byName && convert))
            {
                return fault;
            }
        }
        return null;
    }

    private bool Takes(CmdletParameter parameter, uint sets, bool byName) =>
        scope.Entries(parameter, sets).Any(inSet => byName ? inSet.FromPropertyName : inSet.FromPipeline);

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
