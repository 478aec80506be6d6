using System.Management.Automation;

namespace Exchange.PowerShell.Commands;

/// <summary>Forgets the account that was connected in this process. The environment's credentials, if any, count again.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "BitoProAccount")]
public sealed class DisconnectBitoProAccountCommand : ExchangeCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        if (!Runtime.BitoPro.Disconnect())
        {
            WriteVerbose("No account was connected in this process.");
        }
        return Task.CompletedTask;
    }
}
