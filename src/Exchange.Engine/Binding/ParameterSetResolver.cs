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

    /// <summary>The name to go by until input decides: the only set, else the default one.</summary>
    public string ProvisionalName() =>
        scope.IsNarrowed && ParameterSets.Count(scope.ValidSets) == 1 ? Sets.NameOf(scope.ValidSets)
        : (scope.ValidSets & Sets.Default) != 0 ? Sets.NameOf(Sets.Default)
        : ParameterAttribute.AllParameterSets;

    /// <summary>Decides for one set as far as that is possible; null if nothing speaks against going on.</summary>
    /// <param name="inputMayDecide">Whether several sets may stay possible because input can still tell them apart.</param>
    /// <param name="takeDefault">Whether the default set, where it is possible, ends the choice.</param>
    public BindingFault? Decide(bool inputMayDecide, bool takeDefault)
    {
        if (RefuseExclusive() is { } exclusive)
        {
            return exclusive;
        }
        if (scope.PossibleSets > 1)
        {
            // Before anything is narrowed down input comes first; after it, the default set does.
            var waits = inputMayDecide && TakesInput(scope.ValidSets);
            var isDefaultPossible = (scope.ValidSets & Sets.Default) != 0;
            if (isDefaultPossible && !(waits && !scope.IsNarrowed))
            {
                scope.ValidSets = takeDefault ? Sets.Default : scope.ValidSets;
            }
            else if (!waits && TakeComplete() is { } undecided)
            {
                return undecided;
            }
        }
        else if (
            !scope.IsNarrowed
            && takeDefault
            && Sets.Default != 0
            && !(inputMayDecide && TakesInput(scope.ValidSets))
        )
        {
            scope.ValidSets = Sets.Default;
        }
        scope.NameSet(ProvisionalName());
        return null;
    }

    /// <summary>Whether anything that is not bound yet takes input in one of the sets.</summary>
    public bool TakesInput(uint sets) =>
        scope.Unbound.Any(parameter =>
            scope.Entries(parameter, sets).Any(inSet => inSet.FromPipeline || inSet.FromPropertyName)
        );

    /// <summary>The parameters that a set asks for and that are not bound.</summary>
    public IReadOnlyList<CmdletParameter> Missing(string setName) =>
        [.. scope.Unbound.Where(parameter => parameter.In(setName) is { Mandatory: true })];

    // Without a default, the one set that lacks nothing of its own; what every set asks for tells none apart.
    private BindingFault? TakeComplete()
    {
        var complete = Sets.In(scope.ValidSets).Where(set => OwnMissing(set.Name).Count == 0).ToList();
        if (complete is not [var only])
        {
            return Undecided(complete.Count);
        }
        scope.ValidSets = only.Bit;
        return null;
    }

    private List<CmdletParameter> OwnMissing(string setName) =>
        [.. Missing(setName).Where(parameter => parameter.In(setName) is { InEverySet: false })];

    /// <summary>The refusal that says what would decide.</summary>
    public BindingFault Undecided() => Undecided(Sets.In(scope.ValidSets).Count(set => Missing(set.Name).Count == 0));

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
