using System.Management.Automation;

namespace Exchange.Engine.Binding;

/// <summary>One cmdlet whose parameters are being bound, and what has been decided so far.</summary>
internal sealed class BindingScope(
    CmdletMetadata metadata,
    Cmdlet cmdlet,
    InvocationInfo invocation,
    EngineIntrinsics engine,
    EngineHost host
)
{
    public CmdletMetadata Metadata { get; } = metadata;

    public Cmdlet Cmdlet { get; } = cmdlet;

    public InvocationInfo Invocation { get; } = invocation;

    public EngineIntrinsics Engine { get; } = engine;

    public EngineHost Host { get; } = host;

    public ValueConverter Converter { get; } = new(host.Clock);

    /// <summary>The sets that everything bound so far belongs to; <see cref="ParameterSets.Unnarrowed"/> until something belongs to less than all.</summary>
    public uint ValidSets { get; set; } = ParameterSets.Unnarrowed;

    /// <summary>Whether anything has narrowed the sets down.</summary>
    public bool IsNarrowed => ValidSets != ParameterSets.Unnarrowed;

    /// <summary>How many sets are still possible; at least one as long as nothing excludes them all.</summary>
    public int PossibleSets => IsNarrowed ? ParameterSets.Count(ValidSets) : Metadata.Sets.Names.Count;

    public HashSet<CmdletParameter> Bound { get; } = [];

    public IEnumerable<CmdletParameter> Unbound => Metadata.Parameters.Where(parameter => !Bound.Contains(parameter));

    public ParameterBindingException Error(BindingFault fault) => new(fault, Invocation);

    public void MarkBound(CmdletParameter parameter, object? value)
    {
        Bound.Add(parameter);
        Invocation.BoundParameters[parameter.Name] = value!;
        ValidSets &= parameter.SetMask;
    }

    public void MarkUnbound(CmdletParameter parameter)
    {
        Bound.Remove(parameter);
    }

    /// <summary>What a parameter is in the given sets, or in every set.</summary>
    public IEnumerable<ParameterInSet> Entries(CmdletParameter parameter, uint sets) =>
        parameter.Sets.Where(inSet => inSet.InEverySet || (Metadata.Sets.BitOf(inSet) & sets) != 0);

    /// <summary>Tells the cmdlet which set it runs with.</summary>
    public void NameSet(string setName)
    {
        if (Cmdlet is PSCmdlet withSession)
        {
            withSession.ParameterSetName = setName;
        }
    }
}
