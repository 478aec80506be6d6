#nullable disable
namespace System.Management.Automation;

/// <summary>A property that was added to an object.</summary>
public class PSNoteProperty : PSPropertyInfo
{
    public PSNoteProperty(string name, object value)
    {
        SetMemberName(name);
        Value = value;
    }

    public override PSMemberTypes MemberType => PSMemberTypes.NoteProperty;

    public override bool IsGettable => true;

    public override bool IsSettable => true;

    public override object Value { get; set; }

    public override string TypeNameOfValue => (Value?.GetType() ?? typeof(object)).FullName;

    public override PSMemberInfo Copy() => new PSNoteProperty(Name, Value);

    public override string ToString() => $"{TypeNameOfValue} {Name}={Value}";
}
