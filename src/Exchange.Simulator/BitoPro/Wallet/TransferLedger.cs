using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;

namespace Exchange.Simulator.BitoPro.Wallet;

/// <summary>All deposits and withdrawals, ascending by number: a seeded past for every account that asks, then what happens here.</summary>
internal sealed class TransferLedger(int seed, long startMs)
{
    private const int PastPerCurrency = 60;
    private const long PastStepMs = 86_400_000;

    private static readonly string[] PastCurrencies = ["twd", "btc", "eth", "usdt"];
    private static readonly string[] Statuses =
    [
        "COMPLETE",
        "COMPLETE",
        "COMPLETE",
        "COMPLETE",
        "CANCELLED",
        "INVALID",
        "PROCESSING",
    ];

    private readonly ulong _noise = SeededNoise.Derive(seed, "transfers");
    private readonly Dictionary<string, List<Transfer>> _byAccount = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>An account's transfers, ascending by number.</summary>
    public List<Transfer> Of(Account account)
    {
        if (!_byAccount.TryGetValue(account.Name, out var transfers))
        {
            transfers = [.. Past()];
            _byAccount.Add(account.Name, transfers);
        }
        return transfers;
    }

    /// <summary>Takes the total off the balance and records the withdrawal.</summary>
    public Transfer Withdraw(Account account, Func<long, Transfer> create)
    {
        var transfers = Of(account);
        var transfer = create(++_last);
        account.Balance(transfer.Currency).Deposit(-transfer.Total);
        transfers.Add(transfer);
        return transfer;
    }

    private IEnumerable<Transfer> Past()
    {
        for (var day = PastPerCurrency; day > 0; day--)
        {
            foreach (var currency in PastCurrencies)
            {
                yield return Create(currency, startMs - day * PastStepMs, isWithdrawal: false);
                yield return Create(currency, startMs - day * PastStepMs + PastStepMs / 2, isWithdrawal: true);
            }
        }
    }

    private Transfer Create(string currency, long timeMs, bool isWithdrawal)
    {
        var rule = WithdrawalRule.Find(currency, "MAIN")!;
        var number = ++_last;
        var hash = SeededNoise.Hash(_noise, number);
        return new()
        {
            Number = number,
            IsWithdrawal = isWithdrawal,
            Currency = currency,
            Protocol = rule.Protocol,
            Address = currency == "twd" ? "0000xx1111" : FormattableString.Invariant($"0x{hash:x16}"),
            Amount = rule.Minimum * (1 + hash % 50),
            Fee = isWithdrawal ? rule.Fee : 0,
            TimeMs = timeMs,
            FixedStatus = Statuses[(hash >> 32) % (ulong)Statuses.Length],
        };
    }
}
