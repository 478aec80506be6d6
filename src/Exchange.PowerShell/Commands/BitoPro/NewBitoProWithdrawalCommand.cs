using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Withdraws to a registered address, or TWD to a bank account (T22): draft, guard, confirmation, journal, one send, receipt.
/// Nothing is inferred or corrected; a withdrawal is never sent twice.
/// </summary>
[Cmdlet(VerbsCommon.New, "BitoProWithdrawal", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BitoProWithdrawalReceipt))]
public sealed class NewBitoProWithdrawalCommand : ExchangeCmdlet
{
    /// <summary>Lower-case code without a network.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(CurrencyCompleter))]
    public string Currency { get; set; } = "";

    /// <summary>Plain digits, currency units. The draft shows what arrives and what leaves under both readings of the fee.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Amount { get; set; } = "";

    /// <summary>Where to; it must have been registered at https://www.bitopro.com/address. Not for TWD.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Address { get; set; }

    /// <summary>The network: MAIN, ERC20, OMNI, TRX, BSC or POLYGON. Without it none is sent, and the service takes MAIN.</summary>
    [Parameter(Position = 3, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ProtocolCompleter))]
    public string? Protocol { get; set; }

    /// <summary>Memo or tag of the receiving account; eos and bnb need one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Memo", "Tag")]
    [AllowEmptyString]
    public string? Message { get; set; }

    /// <summary>The bank account; TWD only. Without it the service takes the verified one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? BankAccountSerial { get; set; }

    /// <summary>The bank; TWD only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? BankSerial { get; set; }

    /// <summary>The journal's id of this logical withdrawal; the same id is never sent twice. Without it a new one is made.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? AttemptId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var draft = await client.DraftWithdrawalAsync(Ticket(), cancel);
        // An empty cell of a file says nothing.
        var attemptId = string.IsNullOrEmpty(AttemptId) ? null : AttemptId;
        if (await Desk.SubmitAsync(client.Withdraw(draft, attemptId), ConfirmAsync, cancel) is { } receipt)
        {
            WriteObject(receipt.Answer with { AttemptId = receipt.AttemptIds[0] });
        }
    }

    private WithdrawalTicket Ticket() =>
        new()
        {
            Currency = Currency,
            Amount = Amount,
            Protocol = Protocol,
            Address = Address,
            Message = Message,
            BankAccountSerial = BankAccountSerial,
            BankSerial = BankSerial,
        };
}
