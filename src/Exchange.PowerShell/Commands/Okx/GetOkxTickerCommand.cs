using System.Management.Automation;
using Exchange.Okx;

namespace Exchange.PowerShell.Commands;

/// <summary>The last prices of OKX instruments. Needs no credentials, and is live unless simulated trading is asked for.</summary>
[Cmdlet(VerbsCommon.Get, "OkxTicker")]
[OutputType(typeof(OkxTicker))]
public sealed class GetOkxTickerCommand : ExchangeCmdlet
{
    /// <summary>Instruments, such as BTC-USDT or BTC-USD-SWAP.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(OkxInstrumentCompleter))]
    public string[] InstId { get; set; } = [];

    /// <summary>The site whose service is called: global, eea, us or tr.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OkxSiteCompleter))]
    public string? Site { get; set; }

    /// <summary>Asks for simulated trading's prices.</summary>
    [Parameter]
    public SwitchParameter Demo { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.Okx.PublicClient(new OkxCallerChoices(null, Site, Demo), Listener);
        return EachAsync(InstId, async instrument => WriteObject(await client.GetTickerAsync(instrument, cancel)));
    }
}
