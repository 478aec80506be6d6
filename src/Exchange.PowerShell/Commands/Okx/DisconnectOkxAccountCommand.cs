using System.Management.Automation;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Signs out of OKX on this machine: forgets the session and a code that waits. Works offline; API keys and config.toml stay as they
/// are. To end the session at the service too, remove the app under Connected apps in OKX's settings.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "OkxAccount")]
public sealed class DisconnectOkxAccountCommand : ExchangeCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var was = await Runtime.Okx.SignIn(Listener).SignOutAsync(cancel);
        Runtime.Okx.Forget();
        WriteVerbose(was ? "Signed out." : "Nobody was signed in.");
    }
}
