using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Fills of the account in a pair (T18), newest first, streamed page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProFill")]
[OutputType(typeof(BitoProFill))]
public sealed class GetBitoProFillCommand : AccountReadCmdlet
{
    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>Only fills of this order.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PastOrderCompleter))]
    public string? OrderId { get; set; }

    /// <summary>Earliest time; the service keeps 90 days.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Latest time.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? Until { get; set; }

    /// <summary>Starts at this trade, inclusive, and goes back in time.</summary>
    [Parameter]
    public string? FromTradeId { get; set; }

    /// <summary>Fills a request, 1 to 1000.</summary>
    [Parameter]
    public int? PageSize { get; set; }

    /// <summary>At most so many fills.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var query = new FillQuery
        {
            Pair = Pair,
            OrderId = OrderId,
            Since = Since,
            Until = Until,
            FromTradeId = FromTradeId,
            PageSize = PageSize,
            First = First,
        };
        var client = Runtime.BitoPro.PrivateClient(Listener);
        await ShowActiveAsync(client, open: null, cancel);
        await WriteAllAsync(client.GetFillsAsync(query, cancel), First, cancel, $"Fills of {Pair}");
    }
}
