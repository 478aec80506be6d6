using System.Management.Automation;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Changes the running simulator, the one of this process or the one that EXCHANGE_SIMULATOR names: moves its clock on, puts
/// faults in force, moves a market or a token, approves a sign-in, makes calls fail.
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
    [ArgumentCompleter(typeof(SimulatorPathCompleter))]
    public string? Path { get; set; }

    /// <summary>Each of the new faults and failures strikes so many times, then no more; without it a failure strikes once.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Count { get; set; }

    /// <summary>Ends every fault.</summary>
    [Parameter]
    public SwitchParameter NoFault { get; set; }

    /// <summary>Moves BitoPro markets, pair=price: btc_twd=2900000.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatorPriceCompleter))]
    public string[] Price { get; set; } = [];

    /// <summary>Moves tokens of the agentic wallet, token=USD: 42161:0x912ce59144191c1204e64559fe8253a0e49e6548=0.09, arb:ARB=0.09.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatorTokenCompleter))]
    public string[] TokenPrice { get; set; } = [];

    /// <summary>Approves a sign-in as a person would in the browser: the user code of OKX, or the whole address that a wallet opens.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatorSignInCompleter))]
    public string? Approve { get; set; }

    /// <summary>Denies a sign-in, named like one to approve.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatorSignInCompleter))]
    public string? Deny { get; set; }

    /// <summary>Makes the next calls fail with a service's own code, service/path=code: web3/createOrder=60009, okx/trade/order=50011.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SimulatorFailureCompleter))]
    public string[] Failure { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var rates = FaultRates.Of(Fault);
        var prices = Array.ConvertAll(Price, text => Assignments.PriceOf(text, "btc_twd=2900000"));
        var tokens = Array.ConvertAll(TokenPrice, text => Assignments.PriceOf(text, "arb:ARB=0.09"));
        var failures = Array.ConvertAll(Failure, Assignments.FailureOf);
        var address =
            Runtime.Simulators.Address
            ?? throw ExchangeException.BadInput(
                "Exchange.NoSimulator",
                "No simulator runs in this process, and EXCHANGE_SIMULATOR names none.",
                "Start one with Start-ExchangeSimulator."
            );
        if (!IsWanted(address.ToString(), "Change the simulator"))
        {
            return;
        }

        var simulator = new SimulatorRemote(address, Runtime.Corridor, Listener);
        // What the simulator may refuse comes first, so that a slip leaves the rest as it was.
        if (Approve is { } approved)
        {
            await simulator.DecideAsync(approved, isApproved: true, cancel);
        }
        if (Deny is { } denied)
        {
            await simulator.DecideAsync(denied, isApproved: false, cancel);
        }
        foreach (var (service, path, code) in failures)
        {
            await simulator.FailAsync(service, path, code, Count ?? 1, cancel);
        }
        foreach (var (token, price) in tokens)
        {
            await simulator.MoveTokenAsync(token, price, cancel);
        }
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
        WriteObject(
            Runtime.Simulators.Running is { } own ? SimulatorInfo.Of(own) : await simulator.StatusAsync(cancel)
        );
    }
}
