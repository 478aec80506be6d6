using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Balances of the account (T5): what there is, what can be used, what open orders hold.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProBalance")]
[OutputType(typeof(BitoProBalance))]
public sealed class GetBitoProBalanceCommand : AccountReadCmdlet
{
    /// <summary>Only these currencies, lower-case; without them every currency.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string[] Currency { get; set; } = [];

    /// <summary>Leaves out currencies of which there is nothing.</summary>
    [Parameter]
    public SwitchParameter NonZero { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var balances = await client.GetBalancesAsync(cancel);
        await ShowActiveAsync(client, open: null, cancel);
        foreach (var balance in balances)
        {
            var isWanted =
                Currency.Length == 0 || Currency.Contains(balance.Currency, StringComparer.OrdinalIgnoreCase);
            if (isWanted && !(NonZero && balance.Amount is 0 or null))
            {
                WriteObject(balance);
            }
        }
    }
}
