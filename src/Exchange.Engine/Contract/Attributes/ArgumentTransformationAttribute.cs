#nullable disable
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Changes an argument before it is converted to the parameter's type.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ArgumentTransformationAttribute : CmdletMetadataAttribute
{
    protected ArgumentTransformationAttribute() { }

    public virtual bool TransformNullOptionalParameters => true;

    /// <summary>The argument to use in the place of <paramref name="inputData"/>.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The argument cannot be used.</exception>
    public abstract object Transform(EngineIntrinsics engineIntrinsics, object inputData);
}
