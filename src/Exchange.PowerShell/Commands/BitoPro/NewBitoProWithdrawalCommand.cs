using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Withdraws to a registered address, or TWD to a bank account (T22): draft, guard, confirmation, journal, one send, receipt.
/// Nothing is inferred or corrected; a withdrawal is never sent twice.
/// </summary>
[Cmdlet(VerbsCommon.New, "BitoProWithdrawal", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BitoProWithdrawalReceipt))]
public sealed class NewBitoProWithdrawalCommand : GuardedCmdlet
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

    /// <summary>Ignored with a warning: no session covers a withdrawal.</summary>
    [Parameter]
    [Alias("StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>The words that led to the withdrawal, for the guard to look at.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Instruction { get; set; }

    /// <summary>Words that confirm the draft where nobody can be asked: withdraw, the currency, and the exact amount.</summary>
    [Parameter]
    public string? ConfirmationText { get; set; }

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancel)
    {
        if (TradeSession is not null)
        {
            Warn(
                "A withdrawal is never a step of a trade session: the session is ignored, and the draft is confirmed."
            );
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var client = Runtime.BitoPro.PrivateClient(Listener);
        var draft = await client.DraftWithdrawalAsync(Ticket(), cancel);
        // An empty cell of a file says nothing.
        var attemptId = string.IsNullOrEmpty(AttemptId) ? null : AttemptId;
        var guarded = Guarded(
            new GuardInput(null, Instruction, ConfirmationText) { IsTrade = false },
            step: null,
            [attemptId],
            [ConsentTerm.Withdrawal(draft.Currency, draft.Amount)]
        );
        var call = client.Withdraw(draft, attemptId) with { Guard = guarded.Guard };
        if (await Desk.SubmitAsync(call, Confirmation(guarded), cancel) is { } receipt)
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
