namespace System.Management.Automation;

/// <summary>What the attributes that refuse null derive from.</summary>
public abstract class NullValidationAttributeBase : ValidateArgumentsAttribute
{
    protected NullValidationAttributeBase() { }
}
