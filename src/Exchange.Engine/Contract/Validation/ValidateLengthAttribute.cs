#nullable disable
namespace System.Management.Automation;

/// <summary>Bounds the length of text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateLengthAttribute : ValidateEnumeratedArgumentsAttribute
{
    public ValidateLengthAttribute(int minLength, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, minLength);
        MinLength = minLength;
        MaxLength = maxLength;
    }

    public int MinLength { get; }

    public int MaxLength { get; }

    protected override void ValidateElement(object element)
    {
        if (element is not string text)
        {
            throw new ValidationMetadataException("The argument is not text, and only text has a length.");
        }
        if (text.Length < MinLength || text.Length > MaxLength)
        {
            throw new ValidationMetadataException(
                $"The argument is {text.Length} characters long; give at least {MinLength} and at most {MaxLength}."
            );
        }
    }
}
