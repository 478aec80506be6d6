namespace System.Management.Automation;

/// <summary>Kinds of member.</summary>
[Flags]
public enum PSMemberTypes
{
    AliasProperty = 1,
    CodeProperty = 2,
    Property = 4,
    NoteProperty = 8,
    ScriptProperty = 16,
    Properties = AliasProperty | CodeProperty | Property | NoteProperty | ScriptProperty,
    PropertySet = 32,
    Method = 64,
    CodeMethod = 128,
    ScriptMethod = 256,
    Methods = CodeMethod | Method | ScriptMethod,
    ParameterizedProperty = 512,
    MemberSet = 1024,
    Event = 2048,
    Dynamic = 4096,
    All = Properties | PropertySet | Methods | ParameterizedProperty | MemberSet | Event | Dynamic,
}
