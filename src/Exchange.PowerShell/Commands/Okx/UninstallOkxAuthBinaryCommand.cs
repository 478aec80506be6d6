using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>Removes the vendor's sign-in program from this machine, after a question or with -Force. The module's session stays.</summary>
[Cmdlet(VerbsLifecycle.Uninstall, "OkxAuthBinary", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(OkxAuthRemoval), typeof(string))]
public sealed class UninstallOkxAuthBinaryCommand : ExchangeCmdlet
{
    private const string Question = "Remove the vendor's sign-in program";

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits one line of JSON instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var binary = Runtime.Okx.Binary;
        if (!binary.Exists)
        {
            Emit(new OkxAuthRemoval("not-installed", null, null));
            return Task.CompletedTask;
        }
        if (!IsAgreed(binary.Path))
        {
            return Task.CompletedTask;
        }
        var done = binary.Remove();
        Emit(done);
        if (done.Error is { } error)
        {
            WriteError(
                ExchangeErrors.RecordOf(
                    ExchangeException.BadInput(
                        "Okx.ConfigError",
                        error,
                        "Remove it yourself, if that is what you want."
                    )
                )
            );
        }
        return Task.CompletedTask;
    }

    private bool IsAgreed(string path) =>
        (Force && !IsWhatIf) || IsWanted(path, Question, "Okx", "Repeat with -Force.");

    private void Emit(OkxAuthRemoval done) => WriteObject(AsJson ? done.ToJson() : done);
}
