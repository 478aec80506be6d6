using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>Balances of OKX's trading account: what there is, what can be used, what is held.</summary>
[Cmdlet(VerbsCommon.Get, "OkxBalance")]
[OutputType(typeof(OkxBalance))]
public sealed class GetOkxBalanceCommand : OkxCmdlet
{
    /// <summary>Only these currencies; without them every one that is not empty.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(OkxCurrencyCompleter))]
    public string[] Currency { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.Okx.PrivateClient(Choices, Listener);
        WriteObject(await client.GetBalancesAsync(Currency, cancel), enumerateCollection: true);
    }
}
