using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Over-the-counter rates of currencies in TWD (T13). Needs no account.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProOtcPrice")]
[OutputType(typeof(BitoProOtcPrice))]
public sealed class GetBitoProOtcPriceCommand : ExchangeCmdlet
{
    /// <summary>Lower-case codes without a network.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string[] Currency { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PublicClient(Listener);
        await EachAsync(Currency, async currency => WriteObject(await client.GetOtcPriceAsync(currency, cancel)));
    }
}
