using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Fees and limitations (T12): trading fees by rank, or with a switch withdrawal limits, deposit fees, or the whole answer.
/// Needs no account.
/// </summary>
[Cmdlet(VerbsCommon.Get, "BitoProFee", DefaultParameterSetName = "Trading")]
[OutputType(typeof(BitoProTradingFee), ParameterSetName = ["Trading"])]
[OutputType(typeof(BitoProWithdrawalLimit), ParameterSetName = ["Withdrawal"])]
[OutputType(typeof(BitoProDepositFee), ParameterSetName = ["Deposit"])]
[OutputType(typeof(BitoProFees), ParameterSetName = ["All"])]
public sealed class GetBitoProFeeCommand : ExchangeCmdlet
{
    /// <summary>Withdrawal fees and limits by currency and network.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Withdrawal")]
    public SwitchParameter Withdrawal { get; set; }

    /// <summary>Deposit fees and confirmations by currency.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Deposit")]
    public SwitchParameter Deposit { get; set; }

    /// <summary>The whole answer as one object.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var fees = await Runtime.BitoPro.PublicClient(Listener).GetFeesAsync(cancel);
        object chosen = ParameterSetName switch
        {
            "Withdrawal" => fees.RestrictionsOfWithdrawalFees,
            "Deposit" => fees.CryptocurrencyDepositFeeAndConfirmation,
            "All" => fees,
            _ => fees.TradingFeeRate,
        };
        WriteObject(chosen, enumerateCollection: true);
    }
}
