using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Orders of the account: open ones (T8), one by its id (T17), or the history of a pair (T9), streamed page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProOrder", DefaultParameterSetName = "Pair")]
[OutputType(typeof(BitoProOrder))]
public sealed class GetBitoProOrderCommand : AccountReadCmdlet
{
    /// <summary>Lower-case pair; for open orders optional.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "Pair",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Parameter(Position = 0, ParameterSetName = "Open", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string? Pair { get; set; }

    /// <summary>Ids of single orders of the past 90 days; without them the pair's history.</summary>
    [Parameter(Position = 1, ParameterSetName = "Pair", ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(OpenOrderCompleter))]
    public string[]? OrderId { get; set; }

    /// <summary>Open orders, newest change first.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Open")]
    public SwitchParameter Open { get; set; }

    /// <summary>Earliest creation; the service keeps 90 days.</summary>
    [Parameter(ParameterSetName = "Pair")]
    [Instant]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Latest creation.</summary>
    [Parameter(ParameterSetName = "Pair")]
    [Instant]
    public DateTimeOffset? Until { get; set; }

    /// <summary>OPEN, DONE or ALL; DONE leaves out cancelled orders.</summary>
    [Parameter(ParameterSetName = "Pair")]
    [ArgumentCompleter(typeof(StatusKindCompleter))]
    public string? StatusKind { get; set; }

    /// <summary>One status code: -1, 0, 1, 2, 3, 4 or 6.</summary>
    [Parameter(ParameterSetName = "Pair")]
    [ArgumentCompleter(typeof(OrderStatusCompleter))]
    public int? Status { get; set; }

    /// <summary>Only orders with this client number.</summary>
    [Parameter(ParameterSetName = "Pair")]
    public int? ClientId { get; set; }

    /// <summary>Starts at this order, inclusive, and goes back in time.</summary>
    [Parameter(ParameterSetName = "Pair")]
    [ArgumentCompleter(typeof(PastOrderCompleter))]
    public string? FromOrderId { get; set; }

    /// <summary>Orders a request, 1 to 1000.</summary>
    [Parameter(ParameterSetName = "Pair")]
    public int? PageSize { get; set; }

    /// <summary>At most so many orders.</summary>
    [Parameter(ParameterSetName = "Pair")]
    [Parameter(ParameterSetName = "Open")]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        if (ParameterSetName == "Open")
        {
            await WriteOpenAsync(client, cancel);
            return;
        }
        // A set of its own for ids would lose to the default set when both properties come down the pipeline. The bound parameters
        // still name what an earlier object of the pipeline had: only the value tells.
        if (OrderId is null)
        {
            var query = Query();
            await ShowActiveAsync(client, open: null, cancel);
            await WriteAllAsync(client.GetOrderHistoryAsync(query, cancel), First, cancel, $"Orders of {Pair}");
            return;
        }
        RefuseFiltersOfIds();
        await ShowActiveAsync(client, open: null, cancel);
        await EachAsync(OrderId, async id => WriteObject(await client.GetOrderAsync(Pair!, id, cancel)));
    }

    private void RefuseFiltersOfIds()
    {
        string[] filters =
        [
            nameof(Since),
            nameof(Until),
            nameof(StatusKind),
            nameof(Status),
            nameof(ClientId),
            nameof(FromOrderId),
        ];
        if (Array.Find(filters, MyInvocation.BoundParameters.ContainsKey) is { } filter)
        {
            throw ExchangeException.BadInput(
                "BitoPro.UnexpectedParameter",
                $"-OrderId names the orders; -{filter} would choose among a history.",
                "Leave one of the two out.",
                filter
            );
        }
    }

    private async Task WriteOpenAsync(BitoProClient client, CancellationToken cancel)
    {
        var orders = await client.GetOpenOrdersAsync(Pair, cancel);
        if (Pair is null)
        {
            Runtime.BitoPro.Prompt.Keep(client, orders);
        }
        // Those of one pair say nothing of the others: a session's are then asked for.
        await ShowActiveAsync(client, Pair is null || TradeSession is null ? orders : null, cancel);
        WriteObject(orders.Take(First ?? int.MaxValue), enumerateCollection: true);
    }

    private OrderHistoryQuery Query() =>
        new()
        {
            Pair = Pair!,
            Since = Since,
            Until = Until,
            StatusKind = StatusKind,
            Status = Status,
            ClientId = ClientId,
            FromOrderId = FromOrderId,
            PageSize = PageSize,
            First = First,
        };
}
