using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Deposits of a currency (T19), newest first, streamed page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BitoProDeposit")]
[OutputType(typeof(BitoProDeposit))]
public sealed class GetBitoProDepositCommand : ExchangeCmdlet
{
    /// <summary>Lower-case code without a network.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string Currency { get; set; } = "";

    /// <summary>Earliest time; at most 90 days before the latest.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Latest time.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? Until { get; set; }

    /// <summary>Only these statuses, such as COMPLETE; TWD and other currencies have different ones.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DepositStatusCompleter))]
    public string[] Status { get; set; } = [];

    /// <summary>Only deposits of this transaction on the chain; not for TWD.</summary>
    [Parameter]
    public string? TxId { get; set; }

    /// <summary>Starts at this deposit, inclusive, and goes back in time.</summary>
    [Parameter]
    public string? FromId { get; set; }

    /// <summary>Deposits a request, 1 to 100.</summary>
    [Parameter]
    public int? PageSize { get; set; }

    /// <summary>At most so many deposits.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var query = new TransferQuery
        {
            Currency = Currency,
            Since = Since,
            Until = Until,
            Statuses = Status,
            TxId = TxId,
            FromId = FromId,
            PageSize = PageSize,
            First = First,
        };
        return WriteAllAsync(
            Runtime.BitoPro.PrivateClient(Listener).GetDepositsAsync(query, cancel),
            First,
            cancel,
            $"Deposits of {Currency}"
        );
    }
}
