using System.Management.Automation;

namespace Exchange.Engine.Binding;

/// <summary>Finds the one parameter set that is meant.</summary>
internal sealed class ParameterSetResolver(BindingScope scope)
{
    private ParameterSets Sets => scope.Metadata.Sets;

    /// <summary>Refuses parameters that have no set in common.</summary>
    public BindingFault? RefuseExclusive()
    {
        if (scope.ValidSets != 0)
        {
            return null;
        }
        var exclusive = scope.Bound.Where(parameter => !parameter.InEverySet).ToList();
        var described = exclusive.Select(parameter => $"-{parameter.Name} ({SetsOf(parameter)})");
        return Ambiguous(exclusive, $"These parameters cannot be used together: {string.Join(", ", described)}.");
    }

    /// <summary>Before input comes: leaves out the sets that can take none, if others can.</summary>
    public void KeepSetsThatTakeInput()
    {
        if (ParameterSets.Count(scope.ValidSets) < 2)
        {
            return;
        }
        var taking = Sets.In(scope.ValidSets)
            .Where(set => scope.Unbound.Any(parameter => TakesInput(parameter, set)))
            .Aggregate(0u, (mask, set) => mask | set.Bit);
        scope.ValidSets = taking == 0 ? scope.ValidSets : taking;
    }

    /// <summary>The name to go by until input decides: the only set, else the default one.</summary>
    public string ProvisionalName() =>
        ParameterSets.Count(scope.ValidSets) == 1 ? Sets.NameOf(scope.ValidSets)
        : (scope.ValidSets & Sets.Default) != 0 ? Sets.NameOf(Sets.Default)
        : ParameterAttribute.AllParameterSets;

    /// <summary>Decides for one set; null if that is possible.</summary>
    public BindingFault? Decide()
    {
        if (ParameterSets.Count(scope.ValidSets) == 1)
        {
            return Settle(scope.ValidSets);
        }
        if ((scope.ValidSets & Sets.Default) != 0)
        {
            return Settle(Sets.Default);
        }
        var complete = Sets.In(scope.ValidSets).Where(set => Missing(set.Name).Count == 0).ToList();
        if (complete is [var only])
        {
            return Settle(only.Bit);
        }
        // Nothing that tells the sets apart was given, and none is the default: as PowerShell, they all hold.
        if (complete.Count > 1 && scope.ValidSets == Sets.All)
        {
            scope.NameSet(ParameterAttribute.AllParameterSets);
            return null;
        }
        return Undecided(complete.Count);
    }

    /// <summary>The parameters that a set asks for and that are not bound.</summary>
    public IReadOnlyList<CmdletParameter> Missing(string setName) =>
        [.. scope.Unbound.Where(parameter => parameter.In(setName) is { Mandatory: true })];

    private static bool TakesInput(CmdletParameter parameter, (uint Bit, string Name) set) =>
        (parameter.SetMask & set.Bit) != 0
        && parameter.In(set.Name) is { FromPipeline: true } or { FromPropertyName: true };

    private BindingFault? Settle(uint set)
    {
        scope.ValidSets = set;
        scope.NameSet(Sets.NameOf(set));
        return null;
    }

    private BindingFault Undecided(int complete)
    {
        var sets = Sets.In(scope.ValidSets).ToList();
        if (complete > 0)
        {
            return Ambiguous(
                [],
                $"The parameters fit several sets: {string.Join(", ", sets.Select(set => set.Name))}. "
                    + "Give one that belongs to only one of them."
            );
        }
        var wanted = sets.Select(set =>
            $"{string.Join(" and ", Missing(set.Name).Select(p => "-" + p.Name))} (set {set.Name})"
        );
        return Ambiguous(
            [.. sets.SelectMany(set => Missing(set.Name)).Distinct()],
            $"More is needed: give {string.Join(", or ", wanted)}."
        );
    }

    private string SetsOf(CmdletParameter parameter) =>
        "set " + string.Join(" or ", Sets.In(parameter.SetMask).Select(set => set.Name));

    private BindingFault Ambiguous(IReadOnlyList<CmdletParameter> parameters, string message) =>
        new(
            BindingErrorIds.AmbiguousParameterSet,
            $"{scope.Metadata.Name}: the parameter set cannot be resolved. {message}"
        )
        {
            ParameterName = string.Join(", ", parameters.Select(parameter => parameter.Name)),
        };
}
