using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>
/// An enumeration that also takes the service's own words: <c>STOP_LIMIT</c> for StopLimit, and nothing for an empty cell of a file. Any
/// other word is refused here, by name: PowerShell passes over a property of an input object that it cannot convert, and
/// <c>POST_ONLYX</c> in a file would become an order without that condition.
/// </summary>
/// <param name="type">The enumeration.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <summary>The enumeration.</summary>
    public Type Type { get; } = type;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null || Type.IsInstanceOfType(value))
        {
            return value;
        }
        var text = value.ToString() ?? "";
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var word = text.Trim().Replace("_", "", StringComparison.Ordinal);
        return
            Array.Find(Enum.GetNames(Type), name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase))
                is { } known
            ? Enum.Parse(Type, known)
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is none of {string.Join(", ", Enum.GetNames(Type))}."
            );
    }
}
