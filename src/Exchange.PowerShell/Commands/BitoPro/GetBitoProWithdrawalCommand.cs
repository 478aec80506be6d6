using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Withdrawals of a currency: the history (T20), streamed page by page, or single ones by their serial or id (T21).</summary>
/// <remarks>
/// PowerShell binds a piped object to the default parameter set first: -Serial must be in that set, or a piped receipt would ask for
/// the whole history of its currency.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "BitoProWithdrawal", DefaultParameterSetName = "Single")]
[OutputType(typeof(BitoProWithdrawal))]
public sealed class GetBitoProWithdrawalCommand : ExchangeCmdlet
{
    /// <summary>Lower-case code without a network.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string Currency { get; set; } = "";

    /// <summary>Serials of single withdrawals, as a receipt has them.</summary>
    [Parameter(Position = 1, ParameterSetName = "Single", ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(WithdrawalSerialCompleter))]
    public string[]? Serial { get; set; }

    /// <summary>Ids of single withdrawals, instead of serials.</summary>
    [Parameter(ParameterSetName = "Single")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(WithdrawalIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Earliest time; at most 90 days before the latest.</summary>
    [Parameter(ParameterSetName = "History")]
    [Instant]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Latest time.</summary>
    [Parameter(ParameterSetName = "History")]
    [Instant]
    public DateTimeOffset? Until { get; set; }

    /// <summary>Only these statuses, such as COMPLETE; TWD and other currencies have different ones.</summary>
    [Parameter(ParameterSetName = "History")]
    [ArgumentCompleter(typeof(WithdrawalStatusCompleter))]
    public string[] Status { get; set; } = [];

    /// <summary>Only withdrawals of this transaction on the chain; not for TWD.</summary>
    [Parameter(ParameterSetName = "History")]
    public string? TxId { get; set; }

    /// <summary>Starts at this withdrawal, inclusive, and goes back in time.</summary>
    [Parameter(ParameterSetName = "History")]
    [ArgumentCompleter(typeof(WithdrawalIdCompleter))]
    public string? FromId { get; set; }

    /// <summary>Withdrawals a request, 1 to 100.</summary>
    [Parameter(ParameterSetName = "History")]
    public int? PageSize { get; set; }

    /// <summary>At most so many withdrawals.</summary>
    [Parameter(ParameterSetName = "History")]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        return Serial is null && Id is null
            ? WriteAllAsync(client.GetWithdrawalsAsync(Query(), cancel), First, cancel, $"Withdrawals of {Currency}")
            : EachAsync(Lookups(), async one => WriteObject(await OneAsync(client, one.Serial, one.Id, cancel)));
    }

    private Task<BitoProWithdrawal> OneAsync(
        BitoProClient client,
        string? serial,
        string? id,
        CancellationToken cancel
    ) => client.GetWithdrawalAsync(Currency, serial, id, cancel);

    // Both together are not two lists but one question too many: the client refuses it.
    private IEnumerable<(string? Serial, string? Id)> Lookups() =>
        Serial is { Length: > 0 } && Id is { Length: > 0 }
            ? [(Serial[0], Id[0])]
            :
            [
                .. (Serial ?? []).Select(serial => ((string?)serial, (string?)null)),
                .. (Id ?? []).Select(id => ((string?)null, (string?)id)),
            ];

    private TransferQuery Query() =>
        new()
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
}
