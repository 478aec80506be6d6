using System.Management.Automation;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Changes the running simulator, the one of this process or the one that EXCHANGE_SIMULATOR names: moves its clock on, puts
/// faults in force, moves a market.
/// </summary>
[Cmdlet(VerbsCommon.Set, "ExchangeSimulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(SimulatorInfo))]
public sealed class SetExchangeSimulatorCommand : ExchangeCmdlet
{
    /// <summary>Moves the simulator's clock on by this span: 00:01:00.</summary>
    [Parameter]
    public TimeSpan? Advance { get; set; }

    /// <summary>Puts these faults, name=rate, in the place of those in force.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(FaultCompleter))]
    public string[] Fault { get; set; } = [];

    /// <summary>The new faults strike requests of this method only.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "DELETE")]
    public string? Method { get; set; }

    /// <summary>The new faults strike paths that begin like this only: /bitopro/v3/orders.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <summary>Each of the new faults strikes so many times, then no more.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Count { get; set; }

    /// <summary>Ends every fault.</summary>
    [Parameter]
    public SwitchParameter NoFault { get; set; }

    /// <summary>Moves BitoPro markets, pair=price: btc_twd=2900000.</summary>
    [Parameter]
    public string[] Price { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var rates = FaultRates.Of(Fault);
        var prices = Array.ConvertAll(Price, PriceOf);
        var address =
            Runtime.Simulators.Address
            ?? throw ExchangeException.BadInput(
                "Exchange.NoSimulator",
                "No simulator runs in this process, and EXCHANGE_SIMULATOR names none.",
                "Start one with Start-ExchangeSimulator."
            );
        if (!ShouldProcess(address.ToString(), "Change the simulator"))
        {
            return;
        }

        var simulator = new SimulatorRemote(address, Runtime.Corridor, Listener);
        if (rates.Count > 0 || NoFault)
        {
            await simulator.ClearFaultsAsync(cancel);
        }
        foreach (var (name, rate) in rates)
        {
            await simulator.AddFaultAsync(name, rate, Method, Path, Count, cancel);
        }
        if (Advance is { } span)
        {
            await simulator.AdvanceAsync(span, cancel);
        }
        foreach (var (pair, price) in prices)
        {
            await simulator.MovePriceAsync(pair, price, cancel);
        }
        WriteObject(await simulator.StatusAsync(cancel));
    }

    private static (string Pair, string Price) PriceOf(string text)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 2 && ExactDecimal.TryParse(parts[1], out var price) && price > 0
            ? (parts[0], parts[1])
            : throw ExchangeException.BadInput(
                "Exchange.InvalidPrice",
                $"'{text}' is not a price: write pair=price, such as btc_twd=2900000."
            );
    }
}
