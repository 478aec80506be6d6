namespace System.Management.Automation;

/// <summary>A property of an object.</summary>
public abstract class PSPropertyInfo : PSMemberInfo
{
    protected PSPropertyInfo() { }

    public abstract bool IsGettable { get; }

    public abstract bool IsSettable { get; }
}
