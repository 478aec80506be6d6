using System.Management.Automation;
using System.Reflection;
using System.Security;

namespace Exchange.Engine;

/// <summary>A parameter of a cmdlet: its names, its type, the sets it belongs to and the values it takes.</summary>
public sealed class CmdletParameter
{
    private static readonly ParameterInSet Everywhere = ParameterInSet.From(new ParameterAttribute());

    private readonly PropertyInfo? _property;
    private readonly Binding.CollectionShape? _shape;

    internal CmdletParameter(PropertyInfo property, Attribute[] attributes)
    {
        _property = property;
        Name = property.Name;
        Type = property.PropertyType;
        _shape = Binding.CollectionShape.Of(Type);
        ElementType = OneOf(Type, _shape);
        Aliases = [.. attributes.OfType<AliasAttribute>().SelectMany(alias => alias.AliasNames)];
        Sets = [.. attributes.OfType<ParameterAttribute>().Select(ParameterInSet.From)];
        Attributes = attributes;
        Transformations = [.. attributes.OfType<ArgumentTransformationAttribute>()];
        Validations = [.. attributes.OfType<ValidateArgumentsAttribute>()];
    }

    private CmdletParameter(string name, Type type, string[] aliases)
    {
        Name = name;
        Type = type;
        ElementType = type;
        Aliases = aliases;
        Sets = [Everywhere];
        IsCommon = true;
    }

    /// <summary>The name as it is declared.</summary>
    public string Name { get; }

    /// <summary>The type of the property.</summary>
    public Type Type { get; }

    /// <summary>What people call its type: <c>string[]</c>, <c>switch</c>.</summary>
    public string TypeName => Binding.TypeNames.Short(Type);

    /// <summary>Other names, as declared.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>What it is in each set that it belongs to.</summary>
    public IReadOnlyList<ParameterInSet> Sets { get; }

    /// <summary>Whether every cmdlet has it.</summary>
    public bool IsCommon { get; }

    /// <summary>Whether it stands without a value.</summary>
    public bool IsSwitch => Type == typeof(SwitchParameter);

    /// <summary>Whether its value must never be shown.</summary>
    public bool IsSecret => ElementType == typeof(SecureString) || ElementType == typeof(PSCredential);

    /// <summary>Whether it takes several values.</summary>
    public bool IsCollection => _shape is not null;

    /// <summary>What it asks for, in a few words; empty if nothing was said.</summary>
    public string HelpMessage => Sets.FirstOrDefault(set => set.HelpMessage.Length > 0)?.HelpMessage ?? "";

    /// <summary>Whether usage texts leave it out.</summary>
    public bool IsHidden => Sets.All(set => set.Hidden);

    /// <summary>The only values it takes, if there is such a list; else none.</summary>
    public IReadOnlyList<string> AllowedValues =>
        Validations.OfType<ValidateSetAttribute>().FirstOrDefault() is { } set ? [.. set.ValidValues]
        : ElementType.IsEnum ? Enum.GetNames(ElementType)
        : [];

    /// <summary>The type of one value: of an element for a collection, without <c>Nullable</c>.</summary>
    internal Type ElementType { get; }

    internal Attribute[] Attributes { get; } = [];

    internal ArgumentTransformationAttribute[] Transformations { get; } = [];

    internal ValidateArgumentsAttribute[] Validations { get; } = [];

    /// <summary>One bit for each set that it belongs to; all bits when it belongs to all.</summary>
    internal uint SetMask { get; set; } = uint.MaxValue;

    internal bool InEverySet => SetMask == uint.MaxValue;

    internal static CmdletParameter Common(string name, Type type, params string[] aliases) => new(name, type, aliases);

    /// <summary>What it is in a set; null if it does not belong there.</summary>
    internal ParameterInSet? In(string setName) =>
        Sets.FirstOrDefault(set => string.Equals(set.SetName, setName, StringComparison.OrdinalIgnoreCase))
        ?? Sets.FirstOrDefault(set => set.InEverySet);

    internal bool Has<T>()
        where T : Attribute => Array.Exists(Attributes, attribute => attribute is T);

    internal bool IsNamed(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase)
        || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);

    // A common parameter has no property: its value lives among the bound parameters only.
    internal object? Read(Cmdlet cmdlet) =>
        _property?.GetMethod is null
            ? null
            : _property.GetValue(cmdlet, BindingFlags.DoNotWrapExceptions, null, null, null);

    internal void Write(Cmdlet cmdlet, object? value) =>
        _property?.SetValue(cmdlet, value, BindingFlags.DoNotWrapExceptions, null, null, null);

    private static Type OneOf(Type type, Binding.CollectionShape? shape)
    {
        var one = shape?.ElementType ?? type;
        return Nullable.GetUnderlyingType(one) ?? one;
    }
}
