#nullable disable
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Judges an argument after it has been converted to the parameter's type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValidateArgumentsAttribute : CmdletMetadataAttribute
{
    protected ValidateArgumentsAttribute() { }

    /// <summary>Returns if the argument will do.</summary>
    /// <exception cref="ValidationMetadataException">It will not.</exception>
    protected abstract void Validate(object arguments, EngineIntrinsics engineIntrinsics);

    internal void Check(object arguments, EngineIntrinsics engineIntrinsics) => Validate(arguments, engineIntrinsics);
}
