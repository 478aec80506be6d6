using System.Management.Automation;
using System.Security;
using Exchange.Okx;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Writes a profile with an API key to the configuration and makes it the default one. Asks no questions; Initialize-OkxConfig does.
/// Comments and whatever this module does not know stay as they are in the file.
/// </summary>
[Cmdlet(VerbsCommon.Add, "OkxProfile", SupportsShouldProcess = true)]
[OutputType(typeof(OkxProfileInfo))]
public sealed class AddOkxProfileCommand : ExchangeCmdlet
{
    /// <summary>Its name; case matters. Without it demo or live.</summary>
    [Parameter(Position = 0)]
    public string? Name { get; set; }

    /// <summary>The site that the key was made at: global, eea, us or tr. There is no default.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(OkxSiteCompleter))]
    public string Site { get; set; } = "";

    /// <summary>The API key.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public SecureString ApiKey { get; set; } = null!;

    /// <summary>The secret key that came with it.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public SecureString SecretKey { get; set; } = null!;

    /// <summary>The passphrase that was chosen for it.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNull]
    public SecureString Passphrase { get; set; } = null!;

    /// <summary>The key is for simulated trading; so it is without -Live.</summary>
    [Parameter]
    public SwitchParameter Demo { get; set; }

    /// <summary>The key is for live trading.</summary>
    [Parameter]
    public SwitchParameter Live { get; set; }

    /// <summary>Replaces the keys of a profile that has this name already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        OkxCallerChoices.RefuseBoth(Demo, Live);
        var profile = OkxNewProfile.From(
            Name ?? (Live ? "live" : "demo"),
            OkxSites.Checked(Site),
            isDemo: !Live,
            Secret.From(ApiKey),
            Secret.From(SecretKey),
            Secret.From(Passphrase)
        );
        var file = Runtime.Okx.Config(Listener);
        if (!Force)
        {
            OkxConfigEdits.RefuseOld(file.Read(), profile.Name);
        }
        if (await ConfirmAsync(OkxConfigDraft.Put(file, profile), cancel))
        {
            var config = await OkxConfigEdits.PutAsync(file, profile, Force, cancel);
            WriteObject(OkxConfigInfo.Of(config).Find(profile.Name));
        }
    }
}
