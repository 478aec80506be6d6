#nullable disable
using System.Collections;

namespace System.Management.Automation;

/// <summary>Judges an argument element by element.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValidateEnumeratedArgumentsAttribute : ValidateArgumentsAttribute
{
    protected ValidateEnumeratedArgumentsAttribute() { }

    /// <summary>Returns if the element will do.</summary>
    /// <exception cref="ValidationMetadataException">It will not.</exception>
    protected abstract void ValidateElement(object element);

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var value = PSObject.Unwrap(arguments);
        if (value is null)
        {
            throw new ValidationMetadataException("The argument is null; give a value.");
        }
        if (value is string || value is not IEnumerable elements)
        {
            ValidateElement(value);
            return;
        }
        foreach (var element in elements)
        {
            ValidateElement(PSObject.Unwrap(element));
        }
    }
}
