using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Shows the configuration that is shared with OKX's own programs, masked: no switch reveals a secret. A missing file is an empty
/// configuration.
/// </summary>
[Cmdlet(VerbsCommon.Get, "OkxConfig")]
[OutputType(typeof(OkxConfigInfo), typeof(string))]
public sealed class GetOkxConfigCommand : ExchangeCmdlet
{
    /// <summary>Emits one line of JSON with the file's own keys instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var config = Runtime.Okx.Config(Listener).Read();
        WriteObject(AsJson ? OkxConfigJson.Of(config) : OkxConfigInfo.Of(config));
        return Task.CompletedTask;
    }
}
