using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Places an order (T6): draft, guard, confirmation, journal, one send, receipt. Nothing is inferred or corrected; an order
/// is never sent twice.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "BitoProOrder", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BitoProOrderReceipt))]
public sealed class InvokeBitoProOrderCommand : ExchangeCmdlet
{
    /// <summary>Lower-case pair.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string Pair { get; set; } = "";

    /// <summary>Buy or Sell.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public BitoProSide Side { get; set; }

    /// <summary>Limit, Market or StopLimit.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [Word]
    public BitoProOrderType Type { get; set; }

    /// <summary>Plain digits: base units; for a market buy quote units.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Amount { get; set; } = "";

    /// <summary>Plain digits, quote per base; limit and stop-limit orders only.</summary>
    [Parameter(Position = 4, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Price { get; set; }

    /// <summary>Plain digits, the trigger price; stop-limit orders only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? StopPrice { get; set; }

    /// <summary>&gt;= or &lt;=; stop-limit orders only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ConditionCompleter))]
    public string? Condition { get; set; }

    /// <summary>Gtc, or PostOnly for a limit order that must not take.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Word]
    public BitoProTimeInForce? TimeInForce { get; set; }

    /// <summary>The journal's id of this logical order; the same id is never sent twice. Without it a new one is made.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? AttemptId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var draft = await client.DraftOrderAsync(Ticket(), cancel);
        if (await Desk.SubmitAsync(client.Place(draft, AttemptId), ConfirmAsync, cancel) is { } receipt)
        {
            WriteObject(receipt.Answer with { AttemptId = receipt.AttemptIds[0] });
        }
    }

    private OrderTicket Ticket() =>
        new()
        {
            Pair = Pair,
            Side = Side,
            Type = Type,
            Amount = Amount,
            Price = NullIfEmpty(Price),
            StopPrice = NullIfEmpty(StopPrice),
            Condition = NullIfEmpty(Condition),
            TimeInForce = TimeInForce,
        };

    // An empty cell of a file says nothing.
    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
