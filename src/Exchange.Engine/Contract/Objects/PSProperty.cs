#nullable disable
using System.Reflection;

namespace System.Management.Automation;

/// <summary>A property that the object's own type declares.</summary>
public class PSProperty : PSPropertyInfo
{
    private readonly object _owner;
    private readonly PropertyInfo _property;

    internal PSProperty(object owner, PropertyInfo property)
    {
        _owner = owner;
        _property = property;
        SetMemberName(property.Name);
    }

    public override PSMemberTypes MemberType => PSMemberTypes.Property;

    public override bool IsGettable => _property.GetMethod is { IsPublic: true };

    public override bool IsSettable => _property.SetMethod is { IsPublic: true };

    public override string TypeNameOfValue => _property.PropertyType.FullName;

    public override object Value
    {
        get => _property.GetValue(_owner, BindingFlags.DoNotWrapExceptions, null, null, null);
        set => _property.SetValue(_owner, value, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    public override PSMemberInfo Copy() => new PSProperty(_owner, _property);

    public override string ToString() => $"{TypeNameOfValue} {Name}";
}
