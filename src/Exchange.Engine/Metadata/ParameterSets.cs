using System.Management.Automation;
using System.Numerics;

namespace Exchange.Engine;

/// <summary>The parameter sets of a cmdlet, one bit each.</summary>
internal sealed class ParameterSets
{
    private readonly List<string> _names = [];

    public ParameterSets(string? defaultName, IReadOnlyList<CmdletParameter> parameters)
    {
        if (defaultName is not null)
        {
            Bit(defaultName);
        }
        foreach (var parameter in parameters)
        {
            parameter.SetMask = parameter.Sets.Aggregate(
                0u,
                (mask, set) => mask | (set.InEverySet ? uint.MaxValue : Bit(set.SetName))
            );
        }
        if (_names.Count == 0)
        {
            Bit(ParameterAttribute.AllParameterSets);
        }
        All = _names.Count == 32 ? uint.MaxValue : (1u << _names.Count) - 1;
        Default = defaultName is null ? 0 : Bit(defaultName);
    }

    public IReadOnlyList<string> Names => _names;

    /// <summary>Every set.</summary>
    public uint All { get; }

    /// <summary>The default set; 0 if there is none.</summary>
    public uint Default { get; }

    /// <summary>What holds before anything that belongs to a set is bound: every set, also where none is declared.</summary>
    public const uint Unnarrowed = uint.MaxValue;

    public static int Count(uint mask) => BitOperations.PopCount(mask);

    /// <summary>The bit of what a parameter is in one set; all bits for what it is in every set.</summary>
    public uint BitOf(ParameterInSet inSet) =>
        inSet.InEverySet
            ? Unnarrowed
            : 1u << _names.FindIndex(name => string.Equals(name, inSet.SetName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The sets of a mask, one at a time.</summary>
    public IEnumerable<(uint Bit, string Name)> In(uint mask)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            if ((mask & (1u << i)) != 0)
            {
                yield return (1u << i, _names[i]);
            }
        }
    }

    public string NameOf(uint bit) => _names[BitOperations.TrailingZeroCount(bit)];

    private uint Bit(string name)
    {
        var at = _names.FindIndex(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        if (at >= 0)
        {
            return 1u << at;
        }
        if (_names.Count == 32)
        {
            throw new MetadataException("A cmdlet has at most 32 parameter sets.");
        }
        _names.Add(name);
        return 1u << (_names.Count - 1);
    }
}
