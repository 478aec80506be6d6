using System.Management.Automation;
using Exchange.Okx;
using Exchange.Okx.Binary;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// The module signs in to OKX by itself, so there is nothing to install: it says so. With -External it downloads the vendor's own
/// sign-in program for the vendor's own tools, checked by size and SHA-256; the module never starts it.
/// </summary>
[Cmdlet(VerbsLifecycle.Install, "OkxAuthBinary", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(OkxAuthInstallation), typeof(string))]
public sealed class InstallOkxAuthBinaryCommand : ExchangeCmdlet
{
    /// <summary>Downloads the vendor's program.</summary>
    [Parameter]
    public SwitchParameter External { get; set; }

    /// <summary>Emits one line of JSON instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (!External)
        {
            Emit(new OkxAuthInstallation("up-to-date", OkxAuthBinary.BuiltIn, null, []));
            return;
        }
        var binary = Runtime.Okx.Binary;
        if (!IsWanted(binary.Path, "Download the vendor's sign-in program"))
        {
            return;
        }
        var done = await binary.InstallAsync(cancel);
        Emit(done);
        if (done.Error is { } error)
        {
            WriteError(
                ExchangeErrors.RecordOf(
                    new ExchangeException(
                        "Okx.NetworkError",
                        ErrorKind.Connection,
                        string.Join(Environment.NewLine, done.Messages.Prepend(error))
                    )
                    {
                        Remedy = "Check the network, then repeat. The module itself does not need the program.",
                    }
                )
            );
        }
    }

    private void Emit(OkxAuthInstallation done) => WriteObject(AsJson ? done.ToJson() : done);
}
