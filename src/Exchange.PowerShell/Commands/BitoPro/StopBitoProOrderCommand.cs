using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Cancels orders by their ids (T7), each confirmed and journalled.</summary>
[Cmdlet(VerbsLifecycle.Stop, "BitoProOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BitoProCancellation))]
public sealed class StopBitoProOrderCommand : ExchangeCmdlet
{
    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>Ids of open orders of the pair.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string[] OrderId { get; set; } = [];

    /// <summary>The journal's id of a single cancellation. Without it a new one is made.</summary>
    [Parameter]
    public string? AttemptId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        await EachAsync(OrderId, id => CancelAsync(client, id, cancel));
    }

    private async Task CancelAsync(BitoProClient client, string id, CancellationToken cancel)
    {
        var call = client.Cancel(client.DraftCancel(Pair, id), AttemptId);
        if (await Desk.SubmitAsync(call, ConfirmAsync, cancel) is { } receipt)
        {
            WriteObject(receipt.Answer with { AttemptId = receipt.AttemptIds[0] });
        }
    }
}
