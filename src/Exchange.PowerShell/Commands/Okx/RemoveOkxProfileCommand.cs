using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Takes a profile out of the configuration: its header with the comments directly above it, its keys and its sub-tables, and nothing
/// else. When it was the default one, there is no default one afterwards.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "OkxProfile", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveOkxProfileCommand : ExchangeCmdlet
{
    /// <summary>Its name; case matters.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OkxProfileCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel) =>
        EachAsync(Name, name => RemoveAsync(name, cancel));

    private async Task RemoveAsync(string name, CancellationToken cancel)
    {
        var file = Runtime.Okx.Config(Listener);
        var config = file.Read();
        var profile = OkxConfigInfo.Of(config).Find(config.Named(name).Name);
        if (!await ConfirmAsync(OkxConfigDraft.Remove(file, profile), cancel))
        {
            return;
        }
        await OkxConfigEdits.RemoveAsync(file, name, cancel);
        if (config.DefaultProfile == name)
        {
            WriteWarning($"\"{name}\" was the default profile; now there is none. Choose one with Use-OkxProfile.");
        }
    }
}
