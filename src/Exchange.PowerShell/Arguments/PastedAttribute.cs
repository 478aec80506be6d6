using System.Management.Automation;
using System.Security;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>
/// Takes what was pasted, as text, as a SecureString, or as <c>env:NAME</c> from an environment variable, and keeps it as a
/// <see cref="Secret"/>: what is bound then shows in no trace and no record of the call.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PastedAttribute : ArgumentTransformationAttribute
{
    // As exchange has it for every other secret; nothing that is pasted begins so.
    private const string Reference = "env:";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string text when IsReference(text) => OfVariable(text[Reference.Length..]),
            string text => Secret.From(text),
            SecureString text => Secret.From(text),
            _ => value,
        };
    }

    private static bool IsReference(string text) =>
        text.Length > Reference.Length && text.StartsWith(Reference, StringComparison.OrdinalIgnoreCase);

    private static Secret OfVariable(string name) =>
        ExchangeRuntime.Current.Environment(name) is { Length: > 0 } text
            ? Secret.From(text)
            : throw new ArgumentTransformationMetadataException(
                $"The environment variable {name} is not set, or is empty."
            );
}
