using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>Whether the vendor's own sign-in program is on this machine, and with -CheckUpdate whether it is the one given out now.</summary>
[Cmdlet(VerbsCommon.Get, "OkxAuthBinary")]
[OutputType(typeof(OkxAuthBinaryInfo), typeof(string))]
public sealed class GetOkxAuthBinaryCommand : ExchangeCmdlet
{
    /// <summary>Asks the vendor's sources.</summary>
    [Parameter]
    public SwitchParameter CheckUpdate { get; set; }

    /// <summary>Emits one line of JSON instead of an object.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var info = await Runtime.Okx.Binary.DescribeAsync(CheckUpdate, cancel);
        WriteObject(AsJson ? info.ToJson() : info);
    }
}
