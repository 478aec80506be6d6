using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Whether somebody is signed in to OKX. While a code waits for approval the service is asked once, when its time has come; run it
/// again only after the person has said that it is done. Says nothing about API keys.
/// </summary>
[Cmdlet(VerbsCommon.Get, "OkxAuthStatus")]
[OutputType(typeof(OkxAuthStatus), typeof(string))]
public sealed class GetOkxAuthStatusCommand : ExchangeCmdlet
{
    /// <summary>Emits one line of JSON instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (Runtime.Okx.Binary.Exists)
        {
            WriteVerbose(
                $"{Runtime.Okx.Binary.Path} exists; it has a session of its own, which this does not speak of."
            );
        }
        var status = await Runtime.Okx.SignIn(Listener).StatusAsync(cancel);
        Runtime.Okx.Forget();
        WriteObject(AsJson ? status.ToJson() : status);
    }
}
