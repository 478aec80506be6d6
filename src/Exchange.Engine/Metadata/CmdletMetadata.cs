using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;

namespace Exchange.Engine;

/// <summary>What the attributes of a cmdlet class say: read once for each class, and only when it is asked for.</summary>
public sealed class CmdletMetadata
{
    private static readonly ConcurrentDictionary<Type, CmdletMetadata> Known = new();

    private readonly CmdletAttribute _cmdlet;

    private CmdletMetadata(Type type, CmdletAttribute cmdlet)
    {
        _cmdlet = cmdlet;
        Type = type;
        Parameters = [.. Declared(type)];
        AllParameters = [.. Parameters, .. CommonParameterTable.For(this)];
        Sets = new ParameterSets(DefaultParameterSetName, Parameters);
    }

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>Verb-Noun.</summary>
    public string Name => $"{Verb}-{Noun}";

    /// <summary>The verb of the name.</summary>
    public string Verb => _cmdlet.VerbName;

    /// <summary>The noun of the name.</summary>
    public string Noun => _cmdlet.NounName;

    /// <summary>The set that is meant when the arguments leave it open; null if none is.</summary>
    public string? DefaultParameterSetName =>
        string.IsNullOrEmpty(_cmdlet.DefaultParameterSetName) ? null : _cmdlet.DefaultParameterSetName;

    /// <summary>Whether it has <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    public bool SupportsShouldProcess => _cmdlet.SupportsShouldProcess;

    /// <summary>How much it can harm.</summary>
    public ConfirmImpact ConfirmImpact => _cmdlet.ConfirmImpact;

    /// <summary>Where its help is; empty if nowhere.</summary>
    public string HelpUri => _cmdlet.HelpUri ?? "";

    /// <summary>Other names of the cmdlet.</summary>
    public IReadOnlyList<string> Aliases =>
        Type.GetCustomAttribute<AliasAttribute>(inherit: false) is { } alias ? [.. alias.AliasNames] : [];

    /// <summary>What it emits.</summary>
    public IReadOnlyList<PSTypeName> OutputTypes =>
        [.. Type.GetCustomAttributes<OutputTypeAttribute>(inherit: false).SelectMany(output => output.Type)];

    /// <summary>Its own parameters: those of base classes first, each class in the order it declares.</summary>
    public IReadOnlyList<CmdletParameter> Parameters { get; }

    /// <summary>The names of its parameter sets, the default one first.</summary>
    public IReadOnlyList<string> ParameterSetNames => Sets.Names;

    /// <summary>Its own parameters and the common ones.</summary>
    internal IReadOnlyList<CmdletParameter> AllParameters { get; }

    internal ParameterSets Sets { get; }

    /// <summary>Reads a cmdlet class.</summary>
    /// <exception cref="ArgumentException">The class is abstract, no cmdlet, or has no <see cref="CmdletAttribute"/>.</exception>
    public static CmdletMetadata Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Known.GetOrAdd(type, Read);
    }

    /// <summary>Its own parameter of that exact name or alias; null if there is none.</summary>
    public CmdletParameter? FindParameter(string name) =>
        Parameters.FirstOrDefault(parameter => parameter.IsNamed(name));

    internal static CmdletAttribute? AttributeOf(Type type) =>
        !type.IsAbstract && type.IsSubclassOf(typeof(Cmdlet))
            ? type.GetCustomAttribute<CmdletAttribute>(inherit: false)
            : null;

    private static CmdletMetadata Read(Type type) =>
        AttributeOf(type) is { } cmdlet
            ? new CmdletMetadata(type, cmdlet)
            : throw new ArgumentException(
                $"{type} is no cmdlet: a cmdlet is a Cmdlet class with [Cmdlet].",
                nameof(type)
            );

    private static IEnumerable<CmdletParameter> Declared(Type type)
    {
        foreach (var property in ParameterProperties.Of(type))
        {
            yield return new CmdletParameter(property, Attribute.GetCustomAttributes(property, inherit: true));
        }
    }
}
