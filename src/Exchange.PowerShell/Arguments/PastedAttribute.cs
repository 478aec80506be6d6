using System.Management.Automation;
using System.Security;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>
/// Takes what was pasted, as text or as a SecureString, and keeps it as a <see cref="Secret"/>: what is bound then shows in no trace and no
/// record of the call.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PastedAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string text => Secret.From(text),
            SecureString text => Secret.From(text),
            _ => value,
        };
    }
}
