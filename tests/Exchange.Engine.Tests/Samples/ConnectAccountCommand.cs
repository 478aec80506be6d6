using System.Management.Automation;
using System.Net;
using System.Security;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Secrets, mandatory and checked; emits them in the clear, which only a test may.</summary>
[Cmdlet(VerbsCommunications.Connect, "Account")]
public sealed class ConnectAccountCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "From the account page.")]
    [LongSecret]
    public SecureString? Secret { get; set; }

    [Parameter]
    [Credential]
    public PSCredential? Login { get; set; }

    protected override void ProcessRecord() =>
        WriteObject(
            $"{new NetworkCredential("", Secret).Password}/{Login?.UserName}/{Login?.GetNetworkCredential().Password}"
        );
}
