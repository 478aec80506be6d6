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
    /// <summary>Whose session: the module's own (Builtin), or that of the vendor's program, which is started for it (External).</summary>
    [Parameter]
    public OkxAuthProvider Provider { get; set; }

    /// <summary>Emits one line of JSON instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var status = Provider == OkxAuthProvider.External ? await ExternalAsync(cancel) : await BuiltinAsync(cancel);
        WriteObject(AsJson ? status.ToJson() : status);
    }

    private async Task<OkxAuthStatus> BuiltinAsync(CancellationToken cancel)
    {
        if (Runtime.Okx.Binary.Exists)
        {
            WriteVerbose(
                $"{Runtime.Okx.Binary.Path} exists; it has a session of its own, which this does not speak of."
            );
        }
        var status = await Runtime.Okx.SignIn(Listener).StatusAsync(cancel);
        Runtime.Okx.Forget();
        return status;
    }

    // okx-account.md 3.1: a status that cannot be had counts as nobody, with a warning.
    private async Task<OkxAuthStatus> ExternalAsync(CancellationToken cancel)
    {
        var (status, warning) = await Runtime.Okx.Program().StatusAsync(cancel);
        if (warning is not null)
        {
            WriteWarning(warning);
        }
        return status ?? OkxAuthStatus.Nobody;
    }
}
