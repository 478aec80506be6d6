using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Shows which account BitoPro calls are made for, masked, and where they go. Asks the service nothing.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProAccount")]
[OutputType(typeof(BitoProAccount))]
public sealed class GetBitoProAccountCommand : ExchangeCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var source = Runtime.BitoPro.Connected is null ? "Environment" : "Connected";
        WriteObject(BitoProAccount.Of(Runtime.BitoPro.Connection(isPrivate: true), source));
        return Task.CompletedTask;
    }
}
