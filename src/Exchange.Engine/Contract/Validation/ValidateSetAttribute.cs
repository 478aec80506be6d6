#nullable disable
namespace System.Management.Automation;

/// <summary>Limits an argument to a list of texts.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateSetAttribute : ValidateEnumeratedArgumentsAttribute
{
    public ValidateSetAttribute(params string[] validValues)
    {
        ArgumentNullException.ThrowIfNull(validValues);
        ArgumentOutOfRangeException.ThrowIfZero(validValues.Length, nameof(validValues));
        ValidValues = validValues;
    }

    public bool IgnoreCase { get; set; } = true;

    public IList<string> ValidValues { get; }

    protected override void ValidateElement(object element)
    {
        var text = LanguagePrimitives.ConvertTo<string>(element) ?? "";
        var comparer = IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        if (!ValidValues.Contains(text, comparer))
        {
            throw new ValidationMetadataException($"\"{text}\" is not one of: {string.Join(", ", ValidValues)}.");
        }
    }
}
