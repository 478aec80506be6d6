using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>Makes a profile the default one. A bad key in another profile is then not used, but still keeps a sign-in away.</summary>
[Cmdlet(VerbsOther.Use, "OkxProfile", SupportsShouldProcess = true)]
[OutputType(typeof(OkxProfileInfo))]
public sealed class UseOkxProfileCommand : ExchangeCmdlet
{
    /// <summary>Its name; case matters.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OkxProfileCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var name = string.IsNullOrWhiteSpace(Name) ? OkxNewProfile.CheckedName(Name) : Name;
        var file = Runtime.Okx.Config(Listener);
        var config = file.Read();
        var profile = config.Named(name);
        if (config.DefaultProfile != name)
        {
            if (!await ConfirmAsync(OkxConfigDraft.Use(file, profile.Name), cancel))
            {
                return;
            }
            config = await OkxConfigEdits.UseAsync(file, name, cancel);
        }
        Inform($"Default profile set to: \"{name}\"");
        WriteObject(OkxConfigInfo.Of(config).Find(name));
    }
}
