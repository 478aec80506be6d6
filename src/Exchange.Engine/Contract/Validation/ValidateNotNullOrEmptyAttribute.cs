#nullable disable
using System.Collections;

namespace System.Management.Automation;

/// <summary>Refuses null, an empty string and an empty collection, also as an element of a collection.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateNotNullOrEmptyAttribute : NullValidationAttributeBase
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var value = PSObject.Unwrap(arguments);
        if (IsNullOrEmptyText(value))
        {
            throw new ValidationMetadataException("The argument is null or empty; give a value.");
        }
        if (value is string or not IEnumerable)
        {
            return;
        }
        var elements = ((IEnumerable)value).Cast<object>().ToList();
        if (elements.Count == 0)
        {
            throw new ValidationMetadataException("The argument is an empty collection; give at least one value.");
        }
        if (elements.Exists(element => IsNullOrEmptyText(PSObject.Unwrap(element))))
        {
            throw new ValidationMetadataException("The argument holds a null or empty element; give only values.");
        }
    }

    private static bool IsNullOrEmptyText(object value) => value is null or "";
}
