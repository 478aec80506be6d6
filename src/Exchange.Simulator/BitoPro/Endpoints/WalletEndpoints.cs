using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wallet;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>T19 to T22.</summary>
internal static class WalletEndpoints
{
    public static void Deposits(RouteCall call) => WriteHistory(call, isWithdrawal: false);

    public static void Withdrawals(RouteCall call) => WriteHistory(call, isWithdrawal: true);

    public static void BySerial(RouteCall call) =>
        WriteOne(call, transfer => string.Equals(transfer.Serial, call.Values[1], StringComparison.Ordinal));

    public static void ById(RouteCall call)
    {
        var number = Paging.Number(call.Values[1]);
        WriteOne(call, transfer => transfer.Number == number);
    }

    public static void Create(RouteCall call)
    {
        var request = WithdrawalRequest.Read(call);
        var transfer = call.Venue.Transfers.Withdraw(call.Account, number => request.ToTransfer(number, call.NowMs));
        call.Json.WriteStartObject();
        call.Json.WriteStartObject("data"u8);
        call.Json.WriteString("serial"u8, transfer.Serial);
        call.Json.WriteString("currency"u8, transfer.Currency.ToUpperInvariant());
        WriteMoney(call.Json, transfer);
        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }

    private static void WriteHistory(RouteCall call, bool isWithdrawal)
    {
        var currency = Currency(call);
        var window = TimeWindow.Read(call.Query, call.NowMs);
        var limit = Paging.Limit(call.Query, usual: 20, most: 100);
        var cursor = Paging.Cursor(call.Query, "id");
        var statuses = TransferStatuses.Read(call.Query, currency, isWithdrawal);
        var txId = call.Query.Text("txID");
        var transfers = call.Venue.Transfers.Of(call.Account);
        var rows = transfers
            .Take(Paging.EndOf(transfers, cursor, transfer => transfer.Number))
            .Reverse()
            .Where(transfer => transfer.IsWithdrawal == isWithdrawal && transfer.Currency == currency)
            .Where(transfer => window.Contains(transfer.TimeMs))
            .Where(transfer => statuses is null || statuses.Contains(transfer.Status(call.NowMs)))
            .Where(transfer => txId is null || transfer.TxId(call.NowMs) == txId)
            .Take(limit);
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("data"u8);
        foreach (var transfer in rows)
        {
            WriteTransfer(call, transfer);
        }
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static void WriteOne(RouteCall call, Predicate<Transfer> isMeant)
    {
        var currency = Currency(call);
        var transfer = call
            .Venue.Transfers.Of(call.Account)
            .Find(transfer => transfer.IsWithdrawal && transfer.Currency == currency && isMeant(transfer));
        if (transfer is null)
        {
            throw new Refusal(404, "Withdrawal not found.");
        }
        call.Json.WriteStartObject();
        call.Json.WritePropertyName("data"u8);
        WriteTransfer(call, transfer, hasDateTime: true);
        call.Json.WriteEndObject();
    }

    private static void WriteTransfer(RouteCall call, Transfer transfer, bool hasDateTime = false)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("serial"u8, transfer.Serial);
        call.Json.WriteString("timestamp"u8, $"{transfer.TimeMs}");
        if (hasDateTime)
        {
            call.Json.WriteString("datetime"u8, $"{transfer.TimeMs / 1000}");
        }
        WriteMoney(call.Json, transfer);
        call.Json.WriteString("status"u8, transfer.Status(call.NowMs));
        call.Json.WriteString("txid"u8, transfer.TxId(call.NowMs));
        call.Json.WriteEndObject();
    }

    private static void WriteMoney(Utf8JsonWriter json, Transfer transfer)
    {
        json.WriteString("protocol"u8, transfer.Protocol);
        json.WriteString("address"u8, transfer.Address);
        json.WriteDecimal("amount"u8, transfer.Amount);
        json.WriteDecimal("fee"u8, transfer.Fee);
        json.WriteDecimal("total"u8, transfer.Total);
        if (transfer.Message is { } message)
        {
            json.WriteString("message"u8, message);
        }
        json.WriteString("id"u8, $"{transfer.Number}");
    }

    private static string Currency(RouteCall call)
    {
        var code = call.Values[0].ToLowerInvariant();
        return Array.Exists(Coin.All, coin => coin.Code == code)
            ? code
            : throw new Refusal(422, "Unsupported currency.");
    }
}
