using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Signs out of OKX on this machine: forgets the session and a code that waits. Works offline; API keys and config.toml stay as they
/// are. To end the session at the service too, remove the app under Connected apps in OKX's settings.
/// </summary>
[Cmdlet(VerbsCommunications.Disconnect, "OkxAccount")]
public sealed class DisconnectOkxAccountCommand : ExchangeCmdlet
{
    /// <summary>Whose session: the module's own (Builtin), or that of the vendor's program, which is started for it (External).</summary>
    [Parameter]
    public OkxAuthProvider Provider { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (Provider == OkxAuthProvider.External)
        {
            await Runtime.Okx.Program().SignOutAsync(cancel);
            WriteVerbose($"{Runtime.Okx.Binary.Path} has signed out.");
            return;
        }
        var was = await Runtime.Okx.SignIn(Listener).SignOutAsync(cancel);
        Runtime.Okx.Forget();
        WriteVerbose(was ? "Signed out." : "Nobody was signed in.");
    }
}
