using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>Forgets the wallet's session on this machine. The service is not told; orders stay as they are.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "AgenticWallet", SupportsShouldProcess = true)]
[OutputType(typeof(AgenticWallet))]
public sealed class DisconnectAgenticWalletCommand : ExchangeCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.Strategy.Client(Listener);
        if (!IsWanted(client.Connection.Address.ToString(), "Forget the wallet's session"))
        {
            return;
        }
        if (!await client.Wallet.ForgetAsync(cancel))
        {
            WriteVerbose("There was no session.");
        }
        Runtime.Strategy.Connect(null);
        WriteObject(new AgenticWallet { LoggedIn = false, Endpoint = client.Connection.Address });
    }
}
