using System.Management.Automation;

namespace Exchange.PowerShell.Commands;

/// <summary>Ends the simulator of this process, or the one that EXCHANGE_SIMULATOR names. Its orders end with it.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ExchangeSimulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class StopExchangeSimulatorCommand : ExchangeCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (Runtime.Simulators.Address is not { } address)
        {
            WriteVerbose("No simulator runs in this process, and EXCHANGE_SIMULATOR names none.");
            return;
        }
        if (!IsWanted(address.ToString(), "Stop the simulator"))
        {
            return;
        }
        if (Runtime.Simulators.Stop() is null)
        {
            await new SimulatorRemote(address, Runtime.Corridor, Listener).StopAsync(cancel);
            return;
        }
        var next = Runtime.BitoPro.Connection(isPrivate: false).Address;
        WriteVerbose($"The simulator is gone; BitoPro calls now go to {next}.");
    }
}
