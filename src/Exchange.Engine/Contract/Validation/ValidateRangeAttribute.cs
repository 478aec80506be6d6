#nullable disable
using Exchange.Engine.Binding;

namespace System.Management.Automation;

/// <summary>Bounds a value from both sides, both included.</summary>
/// <remarks>
/// Numbers of different types compare by their exact value, so that an <c>int</c> bound can hold a <c>decimal</c>;
/// a bound given as text is read as the type of the argument.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ValidateRangeAttribute : ValidateEnumeratedArgumentsAttribute
{
    public ValidateRangeAttribute(object minRange, object maxRange)
    {
        ArgumentNullException.ThrowIfNull(minRange);
        ArgumentNullException.ThrowIfNull(maxRange);
        MinRange = minRange;
        MaxRange = maxRange;
    }

    public object MinRange { get; }

    public object MaxRange { get; }

    protected override void ValidateElement(object element)
    {
        if (ExactOrder.Compare(element, MinRange) < 0)
        {
            throw Refuse(element, "less");
        }
        if (ExactOrder.Compare(element, MaxRange) > 0)
        {
            throw Refuse(element, "more");
        }
    }

    private ValidationMetadataException Refuse(object element, string how) =>
        new(
            string.Create(
                Globalization.CultureInfo.InvariantCulture,
                $"{element} is {how} than allowed; give a value from {MinRange} to {MaxRange}."
            )
        );
}
