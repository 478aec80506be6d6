#nullable disable
using System.Management.Automation.Host;

namespace System.Management.Automation;

/// <summary>Lets a user name stand for a credential whose password is asked for.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class CredentialAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => false;

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = PSObject.Unwrap(inputData);
        if (given is not string userName)
        {
            return given;
        }
        try
        {
            return engineIntrinsics?.Host?.UI?.PromptForCredential("Credential", "Enter the password.", userName, "");
        }
        catch (PSInvalidOperationException e)
        {
            throw new ArgumentTransformationMetadataException("The password cannot be asked for here.", e);
        }
        catch (HostException e)
        {
            throw new ArgumentTransformationMetadataException("The password cannot be asked for here.", e);
        }
    }
}
