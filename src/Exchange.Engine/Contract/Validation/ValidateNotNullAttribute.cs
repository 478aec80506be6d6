#nullable disable
using System.Collections;

namespace System.Management.Automation;

/// <summary>Refuses null, also as an element of a collection.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateNotNullAttribute : NullValidationAttributeBase
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var value = PSObject.Unwrap(arguments);
        if (value is null)
        {
            throw new ValidationMetadataException("The argument is null; give a value.");
        }
        if (
            value is not string and IEnumerable elements
            && elements.Cast<object>().Any(e => PSObject.Unwrap(e) is null)
        )
        {
            throw new ValidationMetadataException("The argument holds a null; give only values.");
        }
    }
}
