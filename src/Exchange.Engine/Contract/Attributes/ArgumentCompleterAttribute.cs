#nullable disable
namespace System.Management.Automation;

/// <summary>Names the class that completes a parameter's values.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class ArgumentCompleterAttribute : Attribute
{
    public ArgumentCompleterAttribute(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(IArgumentCompleter).IsAssignableFrom(type))
        {
            throw new PSArgumentException($"{type} is no {nameof(IArgumentCompleter)}.", nameof(type));
        }
        Type = type;
    }

    public Type Type { get; }
}
