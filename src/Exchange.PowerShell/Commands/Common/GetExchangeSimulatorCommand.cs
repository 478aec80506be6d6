using System.Management.Automation;

namespace Exchange.PowerShell.Commands;

/// <summary>The simulator that runs in this process, or the one that EXCHANGE_SIMULATOR names; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "ExchangeSimulator")]
[OutputType(typeof(SimulatorInfo))]
public sealed class GetExchangeSimulatorCommand : ExchangeCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (Runtime.Simulators.Running is { } running)
        {
            WriteObject(SimulatorInfo.Of(running));
            return;
        }
        if (Runtime.Simulators.Address is { } address)
        {
            WriteObject(await new SimulatorRemote(address, Runtime.Corridor, Listener).StatusAsync(cancel));
        }
    }
}
