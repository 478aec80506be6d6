using System.Globalization;
using System.Management.Automation;
using Exchange.Strategy;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Strategy orders of the wallet: single ones by their ids, a page of those that live or have a status, or all of them. Each comes
/// with its events, the latest of them, and how often it has repeated itself.
/// </summary>
[Cmdlet(VerbsCommon.Get, "StrategyOrder")]
[OutputType(typeof(StrategyOrder), typeof(StrategyOrderPage))]
public sealed class GetStrategyOrderCommand : ExchangeCmdlet
{
    // The views of module/Exchange.Format.ps1xml are chosen by it.
    private const string TableType = "Exchange.Strategy.StrategyOrderTable";

    private static readonly string[] Filters =
    [
        nameof(Status),
        nameof(Chain),
        nameof(Token),
        nameof(Limit),
        nameof(Cursor),
        nameof(All),
        nameof(AsPage),
    ];

    private readonly List<string> _nextPages = [];
    private string? _liveByDefault;
    private string? _otherStatuses;
    private bool _isShownInChinese;

    /// <summary>Ids of single orders, live or ended; no filter goes with them.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyOrderCompleter))]
    public string[] OrderId { get; set; } = [];

    /// <summary>Statuses by word, label or number, or All; without it those that have not ended.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyStatusCompleter))]
    public string[] Status { get; set; } = [];

    /// <summary>Chains by name or number; without it all six.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyChainCompleter))]
    public string[] Chain { get; set; } = [];

    /// <summary>Token addresses, one each; several are asked for one by one and merged. With one chain also names such as usdc.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(StrategyTokenCompleter))]
    public string[] Token { get; set; } = [];

    /// <summary>Orders a page, 1 to 100; without it 10.</summary>
    [Parameter]
    public int Limit { get; set; } = StrategyOrderQuery.DefaultPage;

    /// <summary>Where a page begins: the NextCursor of the page before.</summary>
    [Parameter]
    public string? Cursor { get; set; }

    /// <summary>Every order that fits, page by page.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>One object with List and NextCursor.</summary>
    [Parameter]
    public SwitchParameter AsPage { get; set; }

    /// <summary>The service's number of the mode, for -OrderId; without it 7, pegged to USD.</summary>
    [Parameter]
    public int? StrategyMode { get; set; }

    /// <summary>Rows of eight columns with headings in the language of the labels, as they are shown.</summary>
    [Parameter]
    public SwitchParameter AsTable { get; set; }

    /// <summary>Language of the labels, en or zh; without it that of the user interface.</summary>
    [Parameter]
    [ValidateSet("en", "zh")]
    public string? Culture { get; set; }

    /// <summary>The wallet's account; without it the active one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(WalletAccountCompleter))]
    public string? AccountId { get; set; }

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancel)
    {
        // The host chooses the words of a cell when it shows it, so the headings are the host's too, whatever -Culture says.
        _isShownInChinese = Language.IsChinese;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        if (Culture is not null)
        {
            // Of this asynchronous method only: what it returns to speaks its own language.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Culture);
        }
        if (MyInvocation.BoundParameters.ContainsKey(nameof(OrderId)))
        {
            await WriteSinglesAsync(cancel);
            return;
        }
        await (All ? WriteEveryAsync(cancel) : WritePageAsync(cancel));
    }

    /// <inheritdoc/>
    protected override Task EndAsync(CancellationToken cancel)
    {
        // What follows a table is for a reader, not for the next cmdlet.
        if (MyInvocation.PipelinePosition == MyInvocation.PipelineLength)
        {
            foreach (var hint in new[] { _liveByDefault }.Concat(_nextPages).Append(_otherStatuses).OfType<string>())
            {
                Inform(hint);
            }
        }
        return Task.CompletedTask;
    }

    private Task WriteSinglesAsync(CancellationToken cancel)
    {
        if (Array.Find(Filters, MyInvocation.BoundParameters.ContainsKey) is { } filter)
        {
            throw ExchangeException.BadInput(
                "Strategy.UnexpectedParameter",
                $"-OrderId names the orders; -{filter} would choose among a list.",
                "Leave one of the two out.",
                filter
            );
        }
        var client = Runtime.Strategy.Client(Listener);
        return EachAsync(
            OrderId.SelectMany(text => text.Split(',')),
            async id => Write(await client.GetOrderAsync(id, StrategyMode, AccountId, cancel))
        );
    }

    private async Task WriteEveryAsync(CancellationToken cancel)
    {
        var client = Runtime.Strategy.Client(Listener);
        await foreach (var order in client.GetOrdersAsync(Query(StrategyOrderQuery.LargestPage), cancel))
        {
            Write(order);
        }
    }

    private async Task WritePageAsync(CancellationToken cancel)
    {
        var page = await Runtime.Strategy.Client(Listener).GetPageAsync(Query(Limit), cancel);
        if (AsPage)
        {
            WriteObject(page);
            return;
        }
        foreach (var order in page.List)
        {
            Write(order);
        }
        NoteMore(page);
    }

    // The words are chosen here, where the language is the asked one; they are said once, however many inputs there are.
    private void NoteMore(StrategyOrderPage page)
    {
        if (Status.Length == 0)
        {
            _liveByDefault = StrategyWording.LiveByDefault;
            _otherStatuses = StrategyWording.OtherStatuses;
        }
        if (page.NextCursor is { } next)
        {
            _nextPages.Add(StrategyWording.NextPage(NextCommand(next)));
        }
    }

    private void Write(StrategyOrder order) =>
        WriteObject(
            AsTable ? TableRow(order)
            : _isShownInChinese ? WithChineseHeadings(order)
            : order
        );

    private static PSObject WithChineseHeadings(StrategyOrder order)
    {
        var shown = PSObject.AsPSObject(order);
        shown.TypeNames.Insert(0, typeof(StrategyOrder).FullName + "#zh");
        return shown;
    }

    private static PSObject TableRow(StrategyOrder order)
    {
        var row = new PSObject();
        row.TypeNames.Insert(0, Language.IsChinese ? TableType + "#zh" : TableType);
        foreach (var (heading, cell) in StrategyOrderRow.Headings.Zip(order.GetRow().GetCells()))
        {
            row.Properties.Add(new PSNoteProperty(heading, cell));
        }
        return row;
    }

    private StrategyOrderQuery Query(int limit) =>
        new()
        {
            Status = Status,
            Chain = Chain,
            Token = Token,
            Limit = limit,
            Cursor = Cursor,
            AccountId = AccountId,
        };

    // The same filters and the same size, as they were written.
    private string NextCommand(string cursor)
    {
        var parts = new List<string> { MyInvocation.MyCommand.Name };
        Add(parts, nameof(Status), Status);
        Add(parts, nameof(Chain), Chain);
        Add(parts, nameof(Token), Token);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Limit)))
        {
            parts.Add($"-{nameof(Limit)} {Limit}");
        }
        Add(parts, nameof(AccountId), AccountId is null ? [] : [AccountId]);
        Add(parts, nameof(Cursor), [cursor]);
        return string.Join(' ', parts);
    }

    private static void Add(List<string> parts, string name, string[] values)
    {
        if (values.Length > 0)
        {
            var quoted = values.Select(value => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'");
            parts.Add($"-{name} {string.Join(',', quoted)}");
        }
    }
}
