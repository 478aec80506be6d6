#nullable disable
using System.Collections;

namespace System.Management.Automation;

/// <summary>Bounds the number of elements.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateCountAttribute : ValidateArgumentsAttribute
{
    public ValidateCountAttribute(int minLength, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, minLength);
        MinLength = minLength;
        MaxLength = maxLength;
    }

    public int MinLength { get; }

    public int MaxLength { get; }

    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var count = PSObject.Unwrap(arguments) switch
        {
            null => 0,
            ICollection collection => collection.Count,
            string or not IEnumerable => 1,
            IEnumerable elements => elements.Cast<object>().Count(),
        };
        if (count < MinLength || count > MaxLength)
        {
            throw new ValidationMetadataException(
                $"The argument has {count} elements; give at least {MinLength} and at most {MaxLength}."
            );
        }
    }
}
