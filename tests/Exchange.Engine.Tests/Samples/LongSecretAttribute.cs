using System.Management.Automation;
using System.Net;
using System.Security;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Refuses short secrets, and gives them away in its message, which the binder must not pass on.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongSecretAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var text = new NetworkCredential("", (SecureString)arguments).Password;
        if (text.Length < 4)
        {
            throw new ValidationMetadataException($"{text} is too short");
        }
    }
}
