using Exchange.BitoPro.Wire;
using Exchange.Desk;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <content>Deposits and withdrawals: T19 to T22.</content>
public sealed partial class BitoProClient
{
    /// <summary>The journal's word for a withdrawal.</summary>
    public const string Withdrawal = "Withdraw";

    private const int LargestWalletPage = 100;

    /// <summary>T19: deposits of a currency, newest first, page after page as they are taken.</summary>
    public IAsyncEnumerable<BitoProDeposit> GetDepositsAsync(TransferQuery query, CancellationToken cancel) =>
        WalkTransfersAsync(
            BitoProEndpoints.Deposits,
            query,
            isWithdrawal: false,
            (wire, currency) => wire.ToDeposit(currency),
            cancel
        );

    /// <summary>T20: withdrawals of a currency, newest first, page after page as they are taken.</summary>
    public IAsyncEnumerable<BitoProWithdrawal> GetWithdrawalsAsync(TransferQuery query, CancellationToken cancel) =>
        WalkTransfersAsync(
            BitoProEndpoints.Withdrawals,
            query,
            isWithdrawal: true,
            (wire, currency) => wire.ToWithdrawal(currency),
            cancel
        );

    /// <summary>T21: one withdrawal, by its serial or by its id.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidLookup</c> when both or none of the two are given.</exception>
    public Task<BitoProWithdrawal> GetWithdrawalAsync(
        string currency,
        string? serial,
        string? id,
        CancellationToken cancel
    )
    {
        BitoProRules.Currency(currency);
        var request = (serial, id) switch
        {
            ({ }, null) => BitoProEndpoints.WithdrawalBySerial.Request([currency, BitoProRules.Serial(serial)]),
            (null, { }) => BitoProEndpoints.WithdrawalById.Request([currency, BitoProRules.TransferId(id)]),
            _ => throw BitoProError.Input(
                "InvalidLookup",
                "A withdrawal is looked up by its serial or by its id: exactly one of the two."
            ),
        };
        return _api.SendAsync(
            request,
            BitoProJson.Default.Transfer,
            wire => wire.Required.ToWithdrawal(currency),
            cancel
        );
    }

    /// <summary>Checks a ticket by all rules that can be known before it is sent. Asks for the fees (T12) at most.</summary>
    /// <exception cref="ExchangeException">The id of the broken rule (bitopro.md section 9).</exception>
    public async Task<BitoProWithdrawalDraft> DraftWithdrawalAsync(WithdrawalTicket ticket, CancellationToken cancel)
    {
        var draft = WithdrawalRules.Check(ticket) with { Endpoint = _connection.Address };
        RequireCredentials();
        if (draft.Message is null && Memos.IsUsual(draft.Currency))
        {
            _warn($"Most receivers of {draft.Currency} need a memo or tag, and this withdrawal has none.");
        }
        if (await FeesForDraftAsync(cancel).ConfigureAwait(false) is not { } fees)
        {
            return draft;
        }
        if (WithdrawalRules.LimitFor(draft, fees) is { } limit)
        {
            return WithdrawalRules.CheckAgainst(draft, limit);
        }
        _warn(WithdrawalRules.NoLimitFor(draft, fees));
        return draft;
    }

    /// <summary>T22 for the write corridor. Never sent again by itself.</summary>
    public WriteCall<BitoProWithdrawalReceipt> Withdraw(BitoProWithdrawalDraft draft, string? attemptId)
    {
        RequireCredentials();
        var request = BitoProEndpoints.CreateWithdrawal.Request(
            [draft.Currency],
            body: nonce => WithdrawalBody(draft, nonce)
        );
        return new WriteCall<BitoProWithdrawalReceipt>
        {
            Service = _api.Service.Name,
            Address = _connection.Address,
            Account = _connection.Account,
            Draft = draft,
            Attempts = [new PlannedAttempt(attemptId, Withdrawal, WithdrawalFacts.Of(draft))],
            Ready = cancel => _api.WaitForLimitsAsync(request, cancel),
            Send = cancel =>
                _api.SendNowAsync(
                    request,
                    BitoProJson.Default.WithdrawalAccepted,
                    wire => wire.Required.ToReceipt(draft),
                    cancel
                ),
            Settle = receipt => [AttemptResult.Accepted(receipt.Serial)],
        };
    }

    private IAsyncEnumerable<T> WalkTransfersAsync<T>(
        BitoProEndpoint endpoint,
        TransferQuery query,
        bool isWithdrawal,
        Func<TransferWire, string, T> map,
        CancellationToken cancel
    )
        where T : BitoProTransfer
    {
        var currency = BitoProRules.Currency(query.Currency);
        var limit = PageSize(query.PageSize, query.First, LargestWalletPage);
        var fixedPart = new List<KeyValuePair<string, string>>();
        HistoryWindow.For(query.Since, query.Until, _clock.GetUtcNow()).AddTo(fixedPart);
        if (query.Statuses.Count > 0)
        {
            fixedPart.Add(new("statuses", TransferStatuses.Joined(query.Statuses, currency, isWithdrawal)));
        }
        if (query.TxId is { } txId)
        {
            fixedPart.Add(new("txID", BitoProRules.TxId(txId, currency)));
        }
        var start = query.FromId is null ? null : BitoProRules.TransferId(query.FromId);
        return CursorPages.WalkAsync(
            cursor =>
                _api.SendAsync(
                    endpoint.Request([currency], Page(fixedPart, limit, "id", cursor ?? start)),
                    BitoProJson.Default.Transfers,
                    wire => wire.Required.Map(transfer => map(transfer, currency)),
                    cancel
                ),
            transfer => transfer.Id,
            transfer => transfer.Id,
            limit,
            cancel
        );
    }

    // As for the pairs of an order: when T12 cannot be had, fee and limits are left to the service, with a warning.
    private async Task<BitoProFees?> FeesForDraftAsync(CancellationToken cancel)
    {
        try
        {
            return await GetFeesAsync(cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            _warn(
                $"The fees of withdrawals could not be read, so the fee is not shown and limits are not checked here: {trouble.Message}"
            );
            return null;
        }
    }

    private byte[] WithdrawalBody(BitoProWithdrawalDraft draft, long nonce) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("amount", ExactDecimal.Format(draft.Amount));
            WriteIfGiven(json, "protocol", draft.Protocol);
            WriteIfGiven(json, "address", draft.Address);
            WriteIfGiven(json, "message", draft.Message);
            WriteIfGiven(json, "bankAccountSerial", draft.BankAccountSerial);
            WriteIfGiven(json, "bankSerial", draft.BankSerial);
            WriteNonce(json, nonce);
            json.WriteEndObject();
        });

    private static void WriteIfGiven(System.Text.Json.Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
