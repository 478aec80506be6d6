namespace Exchange.Engine.Binding;

/// <summary>
/// What the command line leaves open when input is to come: which sets stay possible, which one is tried first, and what is missing
/// that no input can bring. The order of the questions is PowerShell's (decision 20); tests ask both engines.
/// </summary>
internal sealed class SetsBeforeInput(BindingScope scope)
{
    private readonly List<SetDemand> _demands = [];
    private uint _demanding;

    private ParameterSets Sets => scope.Metadata.Sets;

    /// <summary>The set that every input object is tried with before the others; 0 if there is none.</summary>
    public uint First { get; private set; }

    /// <summary>What must be asked for before any input is read.</summary>
    public IReadOnlyList<CmdletParameter> Missing { get; private set; } = [];

    /// <summary>Leaves out the sets that can take no input, if others can. True when that narrowed the choice.</summary>
    public bool KeepThoseThatTakeInput()
    {
        var entries = scope
            .Unbound.SelectMany(parameter => scope.Entries(parameter, scope.ValidSets))
            .Where(inSet => inSet.FromPipeline || inSet.FromPropertyName)
            .ToList();
        if (scope.PossibleSets < 2 || entries.Count == 0 || entries.Exists(inSet => inSet.InEverySet))
        {
            return false;
        }
        var before = scope.ValidSets;
        scope.ValidSets &= entries.Aggregate(0u, (mask, inSet) => mask | Sets.BitOf(inSet));
        return scope.ValidSets != before;
    }

    /// <summary>Chooses among the sets by what they still ask for. False when they cannot be told apart.</summary>
    public bool Choose()
    {
        ReadDemands();
        if (_demands.Count == 0)
        {
            return true;
        }
        PreferUndemandingDefault();
        return ParameterSets.Count(_demanding) switch
        {
            0 => false,
            1 => AskFor(_demanding),
            _ => First != 0 || ChooseAmongDemanding(),
        };
    }

    private void ReadDemands()
    {
        foreach (var parameter in scope.Unbound)
        {
            foreach (var inSet in scope.Entries(parameter, scope.ValidSets).Where(inSet => inSet.Mandatory))
            {
                var bit = Sets.BitOf(inSet);
                var demand = _demands.Find(known => known.Set == bit);
                if (demand is null)
                {
                    _demands.Add(demand = new SetDemand(bit));
                }
                demand.Add(parameter, inSet);
            }
        }
        _demanding = _demands.Where(demand => !demand.IsOfAll).Aggregate(0u, (mask, demand) => mask | demand.Set);
        if (_demanding == 0 || _demands.Exists(demand => demand.IsOfAll))
        {
            _demanding = scope.ValidSets & Sets.All;
        }
    }

    // A default set that asks for nothing stays, and so do all that ask for nothing, unless another set waits for input.
    private void PreferUndemandingDefault()
    {
        var byDefault = Sets.Default & scope.ValidSets;
        if (scope.PossibleSets < 2 || byDefault == 0 || (byDefault & _demanding) != 0)
        {
            return;
        }
        if (_demands.Exists(demand => !demand.IsOfAll && demand.TakesInput))
        {
            return;
        }
        _demanding = scope.ValidSets & Sets.All & ~_demanding;
        scope.ValidSets = _demanding;
        First = scope.ValidSets == Sets.Default ? 0 : Sets.Default;
    }

    private bool ChooseAmongDemanding()
    {
        if ((Sets.Default & _demanding) != 0 && IsDefaultMeant())
        {
            scope.ValidSets = Sets.Default;
            return AskFor(Sets.Default);
        }
        var byValue = Only(demand => demand.ByValue);
        var byName = Only(demand => demand.ByName);
        if (UniqueOf(byValue, byName) is not 0 and var unique)
        {
            return Keep(unique);
        }
        var incomplete = _demands.Where(demand => demand.WithoutInput.Count > 0).ToList();
        if (incomplete.Count == 0)
        {
            return true;
        }
        if (byValue.Set != 0)
        {
            return Keep(byValue.Set);
        }
        if (byValue.Count < 2 && byName.Count < 2)
        {
            return false;
        }
        Ignore(incomplete.Where(demand => !demand.IsOfAll).Aggregate(0u, (mask, demand) => mask | demand.Set));
        return scope.ValidSets != 0;
    }

    private bool IsDefaultMeant()
    {
        var others = _demands.Where(demand => !demand.IsOfAll && demand.Set != Sets.Default).ToList();
        var own = _demands.Find(demand => demand.Set == Sets.Default);
        return (own is { ByName: true } && !others.Exists(demand => demand.ByName))
            || !others.Exists(demand => demand.TakesInput && demand.WithoutInput.Count == 0)
            || _demands.Exists(demand => demand.IsOfAll && demand.WithoutInput.Count > 0);
    }

    // The only set among the demanding ones of which something is true; no set when there are several.
    private (uint Set, int Count) Only(Func<SetDemand, bool> isSo)
    {
        var found = _demands.Where(demand => !demand.IsOfAll && isSo(demand)).ToList();
        return (found.Count == 1 ? found[0].Set : 0, found.Count);
    }

    private static uint UniqueOf((uint Set, int Count) byValue, (uint Set, int Count) byName) =>
        byValue.Count == 0 ? byName.Set
        : byName.Count == 0 || byValue.Set == byName.Set ? byValue.Set
        : 0;

    // A set that must be asked for something is the only one; one that need not be leaves those that ask for nothing beside it.
    private bool Keep(uint chosen)
    {
        if (_demands.Exists(demand => demand.Set == chosen && demand.WithoutInput.Count > 0))
        {
            scope.ValidSets = chosen;
        }
        else
        {
            Ignore(
                _demands
                    .Where(demand => !demand.IsOfAll && demand.Set != chosen)
                    .Aggregate(0u, (mask, demand) => mask | demand.Set)
            );
            First = scope.ValidSets == chosen ? 0 : chosen;
        }
        return AskFor(chosen);
    }

    private void Ignore(uint sets)
    {
        if (sets != 0)
        {
            scope.ValidSets = scope.ValidSets & Sets.All & ~sets;
        }
    }

    private bool AskFor(uint set)
    {
        Missing =
        [
            .. _demands
                .Where(demand => demand.IsOfAll || (demand.Set & set) != 0)
                .SelectMany(demand => demand.WithoutInput)
                .Distinct(),
        ];
        return true;
    }

    /// <summary>The mandatory parameters of one set, or of all, that are not bound.</summary>
    private sealed class SetDemand(uint set)
    {
        public uint Set { get; } = set;

        public bool IsOfAll => Set == ParameterSets.Unnarrowed;

        public bool ByValue { get; private set; }

        public bool ByName { get; private set; }

        public bool TakesInput => ByValue || ByName;

        public List<CmdletParameter> WithoutInput { get; } = [];

        public void Add(CmdletParameter parameter, ParameterInSet inSet)
        {
            ByValue |= inSet.FromPipeline;
            ByName |= inSet.FromPropertyName;
            if (!inSet.FromPipeline && !inSet.FromPropertyName)
            {
                WithoutInput.Add(parameter);
            }
        }
    }
}
